using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Starts another workflow once this burst is saved, and may wait for its end: its output is the result.</summary>
[Activity("Elsa", "Composition", "启动另一个流程", DisplayName = "启动流程")]
internal sealed class DispatchWorkflow : Activity<object>
{
    [Input(DisplayName = "流程")]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input(DisplayName = "关联号")]
    public Input<string>? CorrelationId { get; set; }

    [Input(DisplayName = "输入")]
    public Input<IDictionary<string, object>>? Input { get; set; }

    [Input(DisplayName = "等待办结")]
    public Input<bool>? WaitForCompletion { get; set; }

    [Input(DisplayName = "新的追踪", Description = "只为兼容而保留")]
    public Input<bool>? StartNewTrace { get; set; }

    [Input(DisplayName = "通道", Description = "只为兼容而保留")]
    public Input<string>? ChannelName { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var definitionId = context.Get(WorkflowDefinitionId) ?? "";
        await ChildInputs.RequirePublishedAsync(context, definitionId);
        var waits = context.Get(WaitForCompletion);
        var child = new ChildStart(
            context.Engine().NewId($"{context.Id}:child"),
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
        context.Set(Result, ChildInputs.Plain(context.WorkflowInput.TryGetValue(ChildBookmarks.OutputInput, out var output) ? output : null));
        return context.CompleteActivityAsync();
    }
}
