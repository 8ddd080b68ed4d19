using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>会签: the document's co-signing units at the same time.</summary>
[Activity("DocFlow", Type = "Countersign")]
[FlowNode("同意", "退回")]
public sealed class Countersign : HumanStep
{
    private const string Usual = "会签单位";
    private const string Wait = "等待";
    private const string NoOpinion = "视为无意见";

    protected override StepKind Kind => StepKind.Countersign;

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices), DefaultValue = Usual)]
    public override Input<string>? Post { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = Wait, Options = new[] { Wait, NoOpinion })]
    public Input<string>? WhenOverdue { get; set; }

    protected override string DefaultAssignees => Usual;

    protected override OverdueRule WhenOverdueOf(ActivityExecutionContext context) =>
        WhenOverdue.GetOrDefault(context) == NoOpinion ? OverdueRule.NoOpinion : OverdueRule.Wait;
}
