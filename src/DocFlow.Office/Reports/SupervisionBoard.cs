using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Reports;

/// <inheritdoc />
internal sealed class SupervisionBoard(IOfficeData data, IProcedures procedures, DocumentAccess access, OfficeSettings settings, OfficeClock clock) : ISupervisionBoard
{
    private const string Counties = "县（区）";
    private const string City = "市直单位";

    public async Task<IReadOnlyList<UnitBoard>> ReadAsync(string personId, string group, CancellationToken cancellationToken = default)
    {
        var boards = new List<UnitBoard>();
        foreach (var procedure in (await procedures.DeclaredAsync(cancellationToken)).Where(procedure => procedure.Group == group && procedure.Matrix is not null && procedure.Register is not null))
        {
            if (procedure.Find(procedure.Matrix!.Rows) is { Type: FieldType.Unit, IsRestricted: false } field)
                boards.Add(await BoardAsync(personId, procedure, field, cancellationToken));
        }

        return boards;
    }

    private async Task<UnitBoard> BoardAsync(string personId, Procedure procedure, ProcedureField field, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var (now, yellow, key) = (clock.Now, new Lights(calendar, clock.Now, procedure.YellowWorkingDays).YellowUntil, field.Key);
        var matters = (await access.InsideAsync(personId, procedure.Id, cancellationToken)).AsNoTracking().Where(matter => matter.State != DocumentState.Void);
        var counted = await matters.Join(data.MatterValues.Where(value => value.Key == key), matter => matter.Id, value => value.DocumentId, (matter, value) => new
        {
            value.Text,
            // Closed in time, closed late, red, yellow, green, without a deadline.
            Kind = matter.State == DocumentState.Archived ? (matter.DueAt != null && matter.ClosedAt > matter.DueAt ? 1 : 0) : matter.DueAt == null ? 5 : matter.DueAt < now ? 2 : matter.DueAt <= yellow ? 3 : 4,
        }).GroupBy(row => new { row.Text, row.Kind }).Select(same => new { same.Key.Text, same.Key.Kind, Count = same.Count() }).ToListAsync(cancellationToken);
        var known = await data.Units.AsNoTracking().OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        var units = counted.GroupBy(row => row.Text).Select(same => Counts(same.Key, kind => same.Where(row => row.Kind == kind).Sum(row => row.Count)))
            .OrderBy(unit => known.FindIndex(other => other.Name == unit.Unit) is var place and >= 0 ? place : int.MaxValue).ThenBy(unit => unit.Unit, StringComparer.Ordinal).ToList();
        var parts = units.GroupBy(unit => known.Find(other => other.Name == unit.Unit)?.Kind == UnitKind.County ? Counties : City).OrderBy(part => part.Key == Counties)
            .Select(part => new UnitBoardPart(part.Key, Sum(part), [.. part])).ToList();
        var column = procedure.Register!.Columns.FirstOrDefault(column => column.Source == ColumnSource.Field && column.Name == key);
        return new UnitBoard(procedure.Id, procedure.Register.Name, column?.From, parts);
    }

    private static UnitCounts Counts(string unit, Func<int, int> of) =>
        new(unit.Length == 0 ? "（空）" : unit, Enumerable.Range(0, 6).Sum(of), of(2), of(3), of(4), of(5), of(0), of(1));

    private static UnitCounts Sum(IEnumerable<UnitCounts> units)
    {
        var all = units.ToList();
        return new UnitCounts(
            "小计", all.Sum(unit => unit.All), all.Sum(unit => unit.Red), all.Sum(unit => unit.Yellow), all.Sum(unit => unit.Green), all.Sum(unit => unit.NoDeadline), all.Sum(unit => unit.Closed), all.Sum(unit => unit.ClosedLate));
    }
}
