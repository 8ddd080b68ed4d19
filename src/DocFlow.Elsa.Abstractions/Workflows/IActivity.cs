namespace Elsa.Workflows;

/// <summary>A node of a workflow's graph. One object serves all executions; what an execution knows is in its context.</summary>
public interface IActivity
{
    /// <summary>Unique in its container's graph.</summary>
    string Id { get; set; }

    /// <summary>The ids from the workflow down to this node, joined by “:”.</summary>
    string NodeId { get; set; }

    string? Name { get; set; }

    /// <summary>The type's name in JSON, such as Elsa.WriteLine.</summary>
    string Type { get; set; }

    int Version { get; set; }

    IDictionary<string, object> CustomProperties { get; set; }

    IDictionary<string, object> Metadata { get; set; }

    ValueTask<bool> CanExecuteAsync(ActivityExecutionContext context);

    ValueTask ExecuteAsync(ActivityExecutionContext context);
}
