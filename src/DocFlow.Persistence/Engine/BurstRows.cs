using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Persistence.Engine;

/// <summary>Makes the row of a burst.</summary>
internal static class BurstRows
{
    public static BurstRow Of(string instanceId, IReadOnlyList<JournalEntry> journal, IReadOnlyList<ExecutionRecord> executions) => new()
    {
        InstanceId = instanceId,
        FirstSequence = journal.Count == 0 ? 0 : journal[0].Sequence,
        Count = journal.Count,
        JournalJson = KeptJournal.Write(journal, executions),
        ExecutionsJson = EngineJson.Write(executions),
    };
}
