using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>复核: the registry checks once more.</summary>
[Activity("DocFlow", Type = "Recheck")]
[FlowNode("通过", "退回")]
public sealed class Recheck : HumanStep
{
    protected override StepKind Kind => StepKind.Recheck;
}
