using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads what a declaration lets assessment count.</summary>
internal static class MeasureReader
{
    private const int MostMeasures = 20;
    private const int MostName = 20;

    public static IReadOnlyList<ProcedureMeasure> Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, DeclaredSteps declared)
    {
        var steps = declared.Names;
        var measures = new List<ProcedureMeasure>();
        var items = declaration.Items("measures");
        if (items.Count > MostMeasures)
            declaration.Problem("measures", $"有{items.Count}项指标，超过上限{MostMeasures}。");
        foreach (var (item, path) in items)
        {
            var one = new DeclaredObject(item, path, declaration.Problems, "name", "act", "step", "of", "late", "amount", "where");
            if (item.ValueKind != JsonValueKind.Object)
                continue;
            var read = new ProcedureMeasure(
                one.RequiredText("name", MostName), one.RequiredText("act", MostName), one.Text("step"), one.RequiredText("of"), one.Flag("late"), one.Text("amount"), WhereOf(one, fields));
            if (read.Name.Length > 0 && (!read.Name.All(char.IsLetterOrDigit) || char.IsDigit(read.Name[0])))
                one.Problem("name", $"“{read.Name}”须是汉字、字母或数字，且不以数字开头，才能写进公式。");
            if (read.Step is { } step && steps?.Contains(step) == false)
                one.Problem("step", $"没有步骤“{step}”。");
            else if (read.Step is { } of && declared.ButtonsOf(of) is { } buttons && !buttons.Contains($"\"{read.Act}\"", StringComparison.Ordinal))
                one.Problem("act", $"步骤“{of}”没有按钮“{read.Act}”。");
            if (read.Amount is { } amount && !fields.Any(field => field.Key == amount && field is { Type: FieldType.Number, IsRestricted: false }))
                one.Problem("amount", $"“{amount}”须是不限阅的数字字段。");
            CheckPerson(one, read.Of, fields, steps);
            measures.Add(read);
        }

        return measures;
    }

    private static Dictionary<string, string> WhereOf(DeclaredObject measure, IReadOnlyList<ProcedureField> fields)
    {
        var where = new Dictionary<string, string>();
        if (measure.Find("where") is not { } found)
            return where;
        var asked = new DeclaredObject(found, measure.PathOf("where"), measure.Problems, [.. fields.Where(field => field is { Type: FieldType.Choice, IsRestricted: false }).Select(field => field.Key)]);
        if (found.ValueKind != JsonValueKind.Object)
            return where;
        foreach (var key in found.EnumerateObject().Select(property => property.Name))
        {
            var value = asked.RequiredText(key);
            if (fields.FirstOrDefault(field => field.Key == key) is { Type: FieldType.Choice, List: null } choice && value.Length > 0 && !choice.Options.Contains(value))
                asked.Problem(key, $"“{choice.Label}”没有选项“{value}”。");
            where[key] = value;
        }

        return where;
    }

    private static void CheckPerson(DeclaredObject measure, string of, IReadOnlyList<ProcedureField> fields, IReadOnlyCollection<string>? steps)
    {
        if (of.StartsWith(ProcedureMeasure.FieldPrefix, StringComparison.Ordinal))
        {
            var key = of[ProcedureMeasure.FieldPrefix.Length..];
            if (!fields.Any(field => field.Key == key && field is { Type: FieldType.Person, IsRestricted: false }))
                measure.Problem("of", $"“{key}”须是不限阅的人员字段。");
        }
        else if (of.StartsWith(ProcedureMeasure.StepPrefix, StringComparison.Ordinal))
        {
            var step = of[ProcedureMeasure.StepPrefix.Length..];
            if (steps?.Contains(step) == false)
                measure.Problem("of", $"没有步骤“{step}”。");
        }
        else if (of.Length > 0 && of is not (ProcedureMeasure.Starter or ProcedureMeasure.Actor))
        {
            measure.Problem("of", $"“{of}”无法识别，可用：{ProcedureMeasure.Starter}、{ProcedureMeasure.Actor}、field:字段标识、step:步骤名。");
        }
    }
}
