using DocFlow.Office.Outbox;

namespace DocFlow.Persistence.Engine;

/// <summary>Lets a parent go on when its child is over.</summary>
internal sealed class ParentResumer(WorkflowBursts bursts) : IOutboxReceiver
{
    public const string MessageKind = "workflow-child-over";

    public string Kind => MessageKind;

    public async Task ReceiveAsync(string payloadJson, CancellationToken cancellationToken)
    {
        var message = EngineJson.ReadMessage<ChildOverMessage>(payloadJson);
        foreach (var hash in message.Hashes)
            await bursts.ResumeHashAsync(message.ParentInstanceId, hash, WorkflowOutbox.Values(message.Input), cancellationToken);
    }
}
