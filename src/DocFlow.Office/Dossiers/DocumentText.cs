using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Office.Files;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Dossiers;

/// <summary>The texts of documents: reading versions and their elements.</summary>
internal sealed class DocumentText(IOfficeData data, IFileStore files)
{
    private const int MostNamed = 3;

    // A version that this transaction adds isn't in the database yet.
    public async Task<DocumentVersion> CurrentAsync(Document document, CancellationToken cancellationToken) =>
        data.DocumentVersions.Local.FirstOrDefault(version => version.DocumentId == document.Id && version.Ordinal == document.CurrentVersion)
        ?? await data.DocumentVersions.SingleAsync(
            version => version.DocumentId == document.Id && version.Ordinal == document.CurrentVersion, cancellationToken);

    public async Task<List<VersionAttachment>> AttachmentsAsync(string versionId, CancellationToken cancellationToken)
    {
        var kept = await data.VersionAttachments.Where(attachment => attachment.DocumentVersionId == versionId).ToListAsync(cancellationToken);
        return kept.Count > 0 ? kept : [.. data.VersionAttachments.Local.Where(attachment => attachment.DocumentVersionId == versionId)];
    }

    /// <summary>Refuses a document whose current text isn't the one that was signed (P-40, P-46).</summary>
    public async Task<DocumentVersion> SignedAsync(Document document, CancellationToken cancellationToken)
    {
        var version = await CurrentAsync(document, cancellationToken);
        if (document.SignedHash is null)
            throw RefusalException.Invalid($"《{document.Title}》尚未签发，不能编号、用印或印发。");
        if (document.SignedHash != version.ContentHash)
            throw RefusalException.Invalid($"《{document.Title}》的正文与签发时不一致，请送原签批人复审。");
        return version;
    }

    /// <summary>Refuses to send a text for review that can't be read or has findings that must be mended first.</summary>
    public async Task RefuseUnfitAsync(DocumentVersion version, CancellationToken cancellationToken)
    {
        var attachments = await AttachmentsAsync(version.Id, cancellationToken);
        var reading = Read(version.SourceText, attachments.ConvertAll(attachment => attachment.Name));
        if (!reading.IsReadable)
            throw RefusalException.Invalid($"文稿还不能送审：{string.Join(' ', reading.Problems.Take(MostNamed))}");

        var findings = reading.Findings.Concat(DocumentChecker.Check(reading.Document!, reading.ElementLines)).Where(finding => finding.Severity == FindingSeverity.Blocking)
            .Select(finding => finding.Message).Distinct().ToList();
        if (findings.Count > 0)
            throw RefusalException.Invalid($"文稿有{findings.Count}处必须先改正，还不能送审：{string.Join(' ', findings.Take(MostNamed))}");
    }

    public async Task<byte[]> BytesAsync(string hash, CancellationToken cancellationToken)
    {
        await using var stream = files.Open(hash);
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, cancellationToken);
        return copy.ToArray();
    }

    /// <summary>The elements of a source, with annex texts looked up among the attachments.</summary>
    public static SourceReading Read(string sourceText, IReadOnlyCollection<string>? attachmentNames = null) => DocumentSource.Read(
        sourceText,
        // Only the elements are asked for here; an annex that is present reads as empty.
        new SourceReadOptions { ReadSibling = name => attachmentNames?.Contains(name) == true ? "" : null });

    /// <summary>The elements of a text whatever files its annexes lie in; null while it can't be read.</summary>
    public static OfficialDocument? Elements(string sourceText) => DocumentSource.Read(sourceText, new SourceReadOptions { ReadSibling = _ => "" }).Document;

    /// <summary>What a draft is called before its source can be read.</summary>
    public static (string Title, string Kind, string? Urgency) Label(SourceReading reading, string? titleBefore = null, string? kindBefore = null)
    {
        if (reading.Document is not { } document)
            return (titleBefore ?? "（无标题）", kindBefore ?? "", null);
        var title = document.Title.Replace("/", "", StringComparison.Ordinal);
        return (title.Length <= 400 ? title : title[..400], ChineseNames.Of(document.Kind), document.Urgency is { } urgency ? ChineseNames.Of(urgency) : null);
    }
}
