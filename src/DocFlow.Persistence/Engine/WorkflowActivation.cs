using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Whether other instances may start, by what runs already and by what the bursts of this scope have started, which is not saved yet.</summary>
internal sealed class WorkflowActivation(DocFlowDbContext database)
{
    private readonly List<Begun> _begun = [];

    /// <summary>Whether any instance of this scope may be one too many by the time it is saved.</summary>
    public bool IsLimited => _begun.Exists(begun => begun.Limit is not null);

    /// <returns>Whether the instance may start.</returns>
    public async Task<bool> BeginAsync(WorkflowDefinition definition, WorkflowStart start, CancellationToken cancellationToken)
    {
        var limit = ActivationStrategy.LimitOf(definition.Options.ActivationStrategy, start.CorrelationId);
        var begun = new Begun(start.InstanceId, definition.DefinitionId, start.CorrelationId, limit);
        if (_begun.Exists(begun.IsKeptOutBy) || !await IsFreeAsync(begun, cancellationToken))
            return false;
        _begun.Add(begun);
        return true;
    }

    /// <summary>Its first burst is over; the instance may be, too.</summary>
    public void End(InstanceState state) => _begun.Single(begun => begun.InstanceId == state.Id).IsOver = state.Status == WorkflowStatus.Finished;

    /// <summary>Under the lock of starts: of two at the same time, the second sees the first only now.</summary>
    /// <exception cref="DbUpdateConcurrencyException">One more than allowed: the burst runs again and finds it out at its beginning.</exception>
    public async Task ConfirmAsync(CancellationToken cancellationToken)
    {
        foreach (var begun in _begun)
        {
            if (!await IsFreeAsync(begun, cancellationToken))
                throw new DbUpdateConcurrencyException($"The activation strategy of '{begun.DefinitionId}' allows no instance now.");
        }
    }

    private async Task<bool> IsFreeAsync(Begun begun, CancellationToken cancellationToken)
    {
        if (begun.Limit is not { } limit)
            return true;
        var running = database.Set<InstanceRow>().Where(row => row.Status == WorkflowStatus.Running);
        if (limit.IsOfDefinition)
            running = running.Where(row => row.DefinitionId == begun.DefinitionId);
        if (InstanceMapping.Fit(limit.CorrelationId) is { } correlation)
            running = running.Where(row => row.CorrelationId == correlation);
        return !await running.AnyAsync(cancellationToken);
    }

    private sealed record Begun(string InstanceId, string DefinitionId, string? CorrelationId, ActivationLimit? Limit)
    {
        public bool IsOver { get; set; }

        public bool IsKeptOutBy(Begun other) => Limit is not null && !other.IsOver
            && (!Limit.IsOfDefinition || other.DefinitionId == DefinitionId)
            && (Limit.CorrelationId is null || other.CorrelationId == Limit.CorrelationId);
    }
}
