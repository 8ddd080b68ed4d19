namespace Elsa.Workflows;

/// <summary>An activity that completes itself; one that never does leaves its workflow suspended.</summary>
public abstract class Activity : IActivity
{
    public string Id { get; set; } = "";

    public string NodeId { get; set; } = "";

    public string? Name { get; set; }

    public string Type { get; set; } = "";

    public int Version { get; set; } = 1;

    public IDictionary<string, object> CustomProperties { get; set; } = new Dictionary<string, object>();

    ValueTask IActivity.ExecuteAsync(ActivityExecutionContext context) => RunAsync(context);

    /// <summary>Runs the activity; <see cref="CodeActivity"/> completes it afterwards.</summary>
    internal virtual ValueTask RunAsync(ActivityExecutionContext context) => ExecuteAsync(context);

    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return ValueTask.CompletedTask;
    }

    protected virtual void Execute(ActivityExecutionContext context)
    {
    }
}
