using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>One instance as a server keeps it: between bursts its state is only JSON, and the definition is read anew.</summary>
internal sealed class PlayedInstance(PublishedWorkflows published, string definitionJson, int version)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private string? _state;

    public int Version { get; } = version;

    public List<JournalEntry> Journal { get; } = [];

    /// <summary>The latest record of each execution, in the order of their first journal lines.</summary>
    public OrderedDictionary<string, ExecutionRecord> Executions { get; } = [];

    /// <summary>The tasks that it asked for, by activity, in the order seen.</summary>
    public Dictionary<string, List<string>> Tasks { get; } = [];

    public bool IsKept => _state is not null;

    public InstanceState State => JsonSerializer.Deserialize<InstanceState>(_state!, Json)!;

    public WorkflowDefinition Definition => published.Read(definitionJson);

    public void Keep(BurstResult result)
    {
        Journal.AddRange(result.Journal);
        foreach (var execution in result.Executions)
            Executions[execution.Id] = execution;
        Keep(result.State);
    }

    public void Keep(InstanceState state)
    {
        _state = JsonSerializer.Serialize(state, Json);
        foreach (var bookmark in state.Bookmarks.Where(bookmark => bookmark.Name == RunTask.BookmarkName))
        {
            var activity = bookmark.NodeId.Split(':')[^1];
            if (!Tasks.TryGetValue(activity, out var known))
                Tasks[activity] = known = [];
            var taskId = bookmark.Payload!["TaskId"]!.GetValue<string>();
            if (!known.Contains(taskId))
                known.Add(taskId);
        }
    }
}
