using System.Globalization;
using DocFlow.Documents.Papers;
using DocFlow.Office.Procedures;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>A register as the office's printed table.</summary>
internal static class RegisterPaper
{
    // Short values stand in the middle, as the office's forms have them.
    private const int Short = 12;

    public static Paper Of(RegisterPage register, IReadOnlyList<RegisterColumn> columns, string issuer, string? period, DateOnly today)
    {
        var rows = new List<PaperRow> { PaperRow.Head(columns.Select(column => column.Title)) };
        rows.AddRange(register.Rows.Select(row => new PaperRow([.. row.Cells.Select(Cell)])));
        if (register.Totals.Count > 0)
            rows.Add(new PaperRow([.. columns.Select((column, index) => Total(column, index, register))]));
        return new Paper
        {
            Title = period is null ? register.Name : $"{register.Name}（{period}）",
            Issuer = issuer,
            LeftNote = issuer,
            RightNote = string.Create(CultureInfo.InvariantCulture, $"{today.Year}年{today.Month}月{today.Day}日"),
            Columns = [.. columns.Select(column => column.Width)],
            Rows = rows,
        };
    }

    private static PaperCell Cell(RegisterCell cell) => PaperCell.Of(Shown(cell), cell.Text?.Length > Short ? PaperSide.Left : PaperSide.Middle);

    private static string? Shown(RegisterCell cell) => cell.Day is { } day ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日") : cell.Text;

    private static PaperCell Total(RegisterColumn column, int index, RegisterPage register)
    {
        if (register.Totals.TryGetValue(column.From, out var sum))
            return PaperCell.Of(sum.ToString("0.####", CultureInfo.InvariantCulture), PaperSide.Middle);
        return index == 0 ? PaperCell.Label("合计") : PaperCell.Of(null);
    }
}
