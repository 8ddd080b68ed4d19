using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>印发: the registry presses, and the document goes to its recipients, each with a receipt.</summary>
[Activity("DocFlow", Type = "Distribute")]
[FlowNode("Done")]
public sealed class Distribute : HumanStep
{
    protected override StepKind Kind => StepKind.Distribute;

    protected override async ValueTask DecideAsync(ActivityExecutionContext context, string outcome)
    {
        await context.GetRequiredService<IDistributions>().IssueAsync(await DocumentIdOfAsync(context), context.CancellationToken);
        await context.CompleteActivityAsync();
    }
}
