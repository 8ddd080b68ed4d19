using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>拟稿: passes at first, because the draft is there; opens when the document was returned.</summary>
[Activity("DocFlow", Type = "Draft")]
[FlowNode("送审")]
public sealed class Draft : HumanStep
{
    private const string Usual = "拟稿人";

    protected override StepKind Kind => StepKind.Draft;

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices), DefaultValue = Usual)]
    public override Input<string>? Post { get; set; }

    protected override string DefaultAssignees => Usual;
}
