using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Management;

/// <summary>The stored instances with their journal and executions.</summary>
public interface IWorkflowInstances
{
    Task<Page<InstanceSummary>> ListAsync(InstanceQuery query, CancellationToken cancellationToken);

    Task<WorkflowInstance?> FindAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Lines in the order of their numbers; an unknown instance has none.</summary>
    Task<Page<JournalEntry>> JournalAsync(string instanceId, JournalQuery query, CancellationToken cancellationToken);

    /// <summary>The executions of an instance as they stand, in the order of their start; an unknown instance has none.</summary>
    Task<IReadOnlyList<ExecutionRecord>> ExecutionsAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>The workflow's variables with their values; null for an unknown instance.</summary>
    Task<IReadOnlyList<InstanceVariable>?> VariablesAsync(string instanceId, CancellationToken cancellationToken);

    /// <summary>Sets variables by id; unknown ids are left out.</summary>
    /// <returns>The variables afterwards, or null for an unknown instance.</returns>
    Task<IReadOnlyList<InstanceVariable>?> SetVariablesAsync(string instanceId, IReadOnlyDictionary<string, JsonNode?> values, CancellationToken cancellationToken);

    /// <summary>Deletes instances with all that belongs to them. Those that carry an office document stay.</summary>
    /// <returns>How many were deleted.</returns>
    Task<int> DeleteAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken);

    /// <summary>Puts an exported instance back; one that exists is left alone.</summary>
    /// <returns>Whether it was added.</returns>
    Task<bool> ImportAsync(WorkflowInstance instance, IReadOnlyList<JournalEntry> journal, IReadOnlyList<ExecutionRecord> executions, CancellationToken cancellationToken);
}
