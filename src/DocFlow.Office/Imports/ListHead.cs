using DocFlow.Office.Procedures;

namespace DocFlow.Office.Imports;

/// <summary>The row that names a list's columns by the labels of the form's fields.</summary>
/// <param name="Row">Its place among the rows.</param>
/// <param name="Fields">The field of each column.</param>
internal sealed record ListHead(int Row, IReadOnlyDictionary<int, ProcedureField> Fields)
{
    // Above it may stand a title.
    private const int DeepestHead = 10;
    private const string Ordinal = "序号";

    /// <exception cref="RefusalException">There is none, or it doesn't fit the form.</exception>
    public static ListHead Of(IReadOnlyList<SheetRow> rows, IReadOnlyList<ProcedureField> fields)
    {
        var importable = fields.Where(field => field.Type is not (FieldType.File or FieldType.Table)).ToList();
        var best = rows.Take(DeepestHead).Select((row, index) => (Index: index, Known: row.Cells.Count(cell => importable.Exists(field => IsLabel(field, cell.Value.Text))))).MaxBy(row => row.Known);
        var expected = $"表头应写字段名称：{string.Join('、', importable.Select(field => $"{field.Label}{(field.IsRequired ? "（必填）" : "")}"))}。";
        if (rows.Count == 0 || best.Known == 0)
            throw RefusalException.Invalid($"表中没有找到表头，没有导入。{expected}");
        var named = new Dictionary<int, ProcedureField>();
        foreach (var (column, cell) in rows[best.Index].Cells.Where(cell => cell.Value.Text.Length > 0 && cell.Value.Text != Ordinal).OrderBy(cell => cell.Key))
        {
            if (cell.Problem is { } problem)
                throw RefusalException.Invalid($"表头{cell.Place}{problem}，没有导入。");
            var field = importable.Find(field => IsLabel(field, cell.Text)) ?? throw RefusalException.Invalid($"表头{cell.Place}“{cell.Text}”不是本台账的字段，没有导入。{expected}");
            if (named.ContainsValue(field))
                throw RefusalException.Invalid($"表头{cell.Place}“{cell.Text}”重复，没有导入。");
            named[column] = field;
        }

        return importable.Find(field => field.IsRequired && !named.ContainsValue(field)) is { } missing
            ? throw RefusalException.Invalid($"表头缺少必填的“{missing.Label}”，没有导入。{expected}")
            : new ListHead(best.Index, named);
    }

    private static bool IsLabel(ProcedureField field, string text) => text == field.Label || text == $"{field.Label}（必填）";
}
