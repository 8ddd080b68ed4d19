using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Office.Outbox;

namespace DocFlow.Persistence.Engine;

/// <summary>Leaves the engine's own messages in the outbox: they are saved with the burst or request that caused them.</summary>
internal sealed class WorkflowOutbox(EventOutbox outbox)
{
    /// <summary>An instance to start in the background.</summary>
    public void Add(StartMessage message) => outbox.Add(WorkflowStarter.MessageKind, $"{WorkflowStarter.MessageKind}:{message.InstanceId}", EngineJson.WriteMessage(message));

    public void Add(ChildStart child) => Add(new StartMessage(child.InstanceId, null, child.DefinitionId)
    {
        CorrelationId = child.CorrelationId,
        ParentInstanceId = child.ParentInstanceId,
        ParentWaits = child.Waits,
        Generation = child.Generation,
        Input = Nodes(child.Input),
    });

    /// <summary>A child is over.</summary>
    public void Add(string childInstanceId, ChildCompletion completion) => outbox.Add(
        ParentResumer.MessageKind,
        $"{ParentResumer.MessageKind}:{childInstanceId}",
        EngineJson.WriteMessage(new ChildOverMessage(completion.ParentInstanceId, completion.BookmarkHashes, Nodes(completion.Input))));

    public static Dictionary<string, JsonNode?> Nodes(IReadOnlyDictionary<string, object?> values) =>
        values.ToDictionary(value => value.Key, value => JsonNode.Parse(EngineJson.WriteValue(value.Value)));

    public static Dictionary<string, object?> Values(IReadOnlyDictionary<string, JsonNode?> nodes) => nodes.ToDictionary(node => node.Key, node => ValueConversion.FromNode(node.Value));
}
