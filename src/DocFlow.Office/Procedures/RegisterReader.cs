using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads the register and the matrix of a declaration.</summary>
internal static class RegisterReader
{
    private const int MostColumns = 30;

    /// <summary>What a column may show of the matter itself.</summary>
    public static readonly IReadOnlyList<string> MatterColumns =
        ["ordinal", "number", "title", "state", "light", "starter", "unit", "startedOn", "due", "originalDue", "closedOn", "step", "bornFrom", "parts"];

    private static readonly string[] DocumentColumns = ["kind", "number", "signer", "signedOn", "issuedOn", "copies", "sentTo", "receipts"];
    private static readonly string[] StepParts = ["opinion", "person", "date", "time", "outcome"];

    public static ProcedureRegister? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, IReadOnlyCollection<string>? steps)
    {
        if (declaration.Find("register") is not { } found)
            return null;
        var register = new DeclaredObject(found, declaration.PathOf("register"), declaration.Problems, "name", "columns", "period");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var items = register.Items("columns");
        if (items.Count is 0 or > MostColumns)
            register.Problem("columns", $"台账须有1至{MostColumns}列。");
        var columns = new List<RegisterColumn>();
        foreach (var (item, path) in items)
        {
            var column = new DeclaredObject(item, path, declaration.Problems, "title", "from", "width", "total");
            if (item.ValueKind == JsonValueKind.Object && ReadColumn(column, fields, steps) is { } read)
                columns.Add(read);
        }

        return new ProcedureRegister(register.RequiredText("name", 40), columns, PeriodOf(register));
    }

    public static ProcedureMatrix? ReadMatrix(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, RegisterPeriod? period)
    {
        if (declaration.Find("matrix") is not { } found)
            return null;
        var matrix = new DeclaredObject(found, declaration.PathOf("matrix"), declaration.Problems, "rows", "columns");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var (rows, columns) = (matrix.RequiredText("rows"), matrix.Text("columns"));
        foreach (var (name, key) in new[] { ("rows", rows), ("columns", columns) }.Where(pair => !string.IsNullOrEmpty(pair.Item2)))
        {
            if (fields.FirstOrDefault(field => field.Key == key) is not { } field)
                matrix.Problem(name, $"没有字段“{key}”。");
            else if (field.Type is not (FieldType.Unit or FieldType.Person or FieldType.Choice or FieldType.Text))
                matrix.Problem(name, $"“{key}”不能作完成情况表的行或列，须是单位、人员、选择或单行文字字段。");
        }

        if (columns is null && period is null)
            matrix.Problem("columns", "须写明列的字段，或在 register.period 中写明周期。");
        return new ProcedureMatrix(rows, columns);
    }

    private static RegisterPeriod? PeriodOf(DeclaredObject register)
    {
        if (register.Text("period") is not { } word)
            return null;
        switch (word)
        {
            case "month":
                return RegisterPeriod.Month;
            case "quarter":
                return RegisterPeriod.Quarter;
            case "year":
                return RegisterPeriod.Year;
            default:
                register.Problem("period", $"没有周期“{word}”，可用：month、quarter、year。");
                return null;
        }
    }

    private static RegisterColumn? ReadColumn(DeclaredObject column, IReadOnlyList<ProcedureField> fields, IReadOnlyCollection<string>? steps)
    {
        var (title, from) = (column.RequiredText("title", 20), column.RequiredText("from"));
        var (width, hasTotal) = (column.Whole("width", 1, 200) ?? 20, column.Flag("total"));
        if (from.Length == 0)
            return null;
        var (source, name, part, wrong) = Parse(from, fields, steps);
        if (wrong is not null)
            column.Problem("from", wrong);
        else if (hasTotal && !(source == ColumnSource.Field && fields.Any(field => field.Key == name && field.Type == FieldType.Number)))
            column.Problem("total", "只有数字字段的列可以合计。");
        return wrong is null ? new RegisterColumn(title, source, name, part, width, hasTotal) : null;
    }

    private static (ColumnSource Source, string Name, string? Part, string? Wrong) Parse(string from, IReadOnlyList<ProcedureField> fields, IReadOnlyCollection<string>? steps)
    {
        var colon = from.IndexOf(':', StringComparison.Ordinal);
        var (kind, name) = colon < 0 ? ("", from) : (from[..colon], from[(colon + 1)..]);
        switch (kind)
        {
            case "" when MatterColumns.Contains(name):
                return (ColumnSource.Matter, name, null, null);
            case "field" when fields.Any(field => field.Key == name):
                return (ColumnSource.Field, name, null, null);
            case "field":
                return (default, "", null, $"没有字段“{name}”。");
            case "document" when DocumentColumns.Contains(name):
                return (ColumnSource.Document, name, null, null);
            case "document":
                return (default, "", null, $"公文没有“{name}”，可用：{string.Join('、', DocumentColumns)}。");
            case "step" when name.LastIndexOf('.') is var dot and > 0 && StepParts.Contains(name[(dot + 1)..]):
                return steps?.Contains(name[..dot]) != false ? (ColumnSource.Step, name[..dot], name[(dot + 1)..], null) : (default, "", null, $"流程中没有名为“{name[..dot]}”的步骤。");
            case "step":
                return (default, "", null, $"“{from}”应写成 step:步骤名.内容，内容可用：{string.Join('、', StepParts)}。");
            default:
                return (default, "", null, $"没有“{from}”，可用：field:…、step:…、document:…，或{string.Join('、', MatterColumns)}。");
        }
    }
}
