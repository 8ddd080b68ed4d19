using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using DocFlow.Office.Matters;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Time;

namespace DocFlow.Office.Reports;

/// <summary>What a report's template may say, as JSON: see docs/procedures.md, "Reports of a register". Nothing of it depends on when it is asked for.</summary>
internal sealed class ReportFacts(Procedure procedure, WorkingCalendar calendar, DateTimeOffset at)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="register">The whole register as it stood.</param>
    public string Write(RegisterPage register, PeriodRange period, ProcedureReport report)
    {
        var rows = register.Rows.Reverse().Select(row => new Row(register, row)).ToList();
        var last = calendar.DayOf(period.To.AddTicks(-1));
        var facts = new JsonObject
        {
            ["name"] = report.Name,
            ["register"] = register.Name,
            ["period"] = period.Words,
            ["moment"] = calendar.Show(at),
            ["today"] = calendar.DayOf(at).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            ["counts"] = Counts(rows),
            ["startedInPeriod"] = rows.Count(row => Within(row.Day("startedOn"), period, last)),
            ["closedInPeriod"] = rows.Count(row => Within(row.Day("closedOn"), period, last)),
            ["rows"] = new JsonArray([.. rows.Select(One)]),
        };
        var by = new JsonObject();
        foreach (var key in report.By)
            by[key] = new JsonArray([.. rows.GroupBy(row => row.Text($"field:{key}") is { Length: > 0 } name ? name : "（空）").OrderBy(same => same.Key, StringComparer.Ordinal).Select(same => WithName(same.Key, Counts([.. same])))]);
        facts["by"] = by;
        return facts.ToJsonString(Json);
    }

    private bool Within(DateOnly? day, PeriodRange period, DateOnly last) => day is { } given && given >= calendar.DayOf(period.From) && given <= last;

    private static JsonNode WithName(string name, JsonObject counts)
    {
        counts["name"] = name;
        return counts;
    }

    private static JsonObject Counts(IReadOnlyList<Row> rows)
    {
        int State(string state) => rows.Count(row => row.Text("state") == state);
        int Light(string light) => rows.Count(row => row.Text("light") == light);
        return new JsonObject
        {
            ["all"] = rows.Count, ["running"] = State(MatterStates.Running), ["closed"] = State(MatterStates.Closed), ["closedLate"] = State(MatterStates.ClosedLate), ["void"] = State(MatterStates.Void),
            ["red"] = Light("红"), ["yellow"] = Light("黄"), ["green"] = Light("绿"),
        };
    }

    private JsonNode One(Row row)
    {
        var fields = new JsonObject();
        foreach (var field in procedure.Fields)
            fields[field.Key] = row.Text($"field:{field.Key}");
        return new JsonObject
        {
            ["title"] = row.Text("title"), ["number"] = row.Text("number"), ["state"] = row.Text("state"), ["light"] = row.Text("light"), ["unit"] = row.Text("unit"), ["starter"] = row.Text("starter"),
            ["startedOn"] = Printed(row.Day("startedOn")), ["dueOn"] = Printed(row.Day("due")), ["originalDueOn"] = Printed(row.Day("originalDue")), ["closedOn"] = Printed(row.Day("closedOn")), ["fields"] = fields,
        };
    }

    private static string? Printed(DateOnly? day) => day is { } given ? string.Create(CultureInfo.InvariantCulture, $"{given.Year}年{given.Month}月{given.Day}日") : null;

    private sealed class Row(RegisterPage register, RegisterRow row)
    {
        public string? Text(string from) => Cell(from)?.Text;

        public DateOnly? Day(string from) => Cell(from)?.Day;

        private RegisterCell? Cell(string from)
        {
            for (var index = 0; index < register.Columns.Count; index++)
            {
                if (register.Columns[index].From == from)
                    return row.Cells[index];
            }

            return null;
        }
    }
}
