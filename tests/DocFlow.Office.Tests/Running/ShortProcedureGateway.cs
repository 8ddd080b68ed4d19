using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Running;

/// <summary>Walks <see cref="ShortProcedure"/>: one burst, one save, like the engine.</summary>
internal sealed class ShortProcedureGateway(ShortProcedure procedure, IServiceProvider services, IOfficeData data, IHumanSteps steps) : IWorkflowGateway
{
    public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        Record($"start {definitionId}");
        if (await data.WorkItems.AnyAsync(item => item.InstanceId == instanceId, cancellationToken))
            return;
        await WalkAsync(procedure.NodesOf(instanceId), 0, instanceId, documentId, cancellationToken);
    }

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        Record($"resume {outcome}");
        var item = await data.WorkItems.AsNoTracking().SingleAsync(row => row.Id == workItemId, cancellationToken);
        var nodes = procedure.NodesOf(instanceId);
        var index = nodes.FindIndex(node => node.Id == item.NodeId);
        if (outcome == StepOutcomes.Return)
        {
            await WalkAsync(nodes, 0, instanceId, item.DocumentId, cancellationToken);
            return;
        }

        await AfterAsync(nodes[index], item.DocumentId);
        await WalkAsync(nodes, index + 1, instanceId, item.DocumentId, cancellationToken);
    }

    public async Task RestartAsync(string instanceId, int? definitionVersion, CancellationToken cancellationToken)
    {
        Record("restart");
        var documentId = await data.Documents.Where(row => row.InstanceId == instanceId).Select(row => row.Id).SingleAsync(cancellationToken);
        await WalkAsync(procedure.NodesOf(instanceId, definitionVersion), 0, instanceId, documentId, cancellationToken);
        if (definitionVersion is { } version)
            procedure.Versions[instanceId] = version;
    }

    private async Task WalkAsync(List<ShortProcedure.Node> nodes, int index, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        for (; index < nodes.Count; index++)
        {
            var node = nodes[index];
            var entry = await EnterAsync(node, node.Request(instanceId, documentId), cancellationToken);
            if (entry is HumanStepEntry.Opened)
                break;
            await AfterAsync(node, documentId);
        }

        await data.SaveChangesAsync(cancellationToken);
    }

    // A step that refuses is named, as the engine does.
    private async Task<HumanStepEntry> EnterAsync(ShortProcedure.Node node, HumanStepRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await steps.EnterAsync(request, cancellationToken);
        }
        catch (RefusalException refusal)
        {
            throw new WorkflowFaultException(refusal.Message, refusal.Message) { NodeId = node.Id };
        }
    }

    private Task AfterAsync(ShortProcedure.Node node, string documentId) => ShortProcedure.After(node)?.Invoke(services, documentId) ?? Task.CompletedTask;

    private void Record(string call)
    {
        lock (procedure.Calls)
            procedure.Calls.Add(call);
        if (procedure.FailNext > 0)
        {
            procedure.FailNext--;
            throw new InvalidOperationException("The engine is away.");
        }
    }
}
