using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Marks activities that end their flowchart or sequence at once.</summary>
internal interface ITerminal;

[Activity("Elsa", Category = "Flow")]
internal sealed class Start : CodeActivity;

[Activity("Elsa", Category = "Flow")]
internal sealed class End : CodeActivity, ITerminal;

/// <summary>Ends the whole instance: nothing that is queued or waits goes on, and nobody above learns of it.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class Finish : Activity, ITerminal
{
    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        context.Engine().Finish();
        return context.CompleteActivityAsync();
    }
}
