using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>签发: the leader signs the text as it stands.</summary>
[Activity("DocFlow", "公文办理", "由领导签发，固定所签的文本", DisplayName = "签发", Type = "Sign")]
[FlowNode("签发", "退回")]
public sealed class Sign : HumanStep
{
    protected override StepKind Kind => StepKind.Sign;
}
