using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Choices;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities.Steps;

/// <summary>A step that people decide: one bookmark and a work item with seats. Passed steps are named in the trace by Office.</summary>
public abstract class HumanStep : Activity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? StepName { get; set; }

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices))]
    [Required]
    public virtual Input<string>? Post { get; set; }

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = NobodyWords.Pass, Options = new[] { NobodyWords.Pass, NobodyWords.Stop, NobodyWords.Superior })]
    public Input<string>? WhenNobody { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? WorkingDays { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? UrgentWorkingDays { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? ExtraUrgentWorkingDays { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? RemindWorkingDays { get; set; }

    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices))]
    public Input<string>? EscalateTo { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? EscalateWorkingDays { get; set; }

    /// <summary>More who are told, one line each: the working days after the due day, and whom.</summary>
    [Input(UIHint = InputUIHints.MultiLine)]
    public Input<string>? Escalation { get; set; }

    /// <summary>A document that the procedure declares, such as 催办函.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? Letter { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<int>? LetterWorkingDays { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? OnlyNormative { get; set; }

    protected abstract StepKind Kind { get; }

    /// <summary>Who decides when no post is given.</summary>
    protected virtual string DefaultAssignees => "";

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var workflow = context.WorkflowExecutionContext;
        var entry = await context.GetRequiredService<IHumanSteps>().EnterAsync(
            WithOwnInputs(context, new HumanStepRequest
            {
                DocumentId = await ProcedureDocument.OfAsync(context),
                InstanceId = workflow.Id,
                NodeId = NodeId,
                StepName = StepName.GetOrDefault(context) ?? Name ?? Id,
                Kind = Kind,
                Assignees = Post.GetOrDefault(context) ?? DefaultAssignees,
                WhenNobody = NobodyWords.Read(WhenNobody.GetOrDefault(context)) ?? NobodyRule.Stop,
                DueWorkingDays = Days(WorkingDays.GetOrDefault(context)),
                UrgentWorkingDays = Days(UrgentWorkingDays.GetOrDefault(context)),
                ExtraUrgentWorkingDays = Days(ExtraUrgentWorkingDays.GetOrDefault(context)),
                RemindWorkingDays = Days(RemindWorkingDays.GetOrDefault(context)),
                EscalateTo = EscalateTo.GetOrDefault(context),
                EscalateWorkingDays = Days(EscalateWorkingDays.GetOrDefault(context)) ?? 1,
                Escalation = Escalation.GetOrDefault(context),
                Letter = Letter.GetOrDefault(context),
                LetterWorkingDays = Days(LetterWorkingDays.GetOrDefault(context)) ?? 1,
                OnlyNormative = OnlyNormative.GetOrDefault(context),
            }),
            context.CancellationToken);
        switch (entry)
        {
            case HumanStepEntry.Passed passed:
                await DecideAsync(context, passed.Outcome);
                break;
            case HumanStepEntry.Opened opened:
                context.CreateBookmark(new CreateBookmarkArgs
                {
                    BookmarkName = WorkItemStimulus.BookmarkName,
                    Stimulus = new WorkItemStimulus(opened.WorkItemId),
                    Callback = OnDecidedAsync,
                });
                break;
        }
    }

    /// <summary>Adds what only this kind of step asks its designer.</summary>
    protected virtual HumanStepRequest WithOwnInputs(ActivityExecutionContext context, HumanStepRequest request) => request;

    private static int? Days(int workingDays) => workingDays > 0 ? workingDays : null;

    /// <summary>Goes on by the port that the outcome names; steps with work of their own do it first.</summary>
    protected virtual ValueTask DecideAsync(ActivityExecutionContext context, string outcome) => context.CompleteActivityWithOutcomesAsync(outcome);

    /// <summary>The document of the procedure.</summary>
    protected static Task<string> DocumentIdOfAsync(ActivityExecutionContext context) => ProcedureDocument.OfAsync(context);

    // Stored by name in suspended instances: renaming it breaks them.
    private ValueTask OnDecidedAsync(ActivityExecutionContext context) =>
        DecideAsync(context, context.GetWorkflowInput<string>(WorkItemStimulus.OutcomeInput) ?? throw new InvalidOperationException("没有收到办理结果。"));
}
