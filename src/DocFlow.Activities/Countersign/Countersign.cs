using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
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
    private const string AllAgree = "全部同意";
    private const string AnyAgrees = "任一同意";
    private const string ShareAgrees = "达到比例";
    private const string WithdrawOthers = "取消其余未办";
    private const string AwaitOthers = "等其余办完";
    private const string Wait = "等待";
    private const string NoOpinion = "视为无意见";

    protected override StepKind Kind => StepKind.Countersign;

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices), DefaultValue = Usual)]
    public override Input<string>? Post { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = AllAgree, Options = new[] { AllAgree, AnyAgrees, ShareAgrees })]
    public Input<string>? Completion { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? Percent { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = WithdrawOthers, Options = new[] { WithdrawOthers, AwaitOthers })]
    public Input<string>? OnReturn { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = Wait, Options = new[] { Wait, NoOpinion })]
    public Input<string>? WhenOverdue { get; set; }

    protected override string DefaultAssignees => Usual;

    protected override HumanStepRequest WithOwnInputs(ActivityExecutionContext context, HumanStepRequest request) => request with
    {
        Completion = Completion.GetOrDefault(context) switch
        {
            AnyAgrees => CompletionRule.Any,
            ShareAgrees => CompletionRule.Share,
            _ => CompletionRule.All,
        },
        Percent = Percent.GetOrDefault(context) is not 0 and var percent ? percent : null,
        WhenOverdue = WhenOverdue.GetOrDefault(context) == NoOpinion ? OverdueRule.NoOpinion : OverdueRule.Wait,
        OnReturn = OnReturn.GetOrDefault(context) == AwaitOthers ? ReturnRule.AwaitOpen : ReturnRule.WithdrawOpen,
    };
}
