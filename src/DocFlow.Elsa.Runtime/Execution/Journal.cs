using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>The lines that a burst adds, and the executions that it touched.</summary>
internal sealed class Journal(TimeProvider time)
{
    private readonly List<JournalEntry> _entries = [];
    private readonly Dictionary<string, ActivityExecutionContext> _touched = [];

    public IReadOnlyList<JournalEntry> Entries => _entries;

    public IEnumerable<ActivityExecutionContext> Touched => _touched.Values;

    /// <summary>The number of the next line.</summary>
    public long Next { get; set; }

    public void Write(ActivityExecutionContext context, string name, string? message = null, IReadOnlyDictionary<string, object?>? data = null)
    {
        _touched.TryAdd(context.Id, context);
        var activity = context.Activity;
        _entries.Add(new JournalEntry(Next++, time.GetUtcNow(), name, activity.Id, activity.NodeId, activity.Type, context.Id, data)
        {
            ParentActivityInstanceId = context.ParentActivityExecutionContext?.Id,
            ActivityName = activity.Name,
            ActivityTypeVersion = activity.Version,
            Message = message,
        });
    }

    /// <summary>A line with what the activity noted for the journal.</summary>
    public void WriteWithData(ActivityExecutionContext context, string name) =>
        Write(context, name, data: context.JournalData.Count == 0 ? null : context.JournalData.ToDictionary(item => item.Key, item => (object?)item.Value));
}
