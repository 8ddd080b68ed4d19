using System.Globalization;
using DocFlow.Documents.Comparing.Settling;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Comparing;

/// <summary>
/// Tells the drafter and those who approved an earlier text that a new one alters duties, scope, deadlines, amounts or who answers, once it is decided on.
/// Only adds to the context.
/// </summary>
internal sealed class MeaningNotices(IOfficeData data, VersionTexts versions, NoticeWriter notices)
{
    private const int MostNamed = 3;

    /// <param name="version">The text that is being decided on.</param>
    public async Task TellAsync(Document document, DocumentVersion version, Person actor, CancellationToken cancellationToken)
    {
        if (document.IsMatter || version.Ordinal == 1)
            return;
        var decided = await data.Seats.AsNoTracking().Where(seat => seat.WorkItem!.DocumentId == document.Id && seat.VersionOrdinal != null)
            .Select(seat => new { seat.VersionOrdinal, seat.DecidedById, seat.Outcome }).ToListAsync(cancellationToken);
        // Told with the first decision on this text.
        if (decided.Exists(seat => seat.VersionOrdinal >= version.Ordinal))
            return;
        var known = decided.Max(seat => seat.VersionOrdinal) ?? 1;
        var before = await data.DocumentVersions.AsNoTracking().SingleAsync(row => row.DocumentId == document.Id && row.Ordinal == known, cancellationToken);
        var comparison = DraftComparison.Of(
            await versions.TextAsync(before, cancellationToken), await versions.TextAsync(version, cancellationToken), await versions.OrgansAsync(cancellationToken));
        var alarms = comparison.Changes.SelectMany(change => change.Alarms).Select(alarm => alarm.Message.TrimEnd('。')).Distinct().ToList();
        if (alarms.Count == 0)
            return;
        var approved = decided.Where(seat => seat.Outcome != StepOutcomes.Return).Select(seat => seat.DecidedById).OfType<string>();
        var named = string.Join('；', alarms.Take(MostNamed)) + (alarms.Count > MostNamed ? string.Create(CultureInfo.InvariantCulture, $"；等{alarms.Count}项") : "");
        await notices.TellAsync(
            [.. approved.Append(document.DrafterId).Distinct()], NoticeKind.Meaning, $"meaning/{version.Id}",
            string.Create(CultureInfo.InvariantCulture, $"《{document.Title}》第{version.Ordinal}稿改动了含义（对照第{known}稿）：{named}。请核对。"), document.Id, actor.Id, cancellationToken);
    }
}
