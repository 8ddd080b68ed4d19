using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>What stands in the cells of some matters, read for all of them together.</summary>
/// <param name="openable">Those of some documents that the reader may open.</param>
internal sealed class RegisterCells(
    IOfficeData data, Procedure procedure, IReadOnlyList<RegisterColumn> columns, WorkingCalendar calendar, Lights lights, Func<IReadOnlyList<string>, CancellationToken, Task<IReadOnlySet<string>>> openable)
{
    private const string NotOpenable = "（无权查看）";

    private IReadOnlyDictionary<(string, string), MatterValue> _values = new Dictionary<(string, string), MatterValue>();
    private IReadOnlyDictionary<(string, string), Seat> _decisions = new Dictionary<(string, string), Seat>();
    private ILookup<string, string> _waiting = Array.Empty<string>().ToLookup(text => text);
    private ILookup<string, Receipt> _receipts = Array.Empty<Receipt>().ToLookup(row => row.Id);
    private IReadOnlyDictionary<string, string> _people = new Dictionary<string, string>();
    private ILookup<string, DocumentState> _parts = Array.Empty<DocumentState>().ToLookup(state => "");
    private IReadOnlyDictionary<string, string> _origins = new Dictionary<string, string>();

    /// <summary>The moment that is meant, with what the fields said then; null for now.</summary>
    public (DateTimeOffset At, IReadOnlyDictionary<(string, string), MatterValue> Values)? Moment { get; init; }

    private DateTimeOffset Until => Moment?.At ?? DateTimeOffset.MaxValue;

    /// <param name="first">The ordinal of the first matter, from 1.</param>
    public async Task<IReadOnlyList<RegisterRow>> OfAsync(IReadOnlyList<Document> matters, int first, CancellationToken cancellationToken)
    {
        await LoadAsync(matters, cancellationToken);
        return [.. matters.Select((matter, index) => new RegisterRow(matter.Id, matter.State, LightOf(matter), [.. columns.Select(column => Cell(matter, column, first + index))]))];
    }

    private async Task LoadAsync(IReadOnlyList<Document> matters, CancellationToken cancellationToken)
    {
        var ids = matters.Select(matter => matter.Id).ToList();
        _values = Moment?.Values ?? _values;
        if (Moment is null && columns.Any(column => column.Source == ColumnSource.Field))
            _values = (await data.MatterValues.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.DocumentId)).ToListAsync(cancellationToken)).ToDictionary(row => (row.DocumentId, row.Key));
        if (columns.Any(column => column.Source == ColumnSource.Step))
            _decisions = await DecisionsAsync(ids, [.. columns.Where(column => column.Source == ColumnSource.Step).Select(column => column.Name).Distinct()], cancellationToken);
        if (columns.Any(column => column is { Source: ColumnSource.Matter, Name: "step" }))
            _waiting = (await Waiting(ids).OrderBy(seat => seat.Order)
                .Select(seat => new { seat.WorkItem!.DocumentId, seat.WorkItem.StepName, seat.Person!.Name }).ToListAsync(cancellationToken)).ToLookup(row => row.DocumentId, row => $"{row.StepName}（{row.Name}）");
        if (columns.Any(column => column is { Source: ColumnSource.Document, Name: "copies" or "sentTo" or "receipts" }))
            _receipts = (await data.Distributions.AsNoTracking().Where(row => EF.Parameter(ids).Contains(row.DocumentId) && row.Kind != DistributionKind.Correction).SelectMany(row => row.Receipts, (row, receipt) => new { row.DocumentId, row.At, receipt })
                .ToListAsync(cancellationToken)).Where(row => row.At <= Until).OrderBy(row => row.receipt.Order).ToLookup(row => row.DocumentId, row => row.receipt);
        if (columns.Any(column => column is { Source: ColumnSource.Matter, Name: "parts" }))
            _parts = (await data.Documents.AsNoTracking().Where(part => part.IsMatter && part.State != DocumentState.Void && EF.Parameter(ids).Contains(part.BornFromId!))
                .Select(part => new { part.BornFromId, part.State, part.CreatedAt, part.ClosedAt }).ToListAsync(cancellationToken)).Where(part => part.CreatedAt <= Until)
                .ToLookup(part => part.BornFromId!, part => part.ClosedAt <= Until ? part.State : DocumentState.Running);
        var people = matters.Select(matter => matter.SignerId).OfType<string>().Concat(_decisions.Values.Select(seat => seat.DecidedById).OfType<string>()).Distinct().ToList();
        _people = await data.People.Where(person => people.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var origins = columns.Any(column => column is { Source: ColumnSource.Matter, Name: "bornFrom" }) ? matters.Select(matter => matter.BornFromId).OfType<string>().Distinct().ToList() : [];
        if (origins.Count == 0)
            return;
        var may = await openable(origins, cancellationToken);
        _origins = await data.Documents.Where(row => origins.Contains(row.Id)).ToDictionaryAsync(row => row.Id, row => may.Contains(row.Id) ? row.Title : NotOpenable, cancellationToken);
    }

    private IQueryable<Seat> Waiting(List<string> ids)
    {
        var seats = data.Seats.AsNoTracking().Where(seat => EF.Parameter(ids).Contains(seat.WorkItem!.DocumentId));
        return Moment is { At: var at }
            ? seats.Where(seat => seat.WorkItem!.OpenedAt <= at && (seat.WorkItem.ClosedAt == null || seat.WorkItem.ClosedAt > at) && (seat.DecidedAt == null || seat.DecidedAt > at))
            : seats.Where(seat => seat.State == SeatState.Open);
    }

    // The last decision on each step.
    private async Task<Dictionary<(string, string), Seat>> DecisionsAsync(List<string> ids, List<string> steps, CancellationToken cancellationToken)
    {
        var decided = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem)
            .Where(seat => EF.Parameter(ids).Contains(seat.WorkItem!.DocumentId) && steps.Contains(seat.WorkItem.StepName) && seat.DecidedAt != null).ToListAsync(cancellationToken);
        return decided.Where(seat => seat.DecidedAt <= Until).GroupBy(seat => (seat.WorkItem!.DocumentId, seat.WorkItem.StepName)).ToDictionary(same => same.Key, same => same.MaxBy(seat => (seat.DecidedAt, seat.Id))!);
    }

    private RegisterCell Cell(Document matter, RegisterColumn column, int ordinal) => column.Source switch
    {
        ColumnSource.Field => OfField(matter, procedure.Find(column.Name)!),
        ColumnSource.Step => OfStep(_decisions.GetValueOrDefault((matter.Id, column.Name)), column.Part),
        ColumnSource.Document => OfDocument(matter, column.Name),
        _ => OfMatter(matter, column.Name, ordinal),
    };

    // What was written before the field was restricted stands in the registers' copy.
    private RegisterCell OfField(Document matter, ProcedureField field) => field.IsRestricted
        ? new RegisterCell(_values.TryGetValue((matter.Id, field.Key), out var hidden) && hidden.Text.Length > 0 ? RestrictedReference.Shown : null)
        : _values.TryGetValue((matter.Id, field.Key), out var value)
        ? new RegisterCell(value.Text, value.Number is { } number ? (decimal)number / MatterValue.Scale : null, field.Type == FieldType.Date ? FieldRules.Day(value.Text) : null)
        : new RegisterCell(null);

    private RegisterCell OfStep(Seat? seat, string? part) => seat is null
        ? new RegisterCell(null)
        : part switch
        {
            "opinion" => new RegisterCell(seat.OpinionInWords),
            "person" => new RegisterCell(_people.GetValueOrDefault(seat.DecidedById ?? "") ?? seat.PostShown),
            "date" => Day(seat.DecidedAt),
            "time" => new RegisterCell(calendar.Show(seat.DecidedAt!.Value)),
            _ => new RegisterCell(seat.Outcome),
        };

    private RegisterCell OfDocument(Document document, string name)
    {
        var receipts = _receipts[document.Id].ToList();
        return name switch
        {
            "kind" => new RegisterCell(document.Kind),
            "number" => new RegisterCell(document.Number),
            "signer" => new RegisterCell(document.SignerId is { } signer ? _people.GetValueOrDefault(signer) : null),
            "signedOn" => Day(document.SignedAt),
            "issuedOn" => Day(document.IssuedAt),
            "copies" => receipts.Count == 0 ? new RegisterCell(null) : Whole(receipts.Count),
            "sentTo" => new RegisterCell(string.Join('，', receipts.Select(receipt => receipt.RecipientName))),
            _ => new RegisterCell(receipts.Count == 0 ? null : $"{receipts.Count(receipt => receipt.ReceivedAt <= Until)}/{receipts.Count(receipt => receipt.UnitId is not null)}"),
        };
    }

    private RegisterCell OfMatter(Document matter, string name, int ordinal) => name switch
    {
        "ordinal" => Whole(ordinal),
        "number" => new RegisterCell(matter.Number),
        "title" => new RegisterCell(matter.Title),
        "state" => new RegisterCell(MatterStates.Of(matter)),
        "light" => new RegisterCell(Lights.Word(LightOf(matter))),
        "starter" => new RegisterCell(matter.Drafter!.Name),
        "unit" => new RegisterCell(matter.DrafterUnit!.Name),
        "startedOn" => Day(matter.CreatedAt),
        "due" => Day(matter.DueAt),
        "originalDue" => Day(matter.OriginalDueAt ?? matter.DueAt),
        "closedOn" => Day(matter.ClosedAt),
        "step" => new RegisterCell(string.Join('、', _waiting[matter.Id])),
        "parts" => new RegisterCell(_parts.Contains(matter.Id) ? string.Create(CultureInfo.InvariantCulture, $"{_parts[matter.Id].Count(state => state == DocumentState.Archived)}/{_parts[matter.Id].Count()}") : null),
        _ => new RegisterCell(matter.BornFromId is { } origin ? _origins.GetValueOrDefault(origin) : null),
    };

    private Light? LightOf(Document matter) => lights.Of(matter.DueAt, matter.State is DocumentState.Archived or DocumentState.Void);

    private RegisterCell Day(DateTimeOffset? at) => at is { } moment
        ? new RegisterCell(calendar.DayOf(moment).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), Day: calendar.DayOf(moment))
        : new RegisterCell(null);

    public static RegisterCell Whole(int number) => new(number.ToString(CultureInfo.InvariantCulture), number);
}
