using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>拟稿: passes at first, because the draft is there; opens when the document was returned.</summary>
[Activity("DocFlow", Type = "Draft")]
[FlowNode("送审")]
public sealed class Draft : HumanStep
{
    protected override StepKind Kind => StepKind.Draft;

    protected override string DefaultAssignees => "拟稿人";
}
