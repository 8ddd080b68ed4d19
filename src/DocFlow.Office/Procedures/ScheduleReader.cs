using System.Text.Json;

namespace DocFlow.Office.Procedures;

/// <summary>Reads a declaration's schedule.</summary>
internal static class ScheduleReader
{
    public static ScheduleRule? Read(DeclaredObject declaration, IReadOnlyList<ProcedureField> fields, string? titleField)
    {
        if (declaration.Find("schedule") is not { } found)
            return null;
        var schedule = new DeclaredObject(found, declaration.PathOf("schedule"), declaration.Problems, "table", "title", "date", "start", "end", "room", "place", "people", "units", "quiet", "unless");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var table = schedule.Text("table");
        if (table is not null && fields.FirstOrDefault(field => field.Key == table) is not { Type: FieldType.Table })
            schedule.Problem("table", $"“{table}”不是表格字段。");
        var among = table is null ? fields : fields.FirstOrDefault(field => field.Key == table)?.Columns ?? [];
        var title = schedule.Text("title") ?? (table is null ? titleField : null) ?? "";
        Require(schedule, "title", title, among, FieldType.Text);
        var rule = new ScheduleRule(
            table, title, Key(schedule, "date", among, FieldType.Date), Key(schedule, "start", among, FieldType.Time), Key(schedule, "end", among, FieldType.Time))
        {
            Room = Optional(schedule, "room", among, FieldType.Choice),
            Place = Optional(schedule, "place", among, FieldType.Text),
            People = Keys(schedule, "people", among, FieldType.Person),
            Units = Keys(schedule, "units", among, FieldType.Unit),
            Quiet = QuietOf(schedule, among),
            Unless = ChoiceOf(schedule, "unless", among),
        };
        if (rule is { Room: null, Place: null })
            schedule.Problem("room", "须写明哪个字段是会议室（room）或地点（place）。");
        return rule;
    }

    private static QuietRule? QuietOf(DeclaredObject schedule, IReadOnlyList<ProcedureField> among)
    {
        if (schedule.Find("quiet") is not { } found)
            return null;
        var quiet = new DeclaredObject(found, schedule.PathOf("quiet"), schedule.Problems, "field", "value", "exception");
        if (found.ValueKind != JsonValueKind.Object)
            return null;
        var exception = quiet.RequiredText("exception");
        Require(quiet, "exception", exception, among, FieldType.Text);
        return new QuietRule(Choice(quiet, among), exception);
    }

    private static FieldChoice? ChoiceOf(DeclaredObject schedule, string name, IReadOnlyList<ProcedureField> among)
    {
        if (schedule.Find(name) is not { } found)
            return null;
        var one = new DeclaredObject(found, schedule.PathOf(name), schedule.Problems, "field", "value");
        return found.ValueKind == JsonValueKind.Object ? Choice(one, among) : null;
    }

    private static FieldChoice Choice(DeclaredObject one, IReadOnlyList<ProcedureField> among)
    {
        var (key, value) = (one.RequiredText("field"), one.RequiredText("value"));
        Require(one, "field", key, among, FieldType.Choice);
        if (among.FirstOrDefault(field => field.Key == key) is { List: null } choice && !choice.Options.Contains(value))
            one.Problem("value", $"“{choice.Label}”没有选项“{value}”。");
        return new FieldChoice(key, value);
    }

    private static string Key(DeclaredObject schedule, string name, IReadOnlyList<ProcedureField> among, FieldType type)
    {
        var key = schedule.RequiredText(name);
        Require(schedule, name, key, among, type);
        return key;
    }

    private static string? Optional(DeclaredObject schedule, string name, IReadOnlyList<ProcedureField> among, FieldType type)
    {
        var key = schedule.Text(name);
        if (key is not null)
            Require(schedule, name, key, among, type);
        return key;
    }

    private static List<string> Keys(DeclaredObject schedule, string name, IReadOnlyList<ProcedureField> among, FieldType type)
    {
        var keys = schedule.Texts(name).Select(item => item.Value).ToList();
        foreach (var key in keys)
            Require(schedule, name, key, among, type);
        return keys;
    }

    private static void Require(DeclaredObject schedule, string name, string key, IReadOnlyList<ProcedureField> among, FieldType type)
    {
        if (key.Length > 0 && !among.Any(field => field.Key == key && field.Type == type && !field.IsRestricted))
            schedule.Problem(name, $"“{key}”须是不限阅的{Shown(type)}字段。");
    }

    private static string Shown(FieldType type) => type switch
    {
        FieldType.Date => "日期",
        FieldType.Time => "时间",
        FieldType.Choice => "选择",
        FieldType.Person => "人员",
        FieldType.Unit => "单位",
        _ => "单行文字",
    };
}
