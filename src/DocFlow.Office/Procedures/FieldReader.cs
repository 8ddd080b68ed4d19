using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace DocFlow.Office.Procedures;

/// <summary>Reads the fields of a declaration.</summary>
internal static partial class FieldReader
{
    private const int MostFields = 60;
    private const int MostDecimals = 4;
    private static readonly string[] Known =
        ["key", "label", "type", "required", "multiple", "min", "max", "maxLength", "pattern", "decimals", "options", "default", "prefill", "help", "columns", "restrictedTo", "list"];

    // What a column of a table may be.
    private static readonly FieldType[] OfColumns = [FieldType.Text, FieldType.LongText, FieldType.Date, FieldType.Time, FieldType.Number, FieldType.Choice, FieldType.Person, FieldType.Unit];

    public static IReadOnlyList<ProcedureField> Read(DeclaredObject declaration) => Read(declaration, "fields");

    private static List<ProcedureField> Read(DeclaredObject declaration, string name)
    {
        var fields = new List<ProcedureField>();
        var items = declaration.Items(name);
        if (items.Count > MostFields)
            declaration.Problem(name, $"有{items.Count}个字段，超过上限{MostFields}。");
        foreach (var (item, path) in items)
        {
            var field = new DeclaredObject(item, path, declaration.Problems, Known);
            if (item.ValueKind != JsonValueKind.Object)
                continue;
            var read = ReadOne(field);
            if (fields.Exists(other => other.Key == read.Key) && read.Key.Length > 0)
                field.Problem("key", $"字段“{read.Key}”重复。");
            fields.Add(read);
        }

        return fields;
    }

    private static ProcedureField ReadOne(DeclaredObject field)
    {
        var key = field.RequiredText("key", 40);
        if (key.Length > 0 && !KeyShape().IsMatch(key))
            field.Problem("key", $"“{key}”不能作字段标识：须以英文字母开头，只用字母和数字。");
        var type = TypeOf(field);
        var read = new ProcedureField
        {
            Key = key,
            Label = field.RequiredText("label", 40),
            Type = type,
            IsRequired = field.Flag("required"),
            IsMultiple = field.Flag("multiple"),
            MaxLength = field.Whole("maxLength", 1, 20000),
            Decimals = field.Whole("decimals", 0, MostDecimals) ?? 0,
            Pattern = PatternOf(field),
            Options = OptionsOf(field, type),
            Min = Bound(field, "min", type),
            Max = Bound(field, "max", type),
            Prefill = PrefillOf(field, type),
            Help = field.Text("help"),
            Columns = ColumnsOf(field, type),
            List = field.Text("list", 40),
            RestrictedTo = [.. field.Texts("restrictedTo").Select(word => word.Value)],
        };
        CheckFit(field, read);
        read = read with { Default = field.Text("default", 2000) };
        if (read.Default is { } value && FieldRules.Problem(read, value) is { } wrong)
            field.Problem("default", $"默认值不合本字段的要求：{wrong}");
        return read;
    }

    private static string? PrefillOf(DeclaredObject field, FieldType type)
    {
        if (field.Text("prefill") is not { } prefill)
            return null;
        if (prefill == ProcedureField.Duties)
        {
            if (type != FieldType.Table)
                field.Problem("prefill", "只有表格可以取来源公文的任务句（duties）。");
            return prefill;
        }

        if (type == FieldType.Table && !prefill.StartsWith("field:", StringComparison.Ordinal))
            field.Problem("prefill", "表格只能取自来源公文的任务句（duties）或来源事项的表格（field:字段标识）。");
        if (type == FieldType.File || !PrefillShape().IsMatch(prefill))
            field.Problem("prefill", type == FieldType.File ? "文件字段不能取自来源。" : $"“{prefill}”无法识别，可用：title、number、kind、field:字段标识、step:步骤名.opinion（或 person、date、outcome）。");
        return prefill;
    }

    private static List<ProcedureField> ColumnsOf(DeclaredObject field, FieldType type)
    {
        var columns = Read(field, "columns");
        if (type != FieldType.Table && columns.Count > 0)
            field.Problem("columns", "只有表格字段可以写“columns”。");
        else if (type == FieldType.Table && columns.Count == 0)
            field.Problem("columns", "表格字段须列出各列。");
        foreach (var column in columns.Where(column => !OfColumns.Contains(column.Type) || column.Prefill is not null || column.Default is not null || column.IsRestricted))
            field.Problem("columns", $"列“{column.Label}”不能是文件或表格，也不能限阅、有默认值或取自来源。");
        return columns;
    }

    private static FieldType TypeOf(DeclaredObject field)
    {
        var word = field.RequiredText("type");
        if (word.Length == 0)
            return FieldType.Text;
        if (char.IsLower(word[0]) && Enum.TryParse<FieldType>(word, ignoreCase: true, out var type) && !char.IsDigit(word[0]))
            return type;
        field.Problem("type", $"没有字段类型“{word}”，可用：text、longText、date、time、number、choice、person、unit、file、table。");
        return FieldType.Text;
    }

    private static string? PatternOf(DeclaredObject field)
    {
        if (field.Text("pattern") is not { } pattern)
            return null;
        try
        {
            _ = FieldRules.Whole(pattern);
            return pattern;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            field.Problem("pattern", $"“{pattern}”不是可用的正则表达式（不支持回溯引用和环视）。");
            return null;
        }
    }

    private static List<string> OptionsOf(DeclaredObject field, FieldType type)
    {
        var options = field.Texts("options");
        foreach (var (option, path) in options.GroupBy(option => option.Value).SelectMany(same => same.Skip(1)))
            field.Problems.Add(new ProcedureProblem(path, $"选项“{option}”重复。"));
        foreach (var (option, path) in options.Where(option => option.Value.Contains(FieldRules.Separator, StringComparison.Ordinal)))
            field.Problems.Add(new ProcedureProblem(path, $"选项“{option}”不能含半角逗号。"));
        if (type == FieldType.Choice && options.Count == 0 && field.Find("list") is null)
            field.Problem("options", "选择字段须列出选项，或写明选项取自哪个清单（list）。");
        return [.. options.Select(option => option.Value)];
    }

    private static string? Bound(DeclaredObject field, string name, FieldType type)
    {
        if (field.Find(name) is not { } found)
            return null;
        switch (type)
        {
            case FieldType.Number when found.ValueKind == JsonValueKind.Number && found.TryGetDecimal(out var number):
                return number.ToString(CultureInfo.InvariantCulture);
            case FieldType.Date when found.ValueKind == JsonValueKind.String && FieldRules.Day(found.GetString()!) is not null:
                return found.GetString();
            case FieldType.Time when found.ValueKind == JsonValueKind.String && FieldRules.Time(found.GetString()!) is not null:
                return found.GetString();
            case FieldType.Number:
                field.Problem(name, "应是数字。");
                return null;
            case FieldType.Date:
                field.Problem(name, "应是日期，写成 yyyy-MM-dd。");
                return null;
            case FieldType.Time:
                field.Problem(name, "应是时间，写成 HH:mm。");
                return null;
            default:
                field.Problem(name, $"只有数字、日期和时间字段可以写“{name}”；文字用 maxLength。");
                return null;
        }
    }

    private static void CheckFit(DeclaredObject field, ProcedureField read)
    {
        if (read is { Min: { } min, Max: { } max } && FieldRules.Compare(read.Type, min, max) > 0)
            field.Problem("min", $"最小值{min}大于最大值{max}。");
        if (read.MaxLength is not null && read.Type is not (FieldType.Text or FieldType.LongText))
            field.Problem("maxLength", "只有文字字段可以写“maxLength”。");
        if (read.Pattern is not null && read.Type != FieldType.Text)
            field.Problem("pattern", "只有单行文字字段可以写“pattern”。");
        if (read.Options.Count > 0 && read.Type != FieldType.Choice)
            field.Problem("options", "只有选择字段可以写“options”。");
        if (read.List is not null && (read.Type != FieldType.Choice || read.Options.Count > 0))
            field.Problem("list", "只有没有“options”的选择字段可以写“list”。");
        if (read.List is { } list && list is not (ProcedureField.StepList or ProcedureField.PostList or ProcedureField.ProcedureList) && !Lists.StoredLists.Names.Contains(list))
            field.Problem("list", $"没有清单“{list}”，可用：{string.Join('、', Lists.StoredLists.Names.Append(ProcedureField.StepList).Append(ProcedureField.PostList).Append(ProcedureField.ProcedureList))}。");
        if (read.List is not null && field.Find("default") is not null)
            field.Problem("default", "选项取自清单的字段不能有默认值。");
        if (read.Decimals > 0 && read.Type != FieldType.Number)
            field.Problem("decimals", "只有数字字段可以写“decimals”。");
        if (read.IsMultiple && read.Type is not (FieldType.Person or FieldType.Unit or FieldType.Choice))
            field.Problem("multiple", "只有人员、单位和选择字段可以写“multiple”。");
        if (field.Find("default") is not null && read.Type is FieldType.Person or FieldType.Unit or FieldType.File or FieldType.Table)
            field.Problem("default", "人员、单位、文件和表格字段不能有默认值。");
    }

    [GeneratedRegex(@"^(title|number|kind|field:[A-Za-z][A-Za-z0-9]*|step:.+\.(opinion|person|date|outcome))$")]
    private static partial Regex PrefillShape();

    [GeneratedRegex("^[A-Za-z][A-Za-z0-9]*$")]
    private static partial Regex KeyShape();
}
