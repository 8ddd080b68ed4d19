using DocFlow.Elsa.Runtime.Execution;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts the workflow once at a time; within a workflow it waits for it, and goes on at once when it is past.</summary>
[Activity("Elsa", Category = "Scheduling", Kind = ActivityKind.Trigger)]
internal sealed class StartAt : Trigger
{
    public const string TypeName = "Elsa.StartAt";

    [Input]
    public Input<DateTimeOffset>? DateTime { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var executeAt = context.Get(DateTime).ToUniversalTime();
        if (context.IsTriggerOfWorkflow() || executeAt <= context.Engine().Now)
            return context.CompleteActivityAsync();
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = TypeName, Stimulus = new StartAtTrigger(executeAt), DueAt = executeAt, IncludeActivityInstanceId = true });
        return ValueTask.CompletedTask;
    }

    protected override object GetTriggerPayload(TriggerIndexingContext context) =>
        context.Get(DateTime) is var executeAt && executeAt != default ? new StartAtTrigger(executeAt.ToUniversalTime()) : throw new FormatException("没有填写开始时间，或时间无法识别。");
}

/// <summary>What starts a workflow, or lets it go on, once.</summary>
internal sealed record StartAtTrigger(DateTimeOffset ExecuteAt);
