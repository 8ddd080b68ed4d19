using System.Text;
using DocFlow.Documents.Comparing;
using DocFlow.Documents.Comparing.Settling;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Comparing;

/// <summary>Versions of a document as they were written, each with who made it in which step.</summary>
internal sealed class VersionTexts(IOfficeData data, DocumentText texts, OfficeSettings settings)
{
    private const string OfficePrefix = "办公室";

    /// <summary>The versions from one to another, in order.</summary>
    public async Task<IReadOnlyList<WrittenVersion>> ReadAsync(string documentId, int from, int to, CancellationToken cancellationToken)
    {
        var zone = (await settings.ReadCalendarAsync(cancellationToken)).Zone;
        var versions = await data.DocumentVersions.AsNoTracking().Include(version => version.Author)
            .Where(version => version.DocumentId == documentId && version.Ordinal >= from && version.Ordinal <= to)
            .OrderBy(version => version.Ordinal).ToListAsync(cancellationToken);
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem)
            .Where(seat => seat.WorkItem!.DocumentId == documentId).ToListAsync(cancellationToken);
        var written = new List<WrittenVersion>();
        foreach (var version in versions)
        {
            var name = $"{version.Author!.Name}（{StepOf(version, seats)}）";
            written.Add(new WrittenVersion(version.Ordinal, await TextAsync(version, cancellationToken), new RevisionAuthor(name, TimeZoneInfo.ConvertTime(version.At, zone))));
        }

        return written;
    }

    /// <summary>The ordinal of the last text that was written.</summary>
    public Task<int> NewestAsync(string documentId, CancellationToken cancellationToken) =>
        data.DocumentVersions.Where(version => version.DocumentId == documentId).MaxAsync(version => version.Ordinal, cancellationToken);

    public async Task<DraftText> TextAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        var files = new Dictionary<string, string>();
        foreach (var attachment in await texts.AttachmentsAsync(version.Id, cancellationToken))
            files[attachment.Name] = Encoding.UTF8.GetString(await texts.BytesAsync(attachment.FileHash, cancellationToken));
        return new DraftText(version.SourceText, files);
    }

    /// <summary>The names of units, which answer for something where they are named.</summary>
    public Task<List<string>> OrgansAsync(CancellationToken cancellationToken) => data.Units.AsNoTracking().Select(unit => unit.Name).ToListAsync(cancellationToken);

    // The step whose seat its author held when it was saved; the office's own steps go by their short names (核稿).
    private static string StepOf(DocumentVersion version, List<Seat> seats)
    {
        var seat = seats.Where(seat => (seat.PersonId == version.AuthorId || seat.DecidedById == version.AuthorId)
                && seat.WorkItem!.OpenedAt <= version.At && (seat.WorkItem.ClosedAt is null || seat.WorkItem.ClosedAt >= version.At))
            .OrderByDescending(seat => seat.WorkItem!.OpenedAt).FirstOrDefault();
        return Short(seat?.WorkItem!.StepName ?? "拟稿");
    }

    /// <summary>A step's name as it stands beside a person's: 核稿 for 办公室核稿.</summary>
    public static string Short(string stepName) =>
        stepName.Length > OfficePrefix.Length && stepName.StartsWith(OfficePrefix, StringComparison.Ordinal) ? stepName[OfficePrefix.Length..] : stepName;
}

/// <summary>A version, and who made it.</summary>
internal sealed record WrittenVersion(int Ordinal, DraftText Text, RevisionAuthor Author);
