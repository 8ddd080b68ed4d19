using DocFlow.Office.Steps;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;

namespace DocFlow.Activities;

/// <summary>归档: files the issued document.</summary>
[Activity("DocFlow", "公文办理", "印发后归档", DisplayName = "归档", Type = "Archive")]
public sealed class Archive : CodeActivity
{
    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) =>
        await context.GetRequiredService<IArchive>().FileAsync(context.WorkflowExecutionContext.CorrelationId!, context.CancellationToken);
}
