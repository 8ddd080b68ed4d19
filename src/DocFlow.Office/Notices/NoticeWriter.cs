using DocFlow.Office.Sending;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Notices;

/// <summary>Adds notices to the context: they are saved with the act that they tell of, or not at all.</summary>
internal sealed class NoticeWriter(IOfficeData data, NoticeOrders orders, OfficeClock clock)
{
    private const int MostText = 2000;

    /// <summary>Tells each person once; who was told under the same key before isn't told again.</summary>
    /// <param name="key">Names what it is about, such as the act's row: at most 200 characters.</param>
    /// <param name="workItemId">The work that it asks for; null when it only informs.</param>
    /// <param name="senderId">Who caused it, who isn't told; null for the system.</param>
    public async Task TellAsync(
        IReadOnlyCollection<string> personIds, NoticeKind kind, string key, string text, string? documentId, string? senderId, CancellationToken cancellationToken,
        string? workItemId = null)
    {
        // Nobody to tell: a question about nobody would walk through all notices.
        if (personIds.Count == 0)
            return;
        var told = await data.Notices.Where(notice => notice.Key == key && personIds.Contains(notice.PersonId))
            .Select(notice => notice.PersonId).ToListAsync(cancellationToken);
        var now = clock.Now;
        var added = personIds.Distinct().Except(told).Where(personId => personId != senderId).Select(personId => new Notice
        {
            Id = OfficeId.New(now),
            PersonId = personId,
            Kind = kind,
            Text = text.Length <= MostText ? text : text[..MostText],
            DocumentId = documentId,
            WorkItemId = workItemId,
            SenderId = senderId,
            At = now,
            Key = key,
        }).ToList();
        data.Notices.AddRange(added);
        await orders.AddAsync(added, cancellationToken);
    }
}
