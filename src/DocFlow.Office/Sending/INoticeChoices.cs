namespace DocFlow.Office.Sending;

/// <summary>What each person wants to be told outside the system, and how.</summary>
public interface INoticeChoices
{
    Task<NoticeChoiceSheet> ReadAsync(string personId, CancellationToken cancellationToken = default);

    /// <exception cref="RefusalException">The address isn't one, or is missing where it is needed.</exception>
    Task SaveAsync(string personId, NoticeChoiceSheet sheet, CancellationToken cancellationToken = default);
}
