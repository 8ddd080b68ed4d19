using DocFlow.Office.Queries;

namespace DocFlow.Office.Outbox;

/// <summary>What an administrator sees of messages that fail, and sends again once the cause is mended.</summary>
public interface IOutboxCare
{
    /// <summary>Messages that failed and aren't done, the oldest first. Pages count from 0.</summary>
    Task<Paged<StuckMessage>> FailingAsync(int page, int size, CancellationToken cancellationToken = default);

    /// <summary>Sends a message again at once; nothing happens to one that was delivered meanwhile.</summary>
    /// <param name="account">Who does it, for the event.</param>
    Task SendAgainAsync(string account, string messageId, CancellationToken cancellationToken = default);
}
