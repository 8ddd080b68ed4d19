using System.Collections;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Completes the workflow around it with outcomes; what is between them is cancelled.</summary>
[Activity("Elsa", Category = "Composition")]
internal sealed class Complete : Activity, ITerminal
{
    [Input(UIHint = InputUIHints.OutcomePicker, DefaultSyntax = "Object")]
    public Input<object>? Outcomes { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.CompleteCompositeAsync(context.Get(Outcomes) switch
    {
        string outcome => [outcome],
        IEnumerable outcomes => [.. outcomes.Cast<object?>().Select(outcome => outcome?.ToString() ?? "")],
        _ => ["Done"],
    });
}
