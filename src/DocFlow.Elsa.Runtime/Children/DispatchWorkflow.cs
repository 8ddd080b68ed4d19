using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Starts another workflow once this burst is saved, and may wait for its end: its output is the result.</summary>
[Activity("Elsa", Category = "Composition")]
internal sealed class DispatchWorkflow : Activity<object>
{
    [Input(UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input]
    public Input<string>? CorrelationId { get; set; }

    [Input(UIHint = InputUIHints.DropDown)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? WaitForCompletion { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? StartNewTrace { get; set; }

    [Input(UIHint = InputUIHints.DropDown, Options = new[] { "" })]
    public Input<string>? ChannelName { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var definitionId = context.Get(WorkflowDefinitionId) ?? "";
        await ChildInputs.RequirePublishedAsync(context, definitionId);
        var waits = context.Get(WaitForCompletion);
        var child = new ChildStart(
            context.Engine().NewId(ChildInputs.KeyOf(context)),
            definitionId,
            context.WorkflowExecutionContext.Id,
            context.Get(CorrelationId),
            ChildInputs.Of(context, context.Get(Input)),
            waits);
        context.Engine().Dispatch(child);
        if (!waits)
        {
            await context.CompleteActivityAsync();
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ChildBookmarks.Dispatch,
            Stimulus = new ChildStimulus(child.InstanceId),
            Callback = OnChildWorkflowCompletedAsync,
        });
    }

    private ValueTask OnChildWorkflowCompletedAsync(ActivityExecutionContext context)
    {
        ChildRefusal.ThrowIfAny(context);
        context.Set(Result, ChildInputs.Plain(context.WorkflowInput.TryGetValue(ChildBookmarks.OutputInput, out var output) ? output : null));
        return context.CompleteActivityAsync();
    }
}
