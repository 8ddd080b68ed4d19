using DocFlow.Office.Outlooks;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Running;

/// <summary>Walks <see cref="ShortProcedure"/> with the services that it is given, and keeps nothing.</summary>
internal sealed class ShortProcedureRehearsal(ShortProcedure procedure, IOfficeData data) : IProcedureRehearsal
{
    public Task<RehearsalEnd> StartAsync(string definitionId, string instanceId, string documentId, IServiceProvider services, CancellationToken cancellationToken) =>
        WalkAsync(0, instanceId, documentId, services, cancellationToken);

    public async Task<RehearsalEnd> ResumeAsync(string instanceId, string workItemId, string outcome, IServiceProvider services, CancellationToken cancellationToken)
    {
        var item = await data.WorkItems.AsNoTracking().SingleAsync(row => row.Id == workItemId, cancellationToken);
        var nodes = procedure.NodesOf(instanceId);
        var index = nodes.FindIndex(node => node.Id == item.NodeId);
        if (outcome == StepOutcomes.Return)
            return await WalkAsync(0, instanceId, item.DocumentId, services, cancellationToken);
        await AfterAsync(nodes[index], item.DocumentId, services);
        return await WalkAsync(index + 1, instanceId, item.DocumentId, services, cancellationToken);
    }

    private async Task<RehearsalEnd> WalkAsync(int index, string instanceId, string documentId, IServiceProvider services, CancellationToken cancellationToken)
    {
        foreach (var node in procedure.NodesOf(instanceId).Skip(index))
        {
            if (await services.GetRequiredService<IHumanSteps>().EnterAsync(node.Request(instanceId, documentId), cancellationToken) is HumanStepEntry.Opened)
                return RehearsalEnd.Waits;
            await AfterAsync(node, documentId, services);
        }

        return RehearsalEnd.Over;
    }

    private static Task AfterAsync(ShortProcedure.Node node, string documentId, IServiceProvider services) => ShortProcedure.After(node)?.Invoke(services, documentId) ?? Task.CompletedTask;
}
