using System.Text.Json.Nodes;

namespace Elsa.Workflows.Models;

/// <summary>A place where a workflow waits.</summary>
/// <param name="Payload">The stimulus that it waits for.</param>
/// <param name="CallbackMethodName">The activity's method that goes on; none completes the activity.</param>
/// <param name="AutoBurn">Whether it is gone once resumed.</param>
public sealed record Bookmark(string Id, string Name, string Hash, JsonNode? Payload, string NodeId, string ActivityInstanceId, string? CallbackMethodName, bool AutoBurn)
{
    /// <summary>Whether a bookmark without callback completes its activity.</summary>
    public bool AutoComplete { get; init; } = true;

    public DateTimeOffset CreatedAt { get; init; }

    /// <summary>When time itself resumes it; null for one that something else resumes.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public IReadOnlyDictionary<string, string>? Metadata { get; init; }
}
