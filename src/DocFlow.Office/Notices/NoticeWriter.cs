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
    public Task TellAsync(
        IReadOnlyCollection<string> personIds, NoticeKind kind, string key, string text, string? documentId, string? senderId, CancellationToken cancellationToken,
        string? workItemId = null) =>
        TellEachAsync([.. personIds.Distinct().Select(personId => new NoticeWords(personId, key, text, workItemId))], kind, documentId, senderId, cancellationToken);

    /// <summary>As <see cref="TellAsync"/>, each person in words of their own.</summary>
    /// <param name="words">No person twice with the same key.</param>
    public async Task TellEachAsync(IReadOnlyCollection<NoticeWords> words, NoticeKind kind, string? documentId, string? senderId, CancellationToken cancellationToken)
    {
        // Nobody to tell: a question about nobody would walk through all notices.
        if (words.Count == 0)
            return;
        var (people, keys) = (words.Select(one => one.PersonId).Distinct().ToList(), words.Select(one => one.Key).Distinct().ToList());
        var told = (await data.Notices.Where(notice => keys.Contains(notice.Key) && people.Contains(notice.PersonId))
            .Select(notice => new { notice.PersonId, notice.Key }).ToListAsync(cancellationToken)).Select(notice => (notice.PersonId, notice.Key)).ToHashSet();
        var now = clock.Now;
        var added = words.Where(one => one.PersonId != senderId && !told.Contains((one.PersonId, one.Key))).Select(one => new Notice
        {
            Id = OfficeId.New(now),
            PersonId = one.PersonId,
            Kind = kind,
            Text = one.Text.Length <= MostText ? one.Text : one.Text[..MostText],
            DocumentId = documentId,
            WorkItemId = one.WorkItemId,
            SenderId = senderId,
            At = now,
            Key = one.Key,
        }).ToList();
        data.Notices.AddRange(added);
        await orders.AddAsync(added, cancellationToken);
    }
}
