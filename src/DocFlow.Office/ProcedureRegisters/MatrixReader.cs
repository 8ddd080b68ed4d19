using DocFlow.Office.Dossiers;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Reads a completion matrix. A field with several values counts for each of them.</summary>
internal sealed class MatrixReader(IOfficeData data, Procedure procedure, ProcedureMatrix matrix, WorkingCalendar calendar, Lights lights)
{
    private const char Between = '、';

    public async Task<RegisterMatrix> ReadAsync(IQueryable<Document> matters, CancellationToken cancellationToken)
    {
        var rowKey = matrix.Rows;
        var columnKey = matrix.Columns ?? "";
        var found = await matters.Where(matter => matter.State != DocumentState.Void)
            .Select(matter => new
            {
                matter.CreatedAt,
                matter.DueAt,
                IsDone = matter.State == DocumentState.Archived,
                Row = data.MatterValues.Where(value => value.DocumentId == matter.Id && value.Key == rowKey).Select(value => value.Text).FirstOrDefault(),
                Column = data.MatterValues.Where(value => value.DocumentId == matter.Id && value.Key == columnKey).Select(value => value.Text).FirstOrDefault(),
            }).ToListAsync(cancellationToken);
        var cells = found.SelectMany(
            matter => Names(matter.Row).SelectMany(row => Names(matrix.Columns is null ? PeriodRange.NameOf(calendar.DayOf(matter.CreatedAt), procedure.Register?.Period) : matter.Column)
                .Select(column => (Row: row, Column: column, matter.IsDone, Light: lights.Of(matter.DueAt, matter.IsDone))))).ToList();
        var columns = Order(cells.Select(cell => cell.Column), matrix.Columns);
        var rows = Order(cells.Select(cell => cell.Row), matrix.Rows).ConvertAll(row => new MatrixRow(row, [.. columns.Select(column => Cell(cells.FindAll(cell => cell.Row == row && cell.Column == column)))]));
        return new RegisterMatrix(columns, rows, rows.Count(row => row.IsDone));

        static MatrixCell? Cell(List<(string, string, bool IsDone, Light? Light)> here) => here.Count == 0 ? null : new MatrixCell(here.Count(cell => cell.IsDone), here.Count, here.Max(cell => cell.Light));
    }

    private static string[] Names(string? text) => string.IsNullOrEmpty(text) ? ["（空）"] : text.Split(Between);

    // Choices as the form lists them, all of them: what nobody began is seen too.
    private List<string> Order(IEnumerable<string> names, string? key)
    {
        IReadOnlyList<string> options = key is null ? [] : procedure.Find(key)?.Options ?? [];
        return [.. options, .. names.Distinct().Except(options).Order(StringComparer.Ordinal)];
    }
}
