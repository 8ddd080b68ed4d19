using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs a script; its value is the result, and setOutcome(s) chooses the exits.</summary>
[Activity("Elsa", Category = "Scripting")]
internal sealed class RunJavaScript : CodeActivity<object>
{
    [Input(UIHint = InputUIHints.CodeEditor, DefaultSyntax = "JavaScript")]
    public Input<string>? Script { get; set; }

    [Input(UIHint = InputUIHints.DynamicOutcomes)]
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
