using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>会签: the document's co-signing units at the same time.</summary>
[Activity("DocFlow", Type = "Countersign")]
[FlowNode("同意", "退回")]
public sealed class Countersign : HumanStep
{
    protected override StepKind Kind => StepKind.Countersign;

    protected override string DefaultAssignees => "会签单位";
}
