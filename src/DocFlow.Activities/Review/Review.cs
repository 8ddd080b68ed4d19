using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>审核、核稿、审定: a post agrees or returns.</summary>
[Activity("DocFlow", Type = "Review")]
[FlowNode("同意", "退回")]
public sealed class Review : HumanStep
{
    protected override StepKind Kind => StepKind.Review;
}
