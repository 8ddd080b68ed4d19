using System.Text.Json;

namespace DocFlow.Office.Outbox;

/// <summary>Adds messages to the context: they are saved with the act that caused them.</summary>
internal sealed class OutboxWriter(IOfficeData data, TimeProvider system)
{
    public void Start(StartMessage message) => Add(OutboxKinds.Start, $"start:{message.InstanceId}", message.DocumentId, JsonSerializer.Serialize(message));

    public void Resume(ResumeMessage message) => Add(OutboxKinds.Resume, $"resume:{message.WorkItemId}", message.DocumentId, JsonSerializer.Serialize(message));

    /// <param name="press">Names the act that asks for it.</param>
    public void Restart(string press, RestartMessage message) => Add(OutboxKinds.Restart, RestartKey(press), message.DocumentId, JsonSerializer.Serialize(message));

    public static string RestartKey(string press) => $"restart:{press}";

    private void Add(string kind, string key, string? documentId, string payload)
    {
        var now = system.GetUtcNow();
        data.OutboxMessages.Add(new OutboxMessage
        {
            Id = OfficeId.New(now),
            Kind = kind,
            Key = key,
            DocumentId = documentId,
            PayloadJson = payload,
            CreatedAt = now,
            AvailableAt = now,
        });
    }
}
