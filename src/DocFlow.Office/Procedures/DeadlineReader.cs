using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads a declaration's deadline.</summary>
internal static class DeadlineReader
{
    private const int MostDays = 500;

    public static DeadlineRule? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields)
    {
        if (declaration.Find("deadline") is not { } found)
            return null;
        var deadline = new DeclaredObject(found, declaration.PathOf("deadline"), declaration.Problems, "workingDays", "dateField", "daysField", "byField", "byChoice");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var rule = new DeadlineRule(
            FieldOf(deadline, "dateField", fields, FieldType.Date, "日期"), FieldOf(deadline, "daysField", fields, FieldType.Number, "数字"),
            FieldOf(deadline, "byField", fields, FieldType.Choice, "选择"), ByChoice(deadline, fields), deadline.Whole("workingDays", 1, MostDays));
        if (found.EnumerateObject().All(property => property.Value.ValueKind == JsonValueKind.Null))
            deadline.Problem(null, "须写明 workingDays、dateField、daysField 或 byField 中的一项。");
        if (rule.ByField is not null && rule.ByChoice.Count == 0)
            deadline.Problem("byChoice", "写了“byField”，须写明各选项的工作日数。");
        return rule;
    }

    private static string? FieldOf(DeclaredObject deadline, string name, IReadOnlyList<ProcedureField> fields, FieldType type, string shown)
    {
        if (deadline.Text(name) is not { } key)
            return null;
        if (fields.FirstOrDefault(field => field.Key == key) is not { } field)
            deadline.Problem(name, $"没有字段“{key}”。");
        else if (field.Type != type || field.IsMultiple)
            deadline.Problem(name, $"“{key}”须是单个的{shown}字段。");
        return key;
    }

    private static Dictionary<string, int> ByChoice(DeclaredObject deadline, IReadOnlyList<ProcedureField> fields)
    {
        var days = new Dictionary<string, int>();
        if (deadline.Find("byChoice") is not { } found)
            return days;
        var options = fields.FirstOrDefault(field => field.Key == deadline.Text("byField"))?.Options ?? [];
        var table = new DeclaredObject(found, deadline.PathOf("byChoice"), deadline.Problems, options);
        if (found.ValueKind != JsonValueKind.Object)
            return days;
        foreach (var property in found.EnumerateObject())
        {
            if (table.Whole(property.Name, 1, MostDays) is { } whole)
                days[property.Name] = whole;
        }

        return days;
    }
}
