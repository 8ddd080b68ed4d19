using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>归档: files the issued document.</summary>
[Activity("DocFlow", Type = "Archive")]
[FlowNode("Done")]
public sealed class Archive : CodeActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.GetRequiredService<IArchive>().FileAsync(await ProcedureDocument.OfAsync(context), context.CancellationToken);
}
