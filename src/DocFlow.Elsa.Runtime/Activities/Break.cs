using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Ends the nearest loop at its next turn, and every sequence on the way there.</summary>
[Activity("Elsa", Category = "Looping")]
internal sealed class Break : CodeActivity, ITerminal
{
    protected override void Execute(ActivityExecutionContext context)
    {
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            if (above.Activity is not IBreakable breakable)
                continue;
            above.SetBreaking();
            if (breakable.StopsBreak)
                return;
        }
    }
}
