using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class ChildWorkflows(DocFlowDbContext database, IServiceProvider services) : IChildWorkflows
{
    public async Task<InstanceState?> RunAsync(ChildStart child, CancellationToken cancellationToken)
    {
        var bursts = (WorkflowBursts)services.GetService(typeof(WorkflowBursts))!;
        if (await bursts.FindAsync(child.DefinitionId, VersionChoice.Published, cancellationToken) is not { } key)
            return null;
        var start = new WorkflowStart(child.InstanceId)
        {
            CorrelationId = child.CorrelationId, Input = child.Input, ParentInstanceId = child.ParentInstanceId, ParentWaits = child.Waits, Generation = child.Generation,
        };
        return (await bursts.AddChildAsync(key, start, cancellationToken) ?? throw ChildRefusal.Of(child.DefinitionId)).State;
    }

    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) =>
        database.Set<DefinitionRow>().AnyAsync(row => row.DefinitionId == definitionId && row.IsPublished, cancellationToken);
}
