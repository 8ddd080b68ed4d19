using DocFlow.Elsa.Runtime.Execution;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Asks the outside for a task and waits until it is reported complete.</summary>
[Activity("Elsa", "Primitives", "请求外部任务并等待完成", DisplayName = "外部任务")]
internal sealed class RunTask : Activity<object>
{
    public const string BookmarkName = "Elsa.RunTask";

    /// <summary>The input that carries the task's result.</summary>
    public const string ResultInput = "RunTaskInput";

    [Input(DisplayName = "任务名")]
    public Input<string>? TaskName { get; set; }

    [Input(DisplayName = "内容")]
    public Input<object>? Payload { get; set; }

    [Output]
    public Output<string>? TaskId { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        // The same for a burst that runs again: the task is named by the execution that asked for it.
        var taskId = context.Engine().NewId($"{context.Id}:task");
        context.Set(TaskId, taskId);
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = BookmarkName, Stimulus = new TaskStimulus(taskId) { TaskName = context.Get(TaskName) }, Callback = ResumeAsync });
    }

    private ValueTask ResumeAsync(ActivityExecutionContext context)
    {
        context.SetResult(context.WorkflowInput.TryGetValue(ResultInput, out var result) ? result : null);
        return context.CompleteActivityAsync();
    }
}

/// <summary>What a task's reporter names.</summary>
public sealed record TaskStimulus(string TaskId)
{
    [ExcludeFromHash]
    public string? TaskName { get; init; }
}
