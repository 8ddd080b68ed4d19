using System.Data;
using DocFlow.Office.ProcedureRegisters;
using MiniExcelLibs;

namespace DocFlow.Host.Features.Procedures;

/// <summary>A register as a sheet (.xlsx): numbers as numbers, days as days, totals below.</summary>
internal static class RegisterSheet
{
    private const int MostName = 31;

    public static byte[] Write(RegisterPage register)
    {
        using var table = new DataTable();
        for (var index = 0; index < register.Columns.Count; index++)
            table.Columns.Add(TitleOf(register, index), typeof(object));
        foreach (var row in register.Rows)
            table.Rows.Add([.. row.Cells.Select(ValueOf)]);
        if (register.Totals.Count > 0)
            table.Rows.Add([.. register.Columns.Select((column, index) => TotalOf(register, column, index))]);
        using var stream = new MemoryStream();
        stream.SaveAs(table, sheetName: SheetName(register.Name));
        return stream.ToArray();
    }

    private static object ValueOf(RegisterCell cell)
    {
        if (cell.Day is { } day)
            return day.ToDateTime(TimeOnly.MinValue);
        return cell.Number is { } number ? number : cell.Text ?? "";
    }

    private static object TotalOf(RegisterPage register, RegisterHead column, int index)
    {
        if (register.Totals.TryGetValue(column.From, out var sum))
            return sum;
        return index == 0 ? "合计" : "";
    }

    // A sheet's table can't have two columns of one name; the declaration may.
    private static string TitleOf(RegisterPage register, int index)
    {
        var title = register.Columns[index].Title;
        var before = register.Columns.Take(index).Count(column => column.Title == title);
        return before == 0 ? title : $"{title}（{before + 1}）";
    }

    private static string SheetName(string name)
    {
        var plain = string.Concat(name.Where(character => !@"\/?*[]:".Contains(character, StringComparison.Ordinal)));
        return plain.Length <= MostName ? plain : plain[..MostName];
    }
}
