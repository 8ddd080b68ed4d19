namespace DocFlow.Office.Outbox;

/// <summary>Takes the outbox messages of a kind that isn't the office's own. The dispatcher may repeat one after a crash.</summary>
public interface IOutboxReceiver
{
    string Kind { get; }

    Task ReceiveAsync(string payloadJson, CancellationToken cancellationToken);
}
