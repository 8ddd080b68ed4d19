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

    public IDictionary<string, object> Metadata { get; set; } = new Dictionary<string, object>();

    ValueTask IActivity.ExecuteAsync(ActivityExecutionContext context) => RunAsync(context);

    ValueTask<bool> IActivity.CanExecuteAsync(ActivityExecutionContext context) => CanExecuteAsync(context);

    /// <summary>Runs the activity; <see cref="CodeActivity"/> completes it afterwards.</summary>
    internal virtual ValueTask RunAsync(ActivityExecutionContext context) => ExecuteAsync(context);

    /// <summary>False leaves the execution pending: nothing schedules it again.</summary>
    protected virtual ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context) => ValueTask.FromResult(CanExecute(context));

    protected virtual bool CanExecute(ActivityExecutionContext context) => true;

    protected virtual ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        Execute(context);
        return ValueTask.CompletedTask;
    }

    protected virtual void Execute(ActivityExecutionContext context)
    {
    }
}
