using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>登记: passes at first, because the form was filled in to start; opens with the whole form when the matter was returned.</summary>
[Activity("DocFlow", Type = "Fill")]
[FlowNode("提交")]
public sealed class Fill : HumanStep
{
    private const string Usual = "拟稿人";

    protected override StepKind Kind => StepKind.Draft;

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices), DefaultValue = Usual)]
    public override Input<string>? Post { get; set; }

    protected override string DefaultAssignees => Usual;

    protected override HumanStepRequest WithOwnInputs(ActivityExecutionContext context, HumanStepRequest request) => request with { Buttons = "提交" };
}
