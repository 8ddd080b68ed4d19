using DocFlow.Documents.Checking;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;

namespace DocFlow.Office.Citations;

/// <inheritdoc />
internal sealed class OriginCitations(IOfficeData data, DocumentAccess access, ProcedureCatalog catalog, DocumentText texts) : IOriginCitations
{
    public async Task<OriginCitation?> OfMatterAsync(string personId, string matterId, CancellationToken cancellationToken = default) =>
        await OfAsync(await access.ReadableAsync(personId, matterId, cancellationToken), cancellationToken);

    // Whoever reviews the answer sees what it answers only as the answer cites it, which is all that is said here.
    public async Task<OriginCitation?> OfDraftAsync(string personId, string documentId, CancellationToken cancellationToken = default) =>
        await OriginOfAsync(await access.ReadableAsync(personId, documentId, cancellationToken), cancellationToken);

    /// <summary>Refuses a text that cites what it was born from otherwise than the register has it.</summary>
    public async Task RefuseWrongAsync(Document document, string sourceText, CancellationToken cancellationToken)
    {
        if (await OriginOfAsync(document, cancellationToken) is { } citation
            && CitationRule.Check(sourceText, citation).FirstOrDefault(finding => finding.Severity == FindingSeverity.Blocking) is { } wrong)
            throw RefusalException.Invalid($"文稿还不能送审：{wrong.Message}{wrong.Fix}");
    }

    private async Task<OriginCitation?> OriginOfAsync(Document document, CancellationToken cancellationToken) =>
        document.BornFromId is { } id && await data.Documents.FindAsync([id], cancellationToken) is { } origin ? await OfAsync(origin, cancellationToken) : null;

    private async Task<OriginCitation?> OfAsync(Document matter, CancellationToken cancellationToken)
    {
        if (!matter.IsMatter || (await catalog.FindAsync(matter.ProcedureId, cancellationToken))?.Incoming is not { } incoming)
            return null;
        var values = MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
        return new OriginCitation(matter.Id, matter.Title, values.GetValueOrDefault(incoming.Sender, ""), values.GetValueOrDefault(incoming.Number));
    }
}
