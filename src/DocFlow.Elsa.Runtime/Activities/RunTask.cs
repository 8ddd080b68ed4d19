using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Asks the outside for a task and waits until it is reported complete.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class RunTask : Activity<object>
{
    public const string BookmarkName = "Elsa.RunTask";

    /// <summary>The input that carries the task's result.</summary>
    public const string ResultInput = "RunTaskInput";

    [Input]
    public Input<string>? TaskName { get; set; }

    [Input(UIHint = InputUIHints.DropDown)]
    [DescribedAs("ObjectDictionary")]
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
