using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Persistence.Engine;

/// <summary>How a burst's journal is kept: what a line says of its activity stands in the burst's executions already.</summary>
/// <param name="First">The number of the first line; the others follow it.</param>
internal sealed record KeptJournal(long First, IReadOnlyList<KeptJournal.Line> Lines)
{
    /// <summary>What a line says beside its execution.</summary>
    /// <param name="Of">The place of its execution among the burst's.</param>
    public sealed record Line(DateTimeOffset At, string Event, int Of, IReadOnlyDictionary<string, object?>? Data, string? Message);

    /// <summary>The JSON of a journal: short where its executions say the rest, whole lines where they don't.</summary>
    public static string Write(IReadOnlyList<JournalEntry> journal, IReadOnlyList<ExecutionRecord> executions)
    {
        var places = new Dictionary<string, int>(executions.Count, StringComparer.Ordinal);
        for (var place = 0; place < executions.Count; place++)
            places[executions[place].Id] = place;
        var lines = new List<Line>(journal.Count);
        foreach (var entry in journal)
        {
            if (!places.TryGetValue(entry.ActivityInstanceId, out var place))
                return EngineJson.Write(journal);
            var line = new Line(entry.At, entry.Event, place, entry.Data, entry.Message);
            if (Entry(journal[0].Sequence + lines.Count, line, executions[place]) != entry)
                return EngineJson.Write(journal);
            lines.Add(line);
        }

        return EngineJson.WriteMessage(new KeptJournal(journal.Count == 0 ? 0 : journal[0].Sequence, lines));
    }

    /// <summary>The lines of a kept burst, also of one kept before lines were short.</summary>
    public static IReadOnlyList<JournalEntry> Read(string journalJson, string executionsJson)
    {
        if (journalJson.StartsWith('['))
            return EngineJson.ReadJournal(journalJson);
        var journal = EngineJson.ReadMessage<KeptJournal>(journalJson);
        var executions = EngineJson.ReadExecutions(executionsJson);
        return [.. journal.Lines.Select((line, number) => Entry(journal.First + number, line, executions[line.Of]))];
    }

    private static JournalEntry Entry(long sequence, Line line, ExecutionRecord execution) =>
        new(sequence, line.At, line.Event, execution.ActivityId, execution.NodeId, execution.ActivityType, execution.Id, line.Data)
        {
            ParentActivityInstanceId = execution.ParentId,
            ActivityName = execution.ActivityName,
            ActivityTypeVersion = execution.ActivityTypeVersion,
            Message = line.Message,
        };
}
