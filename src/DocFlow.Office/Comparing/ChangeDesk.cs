using System.Globalization;
using System.Text;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Comparing.Settling;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Comparing;

/// <inheritdoc />
internal sealed class ChangeDesk(
    IOfficeData data, DocumentAccess access, DocumentText texts, VersionTexts versions, DraftVersions drafts, OfficeDirectory directory, EventLog events, OfficeClock clock) : IChangeDesk
{
    public const string Act = "取舍修改";

    private const int MostReason = 2000;

    public async Task<ChangeSheet> ReadAsync(string personId, string documentId, int? from = null, int? to = null, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var last = to ?? document.CurrentVersion;
        var first = from ?? await KnownAsync(personId, document, last, cancellationToken);
        if (document.CurrentVersion == 1 && from is null && to is null)
            return new ChangeSheet(1, 1, document.Version, false, []);
        VersionRange.Require(document, first, last, await versions.NewestAsync(documentId, cancellationToken));
        var (written, comparison) = await CompareAsync(documentId, first, last, cancellationToken);
        var mayDecide = last == document.CurrentVersion && await MaySettleAsync(personId, document, cancellationToken);
        return new ChangeSheet(first, last, document.Version, mayDecide, [.. comparison.Changes.Select(change => Row(change, AuthorOf(change, written)))]);
    }

    public async Task<int> SettleAsync(string personId, string documentId, ChangeAnswer answer, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        VersionRange.Require(document, answer.From, answer.To, document.CurrentVersion);
        if (!await MaySettleAsync(personId, document, cancellationToken))
        {
            throw RefusalException.Forbidden(document.DrafterId == personId
                ? "现在不在拟稿人手中，不能取舍修改；退回拟稿人后再办理。"
                : "修改的取舍由拟稿人，或代其修改文稿的人决定。");
        }

        if (document.Version != answer.Version || answer.To != document.CurrentVersion)
            throw Stale();
        var (_, comparison) = await CompareAsync(documentId, answer.From, answer.To, cancellationToken);
        Require(answer, comparison);

        var text = comparison.Without(answer.Refused.Keys.ToHashSet());
        var reading = DocumentText.Read(text.Source, [.. text.Files.Keys]);
        if (!reading.IsReadable)
            throw RefusalException.Invalid($"这样取舍后文稿不完整：{reading.Problems[0]} 请把相关的几处一并接受或一并不接受。");
        var current = await texts.CurrentAsync(document, cancellationToken);
        var version = answer.Refused.Count == 0 ? current : await drafts.PutAsync(document, personId, Content(text), cancellationToken);
        (document.Title, document.Kind, document.Urgency) = DocumentText.Label(reading, document.Title, document.Kind);
        document.UpdatedAt = clock.Now;
        document.Saves++;
        events.Add(ActRecord.On(version, Act) with
        {
            Actor = await directory.PersonAsync(personId, cancellationToken), OnBehalfOf = await access.RevisesForAsync(personId, document, cancellationToken), StepName = "拟稿",
            Opinion = Told(answer, comparison),
            Detail = new Dictionary<string, string> { ["对照"] = string.Create(CultureInfo.InvariantCulture, $"第{answer.From}稿至第{answer.To}稿") },
        });
        try
        {
            await data.SaveChangesAsync(cancellationToken);
            return document.Version;
        }
        catch (DbUpdateException)
        {
            // Somebody else was faster: what they did must be seen first.
            data.Forget();
            throw Stale();
        }
    }

    // The drafter, or who has the draft to revise in the drafter's place.
    private async Task<bool> MaySettleAsync(string personId, Document document, CancellationToken cancellationToken) =>
        (document.DrafterId == personId || await access.AnswersForAsync(personId, document, cancellationToken)) && await access.MayEditAsync(personId, document, cancellationToken);

    // What the person has seen last: the drafter's own text, or the one that the person decided on.
    private async Task<int> KnownAsync(string personId, Document document, int to, CancellationToken cancellationToken)
    {
        var own = document.DrafterId == personId || await access.AnswersForAsync(personId, document, cancellationToken)
            ? await data.DocumentVersions.Where(version => version.DocumentId == document.Id && (version.AuthorId == personId || version.AuthorId == document.DrafterId) && version.Ordinal < to)
                .MaxAsync(version => (int?)version.Ordinal, cancellationToken)
            : await data.Seats.Where(seat => seat.WorkItem!.DocumentId == document.Id && seat.DecidedById == personId && seat.VersionOrdinal < to)
                .MaxAsync(seat => seat.VersionOrdinal, cancellationToken);
        return own ?? Math.Max(1, to - 1);
    }

    private async Task<(IReadOnlyList<WrittenVersion> Written, DraftComparison Comparison)> CompareAsync(string documentId, int from, int to, CancellationToken cancellationToken)
    {
        var written = await versions.ReadAsync(documentId, from, to, cancellationToken);
        return (written, DraftComparison.Of(written[0].Text, written[^1].Text, await versions.OrgansAsync(cancellationToken)));
    }

    // Whose version first had the paragraph as it now is, or no longer had it.
    private static RevisionAuthor AuthorOf(DraftChange change, IReadOnlyList<WrittenVersion> written)
    {
        var isGone = change.LineAfter.Length == 0;
        foreach (var version in written.Skip(1))
        {
            if (isGone ? !Has(version.Text, change.LineBefore) : Has(version.Text, change.LineAfter))
                return version.Author;
        }

        return written[^1].Author;
    }

    private static bool Has(DraftText text, string line) =>
        text.Source.Contains(line, StringComparison.Ordinal) || text.Files.Values.Any(file => file.Contains(line, StringComparison.Ordinal));

    private static void Require(ChangeAnswer answer, DraftComparison comparison)
    {
        foreach (var (id, reason) in answer.Refused)
        {
            if (id < 1 || id > comparison.Changes.Count)
                throw RefusalException.Invalid($"这两稿之间没有第{id}处修改，请重新打开对照后再办理。");
            if (string.IsNullOrWhiteSpace(reason))
                throw RefusalException.Invalid($"第{id}处不接受，须写明理由。");
            PlainText.Require(reason, "不接受的理由", MostReason);
        }
    }

    private static DraftContent Content(DraftText text) => new()
    {
        SourceText = text.Source, Attachments = text.Files.ToDictionary(file => file.Key, file => Encoding.UTF8.GetBytes(file.Value)),
    };

    private static string Told(ChangeAnswer answer, DraftComparison comparison)
    {
        var refused = answer.Refused.OrderBy(pair => pair.Key).Select(pair => string.Create(CultureInfo.InvariantCulture, $"第{pair.Key}处不接受：{pair.Value.Trim()}"));
        var words = string.Create(CultureInfo.InvariantCulture, $"共{comparison.Changes.Count}处，接受{comparison.Changes.Count - answer.Refused.Count}处");
        return string.Join('；', refused.Prepend(words)) is var told && told.Length <= MostReason ? told : $"{told[..(MostReason - 1)]}…";
    }

    private static ChangeRow Row(DraftChange change, RevisionAuthor author) =>
        new(change.Id, change.Place, change.Before, change.After, change.Left, change.Right, author.Name, author.At, change.Alarms);

    private static RefusalException Stale() => RefusalException.Conflict("文稿刚刚有了新的改动，请重新打开对照，核对后再办理。");
}
