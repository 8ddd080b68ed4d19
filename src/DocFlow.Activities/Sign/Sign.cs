using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>签发: the leader signs the text as it stands.</summary>
[Activity("DocFlow", Type = "Sign")]
[FlowNode("签发", "退回")]
public sealed class Sign : HumanStep
{
    protected override StepKind Kind => StepKind.Sign;
}
