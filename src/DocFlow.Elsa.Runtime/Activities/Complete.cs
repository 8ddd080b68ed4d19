using System.Collections;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Completes the workflow around it with outcomes; what is between them is cancelled.</summary>
[Activity("Elsa", "Composition", "以给定的出口完成整个流程", DisplayName = "完成")]
internal sealed class Complete : Activity, ITerminal
{
    [Input(DisplayName = "出口")]
    public Input<object>? Outcomes { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) => context.CompleteCompositeAsync(context.Get(Outcomes) switch
    {
        string outcome => [outcome],
        IEnumerable outcomes => [.. outcomes.Cast<object?>().Select(outcome => outcome?.ToString() ?? "")],
        _ => ["Done"],
    });
}
