namespace Elsa.Workflows;

/// <summary>One burst of one workflow instance.</summary>
public sealed class WorkflowExecutionContext
{
    internal WorkflowExecutionContext(string id, IServiceProvider services, IActivityEngine engine, CancellationToken cancellationToken)
    {
        Id = id;
        Services = services;
        Engine = engine;
        CancellationToken = cancellationToken;
    }

    /// <summary>The instance's id.</summary>
    public string Id { get; }

    /// <summary>The matter that the instance is about.</summary>
    public string? CorrelationId { get; set; }

    public string? Name { get; set; }

    /// <summary>The workflow's outputs.</summary>
    public IDictionary<string, object> Output { get; } = new Dictionary<string, object>();

    /// <summary>Kept with the instance across suspensions, as JSON.</summary>
    public IDictionary<string, object> Properties { get; } = new Dictionary<string, object>();

    public CancellationToken CancellationToken { get; }

    internal IServiceProvider Services { get; }

    internal IActivityEngine Engine { get; }

    internal Dictionary<string, object> BurstInput { get; } = [];

    public void SetProperty<T>(string key, T value) => Properties[key] = value!;
}
