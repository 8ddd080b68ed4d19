using DocFlow.Office.Steps;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;

namespace DocFlow.Host.Engines;

/// <inheritdoc />
internal sealed class InstanceFamily(IWorkflowInstanceStore instances) : IInstanceFamily
{
    public async Task<string?> ParentOfAsync(string instanceId, CancellationToken cancellationToken) =>
        (await instances.FindAsync(new WorkflowInstanceFilter { Id = instanceId }, cancellationToken))?.ParentWorkflowInstanceId;
}
