using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Marks activities that end their flowchart or sequence at once.</summary>
internal interface ITerminal;

[Activity("Elsa", "Flow", "流程的起点", DisplayName = "开始")]
internal sealed class Start : CodeActivity;

[Activity("Elsa", "Flow", "流程图的终点", DisplayName = "结束")]
internal sealed class End : CodeActivity, ITerminal;

/// <summary>Ends the whole instance: nothing that is queued or waits goes on, and nobody above learns of it.</summary>
[Activity("Elsa", "Primitives", "结束整个流程", DisplayName = "办结")]
internal sealed class Finish : Activity, ITerminal
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.Engine().Finish();
        return context.CompleteActivityAsync();
    }
}
