using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Queries;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Requests;

/// <inheritdoc />
internal sealed class OwnRequests(IOfficeData data, DocumentAccess access, IProcedures procedures) : IOwnRequests
{
    public async Task<Paged<OwnRequest>> ListAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var units = await UnitsAsync(personId, cancellationToken);
        var sent = units.Count == 0 ? null : await SentByAsync([.. units.Values], cancellationToken);
        if (sent is null)
            return new Paged<OwnRequest>([], 0);
        var total = await sent.CountAsync(cancellationToken);
        var matters = await sent.OrderByDescending(matter => matter.CreatedAt).ThenByDescending(matter => matter.Id).Skip(Paging.Skip(page, size)).Take(size).ToListAsync(cancellationToken);
        return new Paged<OwnRequest>(await RowsAsync(matters, [.. units.Keys], cancellationToken), total);
    }

    public async Task<OwnRequest?> AnsweredByAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var units = await UnitsAsync(personId, cancellationToken);
        if (units.Count == 0 || await data.Documents.Where(row => row.Id == documentId).Select(row => row.BornFromId).FirstOrDefaultAsync(cancellationToken) is not { } originId)
            return null;
        if (await SentByAsync([.. units.Values], cancellationToken) is not { } sent || await sent.FirstOrDefaultAsync(matter => matter.Id == originId, cancellationToken) is not { } origin)
            return null;
        var row = (await RowsAsync([origin], [.. units.Keys], cancellationToken))[0];
        return row.Answers.Any(answer => answer.DocumentId == documentId) ? row : null;
    }

    public async Task<bool> HasUnitsAsync(string personId, CancellationToken cancellationToken = default) => (await UnitsAsync(personId, cancellationToken)).Count > 0;

    private async Task<Dictionary<string, string>> UnitsAsync(string personId, CancellationToken cancellationToken)
    {
        var ids = await access.ReceivingUnitsAsync(personId, cancellationToken);
        return await data.Units.Where(unit => ids.Contains(unit.Id) && unit.Kind != UnitKind.Office && unit.Kind != UnitKind.Section && unit.Kind != UnitKind.Leadership)
            .ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
    }

    // Who sent it stands in the register by name, as on the paper.
    private async Task<IQueryable<Document>?> SentByAsync(List<string> names, CancellationToken cancellationToken)
    {
        IQueryable<string>? ids = null;
        foreach (var procedure in (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Incoming is not null))
        {
            var (id, key) = (procedure.Id, procedure.Incoming!.Sender);
            var own = data.MatterValues.Where(value => value.ProcedureId == id && value.Key == key && names.Contains(value.Text)).Select(value => value.DocumentId);
            ids = ids is null ? own : ids.Union(own);
        }

        return ids is null ? null : data.Documents.AsNoTracking().Where(matter => ids.Contains(matter.Id) && matter.State != DocumentState.Void);
    }

    private async Task<IReadOnlyList<OwnRequest>> RowsAsync(List<Document> matters, List<string> units, CancellationToken cancellationToken)
    {
        var ids = matters.ConvertAll(matter => matter.Id);
        var incoming = (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Incoming is not null).ToDictionary(procedure => procedure.Id, procedure => procedure.Incoming!);
        var values = (await data.MatterValues.AsNoTracking().Where(value => ids.Contains(value.DocumentId)).ToListAsync(cancellationToken)).ToDictionary(value => (value.DocumentId, value.Key), value => value.Text);
        var steps = (await data.WorkItems.AsNoTracking().Where(item => ids.Contains(item.DocumentId) && item.ClosedAt == null).OrderBy(item => item.OpenedAt)
            .Select(item => new { item.DocumentId, item.StepName }).ToListAsync(cancellationToken)).ToLookup(item => item.DocumentId, item => item.StepName);
        var answers = (await data.Documents.AsNoTracking().Where(answer => !answer.IsMatter && answer.IssuedAt != null && ids.Contains(answer.BornFromId!)
                && data.Distributions.Any(sent => sent.DocumentId == answer.Id && sent.Receipts.Any(receipt => receipt.UnitId != null && units.Contains(receipt.UnitId))))
            .OrderBy(answer => answer.IssuedAt).ToListAsync(cancellationToken)).ToLookup(answer => answer.BornFromId!);
        return [.. matters.Select(matter => new OwnRequest(
            matter.Title, Value(matter, fields => fields.Sender) ?? "", Value(matter, fields => fields.Number), matter.CreatedAt, matter.State == DocumentState.Archived ? MatterStates.Closed : MatterStates.Running,
            steps[matter.Id].Any() ? string.Join('、', steps[matter.Id].Distinct()) : null,
            [.. answers[matter.Id].Select(answer => new RequestAnswer(answer.Id, answer.Title, answer.Number, answer.IssuedAt))]))];

        string? Value(Document matter, Func<IncomingFields, string> key) =>
            values.GetValueOrDefault((matter.Id, key(incoming[matter.ProcedureId!]))) is { Length: > 0 } text ? text : null;
    }
}
