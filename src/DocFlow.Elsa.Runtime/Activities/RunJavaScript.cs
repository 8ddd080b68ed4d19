using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Runs a script; its value, if it has one, is the result, and setOutcome(s) chooses the exits.</summary>
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
        context.Engine().TakeOutcomes();
        if (context.Engine().Evaluate(new Expression("JavaScript", script), typeof(object), context) is { } result)
            context.SetResult(result);
        await context.CompleteActivityWithOutcomesAsync(context.Engine().TakeOutcomes() is { Count: > 0 } outcomes ? [.. outcomes] : ["Done"]);
    }
}
