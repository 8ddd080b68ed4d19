using DocFlow.Elsa.Runtime.Execution;
using Elsa.Extensions;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs a script; its value is the result, and setOutcome(s) chooses the exits.</summary>
[Activity("Elsa", "Scripting", "运行脚本", DisplayName = "脚本")]
internal sealed class RunJavaScript : CodeActivity<object>
{
    [Input(DisplayName = "脚本")]
    public Input<string>? Script { get; set; }

    [Input(DisplayName = "出口")]
    public Input<ICollection<string>>? PossibleOutcomes { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.Get(Script) is not { } script || string.IsNullOrWhiteSpace(script))
            return;
        context.SetResult(context.Engine().Evaluate(new Expression("JavaScript", script), typeof(object), context));
        if (context.Engine().TakeOutcomes() is { Count: > 0 } outcomes)
            await context.CompleteActivityWithOutcomesAsync([.. outcomes]);
    }
}
