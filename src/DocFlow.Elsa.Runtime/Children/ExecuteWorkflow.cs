using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Runs another workflow within this burst. The result says how it stands; a faulted child doesn't fault its parent.</summary>
[Activity("Elsa", Category = "Composition", Kind = ActivityKind.Task)]
internal sealed class ExecuteWorkflow : Activity
{
    private const int Deepest = 16;

    // A workflow that executes itself would never come back: the runs stand within each other.
    private static readonly AsyncLocal<int> Depth = new();

    [Input(UIHint = InputUIHints.WorkflowDefinitionPicker)]
    public Input<string>? WorkflowDefinitionId { get; set; }

    [Input]
    public Input<string>? CorrelationId { get; set; }

    [Input(UIHint = InputUIHints.DropDown)]
    public Input<IDictionary<string, object>>? Input { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? WaitForCompletion { get; set; }

    [Output]
    [DescribedAs("ExecuteWorkflowResult")]
    public Output<object>? Result { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var waits = context.Get(WaitForCompletion);
        var start = new ChildStart(
            context.Engine().NewId(ChildInputs.KeyOf(context)),
            context.Get(WorkflowDefinitionId) ?? "",
            context.WorkflowExecutionContext.Id,
            context.Get(CorrelationId),
            ChildInputs.Of(context, context.Get(Input)),
            waits);
        var child = await RunAsync(context, start) ?? throw ChildInputs.NotPublished(start.DefinitionId);
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

    private static async Task<InstanceState?> RunAsync(ActivityExecutionContext context, ChildStart start)
    {
        if (Depth.Value >= Deepest)
            throw new InvalidOperationException($"执行流程嵌套超过{Deepest}层，流程“{start.DefinitionId}”可能在执行自己，已停止。");
        Depth.Value++;
        try
        {
            return await context.GetRequiredService<IChildWorkflows>().RunAsync(start, context.CancellationToken);
        }
        finally
        {
            Depth.Value--;
        }
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
