using System.Data;
using DocFlow.Office.Assessment;
using MiniExcelLibs;

namespace DocFlow.Host.Features.Assessment;

/// <summary>A month's scores as a sheet (.xlsx).</summary>
internal static class ScoreSheetFile
{
    public static byte[] Write(ScoreTable scores)
    {
        using var table = new DataTable();
        foreach (var title in new[] { "单位", "姓名" }.Concat(scores.Lines))
            table.Columns.Add(title, typeof(object));
        foreach (var row in scores.Rows)
            table.Rows.Add([row.UnitName, row.PersonName, .. row.Values.Cast<object>().Take(scores.Lines.Count)]);
        using var stream = new MemoryStream();
        stream.SaveAs(table, sheetName: "考核得分表");
        return stream.ToArray();
    }
}
