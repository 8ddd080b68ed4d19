using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Leaves by True or False.</summary>
[Activity("Elsa", "Branching", "按条件选择出口", DisplayName = "判断")]
[FlowNode("True", "False")]
internal sealed class FlowDecision : Activity
{
    [Input(DisplayName = "条件")]
    public Input<bool>? Condition { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        context.CompleteActivityWithOutcomesAsync(context.Get(Condition) ? "True" : "False");
}
