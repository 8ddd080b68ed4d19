using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Triggers;

/// <summary>What starts a published definition.</summary>
/// <param name="NodeId">The activity that is marked to start the workflow.</param>
/// <param name="Hash">What stimuli are matched by, as for bookmarks.</param>
public sealed record StoredTrigger(string NodeId, string Name, string Hash, JsonNode? Payload);
