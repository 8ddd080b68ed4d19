using DocFlow.Elsa.Runtime.Execution;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>Runs children within the burst of their parent; taken from the burst's services, and saved with it.</summary>
public interface IChildWorkflows
{
    /// <summary>Runs a child's first burst; null when its definition isn't published.</summary>
    Task<InstanceState?> RunAsync(ChildStart child, CancellationToken cancellationToken);

    /// <summary>Whether a definition is published.</summary>
    Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken);
}
