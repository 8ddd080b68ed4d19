using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>用印: the keeper of the seal presses, and the seal register has its row.</summary>
[Activity("DocFlow", Type = "Seal")]
[FlowNode("Done")]
public sealed class Seal : HumanStep
{
    protected override StepKind Kind => StepKind.Seal;

    protected override async ValueTask DecideAsync(ActivityExecutionContext context, string outcome)
    {
        await context.GetRequiredService<ISealRegister>().RecordAsync(await DocumentIdOfAsync(context), context.CancellationToken);
        await context.CompleteActivityAsync();
    }
}
