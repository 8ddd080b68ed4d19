using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>办理: a step of any procedure. Its designer names the buttons, which are its exits, and the fields that are filled in with them.</summary>
[Activity("DocFlow", Type = "Task")]
public sealed class OfficeTask : HumanStep
{
    private const string AllAgree = "全部办理";
    private const string AnyAgrees = "任一办理";

    protected override StepKind Kind => StepKind.Task;

    /// <summary>The main one first; with 退回 it goes back to the first step.</summary>
    [Input(UIHint = InputUIHints.DynamicOutcomes)]
    public Input<ICollection<string>>? Buttons { get; set; }

    /// <summary>The keys of the fields, separated by “，”.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? Fields { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = AllAgree, Options = new[] { AllAgree, AnyAgrees })]
    public Input<string>? Completion { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? DueWithMatter { get; set; }

    /// <summary>The key of a date field by which this step falls due.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? DueField { get; set; }

    /// <summary>How many working days before that day.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? DueBefore { get; set; }

    /// <summary>The name of a step whose decider may not decide this one.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? DifferentFrom { get; set; }

    /// <summary>The main button waits until all matters that were born from this one are over.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? AwaitsBorn { get; set; }

    /// <summary>The main button can't be pressed before so many working days are over (公示期).</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? HoldWorkingDays { get; set; }

    protected override HumanStepRequest WithOwnInputs(ActivityExecutionContext context, HumanStepRequest request) => request with
    {
        Buttons = Buttons.GetOrDefault(context) is { Count: > 0 } buttons ? string.Join('，', buttons) : null,
        FieldKeys = Fields.GetOrDefault(context),
        Completion = Completion.GetOrDefault(context) == AnyAgrees ? CompletionRule.Any : CompletionRule.All,
        DueWithMatter = DueWithMatter.GetOrDefault(context),
        DueField = DueField.GetOrDefault(context),
        DueBeforeWorkingDays = Math.Max(0, DueBefore.GetOrDefault(context)),
        DifferentFrom = DifferentFrom.GetOrDefault(context),
        AwaitsBorn = AwaitsBorn.GetOrDefault(context),
        HoldWorkingDays = Math.Max(0, HoldWorkingDays.GetOrDefault(context)),
    };
}
