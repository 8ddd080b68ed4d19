using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>审核、核稿、审定: a post agrees or returns.</summary>
[Activity("DocFlow", "公文办理", "由指定岗位审核，同意或退回", DisplayName = "审核", Type = "Review")]
[FlowNode("同意", "退回")]
public sealed class Review : HumanStep
{
    protected override StepKind Kind => StepKind.Review;
}
