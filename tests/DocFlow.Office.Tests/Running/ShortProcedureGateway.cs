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
        await WalkAsync(0, instanceId, documentId, cancellationToken);
    }

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        Record($"resume {outcome}");
        var item = await data.WorkItems.AsNoTracking().SingleAsync(row => row.Id == workItemId, cancellationToken);
        var index = procedure.Nodes.FindIndex(node => node.Id == item.NodeId);
        if (outcome == StepOutcomes.Return)
        {
            await WalkAsync(0, instanceId, item.DocumentId, cancellationToken);
            return;
        }

        await AfterAsync(procedure.Nodes[index], item.DocumentId);
        await WalkAsync(index + 1, instanceId, item.DocumentId, cancellationToken);
    }

    public async Task RestartAsync(string instanceId, int? definitionVersion, CancellationToken cancellationToken)
    {
        Record("restart");
        await WalkAsync(0, instanceId, await data.Documents.Where(row => row.InstanceId == instanceId).Select(row => row.Id).SingleAsync(cancellationToken), cancellationToken);
    }

    private async Task WalkAsync(int index, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        for (; index < procedure.Nodes.Count; index++)
        {
            var node = procedure.Nodes[index];
            var entry = await EnterAsync(node, 
                new HumanStepRequest
                {
                    DocumentId = documentId,
                    InstanceId = instanceId,
                    NodeId = node.Id,
                    StepName = node.StepName,
                    Kind = node.Kind,
                    Assignees = node.Assignees,
                    DueWorkingDays = node.Days,
                    UrgentWorkingDays = node.UrgentDays,
                    RemindWorkingDays = 1,
                    WhenOverdue = node.WhenOverdue,
                    EscalateTo = node.EscalateTo,
                    OnlyNormative = node.OnlyNormative,
                    Completion = node.Completion,
                    Percent = node.Percent,
                    OnReturn = node.OnReturn,
                },
                cancellationToken);
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
