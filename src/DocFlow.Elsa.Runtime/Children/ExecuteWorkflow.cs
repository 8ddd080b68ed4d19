using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Runs another workflow within this burst. The result says how it stands; a faulted child doesn't fault its parent.</summary>
[Activity("Elsa", "Composition", "执行另一个流程", DisplayName = "执行流程", Kind = ActivityKind.Task)]
internal sealed class ExecuteWorkflow : Activity<object>
{
    [Input(DisplayName = "流程")]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input(DisplayName = "关联号")]
    public Input<string>? CorrelationId { get; set; }

    [Input(DisplayName = "输入")]
    public Input<IDictionary<string, object>>? Input { get; set; }

    [Input(DisplayName = "等待办结")]
    public Input<bool>? WaitForCompletion { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var waits = context.Get(WaitForCompletion);
        var start = new ChildStart(
            context.Engine().NewId($"{context.Id}:child"),
            context.Get(WorkflowDefinitionId) ?? "",
            context.WorkflowExecutionContext.Id,
            context.Get(CorrelationId),
            ChildInputs.Of(context, context.Get(Input)),
            waits);
        var child = await context.GetRequiredService<IChildWorkflows>().RunAsync(start, context.CancellationToken) ?? throw ChildInputs.NotPublished(start.DefinitionId);
        if (!waits || child.Status == WorkflowStatus.Finished)
        {
            context.Set(Result, ResultOf(child));
            await context.CompleteActivityAsync();
            return;
        }

        context.CreateBookmark(new CreateBookmarkArgs
        {
            BookmarkName = ChildBookmarks.Execute,
            Stimulus = new ChildStimulus(child.Id),
            Callback = OnChildWorkflowCompletedAsync,
        });
    }

    private static Dictionary<string, object?> ResultOf(InstanceState? child) => new()
    {
        ["WorkflowDefinitionVersionId"] = child?.DefinitionVersionId,
        ["WorkflowInstanceId"] = child?.Id,
        ["CorrelationId"] = child?.CorrelationId,
        ["Status"] = (int)(child?.Status ?? 0),
        ["SubStatus"] = (int)(child?.SubStatus ?? 0),
        ["Output"] = child?.Output.ToDictionary(output => output.Key, output => ValueConversion.FromNode(output.Value)),
    };

    // As the real server does: of a child that had to be waited for, nothing is told.
    private ValueTask OnChildWorkflowCompletedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, ResultOf(null));
        return context.CompleteActivityAsync();
    }
}
