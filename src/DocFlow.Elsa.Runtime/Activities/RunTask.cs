using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Asks the outside for a task and waits until it is reported complete.</summary>
[Activity("Elsa", "Primitives", "请求外部任务并等待完成", DisplayName = "外部任务")]
internal sealed class RunTask : Activity
{
    public const string BookmarkName = "Elsa.RunTask";

    [Input(DisplayName = "任务名")]
    public Input<string>? TaskName { get; set; }

    [Input(DisplayName = "内容")]
    public Input<object>? Payload { get; set; }

    [Output]
    public Output<object>? Result { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        // The same for a burst that runs again: the task is named by where and when it was asked for.
        var taskId = $"{context.WorkflowExecutionContext.Id}:{context.Id}";
        context.JournalData["TaskId"] = taskId;
        context.JournalData["TaskName"] = context.Get(TaskName);
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = BookmarkName, Stimulus = new TaskStimulus(taskId), Callback = OnCompletedAsync });
    }

    private ValueTask OnCompletedAsync(ActivityExecutionContext context)
    {
        context.Set(Result, context.WorkflowInput.TryGetValue("RunTaskInput", out var result) ? result : null);
        return context.CompleteActivityAsync();
    }
}

/// <summary>What a task's reporter names.</summary>
public sealed record TaskStimulus(string TaskId);
