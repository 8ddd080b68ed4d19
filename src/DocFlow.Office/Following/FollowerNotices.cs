using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Following;

/// <summary>Tells a document's followers that a step was done, in the transaction that does it.</summary>
internal sealed class FollowerNotices(IOfficeData data, DocumentAccess access, NoticeWriter notices)
{
    /// <param name="item">A work item that has just been closed.</param>
    /// <param name="actorId">Who closed it and needn't be told; null for the system.</param>
    public async Task TellAsync(WorkItem item, Document document, string? actorId, CancellationToken cancellationToken)
    {
        var readers = new List<string>();
        foreach (var personId in await data.Follows.Where(follow => follow.DocumentId == document.Id && follow.PersonId != actorId).Select(follow => follow.PersonId).ToListAsync(cancellationToken))
        {
            // Who may no longer read it doesn't hear of it either.
            if (await access.IsInsideAsync(personId, document, cancellationToken))
                readers.Add(personId);
        }

        if (readers.Count > 0)
        {
            await notices.TellAsync(
                readers, NoticeKind.Followed, $"followed/{item.Id}", $"您关注的《{document.Title}》有进展：“{item.StepName}”已办，结果为“{item.Outcome}”。",
                document.Id, actorId, cancellationToken);
        }
    }
}
