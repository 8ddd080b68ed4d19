using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Triggers;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Starts the workflow whenever its expression says so; within a workflow it waits for the next time.</summary>
[Activity("Elsa", Category = "Scheduling", Kind = ActivityKind.Trigger)]
internal sealed class Cron : Trigger
{
    public const string TypeName = "Elsa.Cron";

    [Input]
    public Input<string>? CronExpression { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        if (context.IsTriggerOfWorkflow())
            return context.CompleteActivityAsync();
        var expression = context.Get(CronExpression);
        var zone = (context.GetService<OfficeZone>() ?? OfficeZone.Default).Zone;
        var next = CronPlan.Parse(expression).NextAfter(context.Engine().Now, zone) ?? throw new FormatException($"周期表达式“{expression}”没有下一次时间。");
        context.CreateBookmark(new CreateBookmarkArgs { BookmarkName = TypeName, Stimulus = new CronStimulus(next, expression!), DueAt = next, IncludeActivityInstanceId = true });
        return ValueTask.CompletedTask;
    }

    protected override object GetTriggerPayload(TriggerIndexingContext context)
    {
        var expression = context.Get(CronExpression);
        CronPlan.Parse(expression);
        return new CronTrigger(expression!);
    }
}

/// <summary>What starts a workflow by the calendar.</summary>
internal sealed record CronTrigger(string CronExpression);

/// <summary>What a cron activity within a workflow waits for.</summary>
internal sealed record CronStimulus(DateTimeOffset ExecuteAt, string CronExpression);
