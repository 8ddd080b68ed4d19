using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>
/// The official documents of a register as they stood at a moment, made out of their versions, their numbers and the event log: what was signed again, numbered,
/// sent, filed or voided afterwards changes nothing of it.
/// </summary>
internal sealed class DocumentsAtMoment(IOfficeData data, DateTimeOffset at)
{
    private const string Started = "送审";
    private const string Signed = "签发";
    private const string SignatureGone = "签发失效";
    private const string Issued = "印发";
    private const string Archived = "归档";
    private const string Voided = "作废";

    private static readonly string[] Acts = [Started, Signed, SignatureGone, Issued, Archived, Voided];

    /// <summary>Those that were sent into the procedure by then, the newest first.</summary>
    public async Task<IReadOnlyList<Document>> ReadAsync(IQueryable<Document> documents, int most, CancellationToken cancellationToken)
    {
        var now = await documents.AsNoTracking().Include(row => row.Drafter).Include(row => row.DrafterUnit).Where(row => !row.IsMatter && row.CreatedAt <= at)
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(most + 1).ToListAsync(cancellationToken);
        if (now.Count > most)
            throw RefusalException.Invalid(string.Create(CultureInfo.InvariantCulture, $"截至时点的公文超过{most}件，请按时期筛选。"));
        var ids = now.ConvertAll(row => row.Id);
        var acts = (await data.Events.AsNoTracking().Where(row => row.At <= at && Acts.Contains(row.Act) && EF.Parameter(ids).Contains(row.DocumentId!)).OrderBy(row => row.Sequence).ToListAsync(cancellationToken))
            .ToLookup(row => row.DocumentId!);
        var numbers = (await data.IssuedNumbers.AsNoTracking().Where(row => row.At <= at && EF.Parameter(ids).Contains(row.DocumentId)).ToListAsync(cancellationToken)).ToLookup(row => row.DocumentId, row => row.Text);
        var labels = await LabelsAsync(ids, cancellationToken);
        return [.. now.Where(row => acts[row.Id].Any(act => act.Act == Started)).Select(row => Then(row, [.. acts[row.Id]], numbers[row.Id].Contains(row.Number) ? row.Number : null, labels.GetValueOrDefault(row.Id)))];
    }

    private Document Then(Document document, List<OfficeEvent> acts, string? number, (string Title, string Kind)? label)
    {
        var signed = acts.FindLast(act => act.Act is Signed or SignatureGone) is { Act: Signed } last ? last : null;
        return new Document
        {
            Id = document.Id,
            Title = label?.Title ?? document.Title,
            Kind = label?.Kind ?? document.Kind,
            ProcedureId = document.ProcedureId,
            State = StateOf(acts, signed, number),
            DrafterId = document.DrafterId,
            DrafterUnitId = document.DrafterUnitId,
            Drafter = document.Drafter,
            DrafterUnit = document.DrafterUnit,
            Number = number,
            SignerId = signed?.ActorId,
            SignedAt = signed?.At,
            IssuedAt = acts.Find(act => act.Act == Issued)?.At,
            BornFromId = document.BornFromId,
            CreatedAt = document.CreatedAt,
        };
    }

    private static DocumentState StateOf(List<OfficeEvent> acts, OfficeEvent? signed, string? number)
    {
        if (Has(Voided))
            return DocumentState.Void;
        if (Has(Archived))
            return DocumentState.Archived;
        if (Has(Issued))
            return DocumentState.Issued;
        if (number is not null)
            return DocumentState.Numbered;
        return signed is null ? DocumentState.Running : DocumentState.Signed;

        bool Has(string act) => acts.Exists(row => row.Act == act);
    }

    // Titles and kinds of those whose text was changed afterwards.
    private async Task<Dictionary<string, (string Title, string Kind)?>> LabelsAsync(List<string> ids, CancellationToken cancellationToken)
    {
        var changed = await data.DocumentVersions.AsNoTracking().Where(version => version.At > at && EF.Parameter(ids).Contains(version.DocumentId)).Select(version => version.DocumentId).Distinct().ToListAsync(cancellationToken);
        var versions = await data.DocumentVersions.AsNoTracking().Where(version => version.At <= at && EF.Parameter(changed).Contains(version.DocumentId))
            .Select(version => new { version.DocumentId, version.Ordinal, version.SourceText }).ToListAsync(cancellationToken);
        return versions.GroupBy(version => version.DocumentId).ToDictionary(same => same.Key, same =>
        {
            var (title, kind, _) = DocumentText.Label(DocumentText.Read(same.MaxBy(version => version.Ordinal)!.SourceText), "", "");
            return title.Length > 0 ? (title, kind) : ((string Title, string Kind)?)null;
        });
    }
}
