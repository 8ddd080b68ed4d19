using System.Text;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Comparing;

/// <inheritdoc />
internal sealed class Comparisons(IOfficeData data, DocumentAccess access, DocumentText texts, OfficeSettings settings) : IComparisons
{
    private const string OfficePrefix = "办公室";

    public async Task<IReadOnlyList<ComparedVersion>> ReadAsync(
        string personId, string documentId, int from, int to, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        if (from >= to)
            throw RefusalException.Invalid("请选择先后不同的两稿：前一稿在前，后一稿在后。");
        foreach (var ordinal in new[] { from, to }.Where(ordinal => ordinal < 1 || ordinal > document.CurrentVersion))
            throw RefusalException.NotFound($"第{ordinal}稿");

        var zone = (await settings.ReadCalendarAsync(cancellationToken)).Zone;
        var versions = await data.DocumentVersions.AsNoTracking().Include(version => version.Author)
            .Where(version => version.DocumentId == documentId && version.Ordinal >= from && version.Ordinal <= to)
            .OrderBy(version => version.Ordinal).ToListAsync(cancellationToken);
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == documentId).ToListAsync(cancellationToken);
        var compared = new List<ComparedVersion>();
        foreach (var version in versions)
        {
            var name = $"{version.Author!.Name}（{StepOf(version, seats)}）";
            compared.Add(new ComparedVersion(await ReadAsync(version, cancellationToken), new RevisionAuthor(name, TimeZoneInfo.ConvertTime(version.At, zone))));
        }

        return compared;
    }

    private async Task<OfficialDocument> ReadAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        var annexes = new Dictionary<string, string>();
        foreach (var attachment in await texts.AttachmentsAsync(version.Id, cancellationToken))
            annexes[attachment.Name] = Encoding.UTF8.GetString(await texts.BytesAsync(attachment.FileHash, cancellationToken));
        return DocumentSource.Read(version.SourceText, new SourceReadOptions { ReadSibling = annexes.GetValueOrDefault }).Document
            ?? throw RefusalException.Invalid($"第{version.Ordinal}稿的文本不完整，不能比较。");
    }

    // The step whose seat its author held when it was saved; the office's own steps go by their short names (核稿).
    private static string StepOf(DocumentVersion version, List<Seat> seats)
    {
        var seat = seats.Where(seat => (seat.PersonId == version.AuthorId || seat.DecidedById == version.AuthorId)
                && seat.WorkItem!.OpenedAt <= version.At && (seat.WorkItem.ClosedAt is null || seat.WorkItem.ClosedAt >= version.At))
            .OrderByDescending(seat => seat.WorkItem!.OpenedAt).FirstOrDefault();
        var name = seat?.WorkItem!.StepName ?? "拟稿";
        return name.Length > OfficePrefix.Length && name.StartsWith(OfficePrefix, StringComparison.Ordinal) ? name[OfficePrefix.Length..] : name;
    }
}
