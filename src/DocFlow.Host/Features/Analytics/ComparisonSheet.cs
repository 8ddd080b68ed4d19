using System.Data;
using DocFlow.Office.Analytics;
using MiniExcelLibs;

namespace DocFlow.Host.Features.Analytics;

/// <summary>优化前后对照表 as a sheet (.xlsx).</summary>
internal static class ComparisonSheet
{
    public static byte[] Write(ProcessComparison comparison)
    {
        using var table = new DataTable();
        foreach (var title in new[] { "项目", $"优化前（{comparison.Before.Range.Words}）", $"优化后（{comparison.After.Range.Words}）", "变化", "单位" })
            table.Columns.Add(title, typeof(object));
        foreach (var line in comparison.Lines)
            table.Rows.Add(line.Name, (object?)line.Before ?? "", (object?)line.After ?? "", (object?)line.Change ?? "", line.Unit);
        using var stream = new MemoryStream();
        stream.SaveAs(table, sheetName: "优化前后对照表");
        return stream.ToArray();
    }
}
