using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Unicode;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Papers;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Procedures;
using DocFlow.Office.Schedules;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>What a template may say of a matter, as JSON: see docs/procedures.md, "Documents of a matter".</summary>
internal sealed class MatterFacts(IOfficeData data, ProcedureCatalog catalog, DocumentText texts, MatterNames names, Schedules.ScheduleReader schedules, OfficeSettings settings, OfficeClock clock)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <param name="number">What the document is numbered; null for a document without a number.</param>
    public async Task<string> ReadAsync(Document matter, string? number, CancellationToken cancellationToken)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var facts = await OfOneAsync(matter, calendar, cancellationToken);
        facts["number"] = number;
        facts["matterNumber"] = matter.Number;
        facts["today"] = calendar.DayOf(clock.Now).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        facts["now"] = calendar.Show(clock.Now);
        facts["starter"] = await data.People.Where(person => person.Id == matter.DrafterId).Select(person => person.Name).SingleAsync(cancellationToken);
        facts["unit"] = await data.Units.Where(unit => unit.Id == matter.DrafterUnitId).Select(unit => unit.Name).SingleAsync(cancellationToken);
        facts["steps"] = await StepsAsync(matter.Id, calendar, cancellationToken);
        facts["waiting"] = await WaitingAsync(matter.Id, calendar, cancellationToken);
        facts["schedule"] = new JsonArray([.. (await schedules.OfMatterAsync(matter.Id, cancellationToken)).Select(line => (JsonNode)LineOf(line))]);
        var parts = await PartsAsync(matter.Id, calendar, cancellationToken);
        facts["parts"] = parts;
        facts["counts"] = Counts(parts);
        if (matter.BornFromId is { } originId && await data.Documents.FindAsync([originId], cancellationToken) is { } origin)
        {
            facts["origin"] = await OfOneAsync(origin, calendar, cancellationToken);
            facts["originParts"] = await PartsAsync(originId, calendar, cancellationToken);
        }

        return facts.ToJsonString(Json);
    }

    private async Task<JsonObject> OfOneAsync(Document matter, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var facts = new JsonObject
        {
            ["title"] = matter.Title,
            ["kind"] = matter.Kind,
            ["number"] = matter.Number,
            ["startedOn"] = calendar.Print(matter.CreatedAt),
            ["due"] = matter.DueAt is { } due ? calendar.Show(due) : null,
            ["dueOn"] = matter.DueAt is { } day ? calendar.Print(day) : null,
            ["closedOn"] = matter.ClosedAt is { } closed ? calendar.Print(closed) : null,
            ["state"] = MatterStates.Of(matter),
        };
        if (!matter.IsMatter || await catalog.FindAsync(matter.ProcedureId, cancellationToken) is not { } procedure)
            return facts;
        var values = MatterValues.Read((await texts.CurrentAsync(matter, cancellationToken)).SourceText);
        var shown = await names.ShowAsync(procedure.Fields, values, cancellationToken);
        var isOver = matter.State is DocumentState.Archived or DocumentState.Void;
        facts["light"] = Lights.Word(new Lights(calendar, clock.Now, procedure.YellowWorkingDays).Of(matter.DueAt, isOver));
        var fields = new JsonObject();
        foreach (var field in procedure.Fields.Where(field => shown.ContainsKey(field.Key)))
            fields[field.Key] = field.Type == FieldType.Table ? await RowsAsync(field, values[field.Key], cancellationToken) : Shown(field, shown[field.Key]);
        facts["fields"] = fields;
        return facts;
    }

    private async Task<JsonArray> RowsAsync(ProcedureField table, string value, CancellationToken cancellationToken) =>
        [.. (await names.ShowRowsAsync(table, value, cancellationToken)).Select(row => (JsonNode)new JsonObject(
            table.Columns.Where(column => row.ContainsKey(column.Key)).Select(column => KeyValuePair.Create<string, JsonNode?>(column.Key, Shown(column, row[column.Key])))))];

    private static JsonObject LineOf(ScheduleLine line)
    {
        var day = FieldRules.Day(line.Day)!.Value;
        var monday = day.AddDays(-(((int)day.DayOfWeek + 6) % 7));
        return new JsonObject
        {
            ["title"] = line.Title,
            ["day"] = string.Create(CultureInfo.InvariantCulture, $"{day.Month}月{day.Day}日"),
            ["weekday"] = $"星期{"日一二三四五六"[(int)day.DayOfWeek]}",
            ["week"] = string.Create(CultureInfo.InvariantCulture, $"{monday.Month}月{monday.Day}日至{monday.AddDays(6).Month}月{monday.AddDays(6).Day}日"),
            ["hours"] = line.Hours,
            ["place"] = line.Where,
            ["people"] = line.In(party => party.IsPerson),
            ["units"] = line.In(party => !party.IsPerson),
        };
    }

    private static string Shown(ProcedureField field, string text) => field.Type == FieldType.Date && FieldRules.Day(text) is { } day
        ? string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")
        : text;

    // The last decision on each step.
    private async Task<JsonObject> StepsAsync(string matterId, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Where(seat => seat.WorkItem!.DocumentId == matterId && seat.State == SeatState.Decided)
            .ToListAsync(cancellationToken);
        var deciders = seats.Select(seat => seat.DecidedById).ToList();
        var people = await data.People.Where(person => deciders.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        return new JsonObject(seats.GroupBy(seat => seat.WorkItem!.StepName).Select(step => step.MaxBy(seat => (seat.DecidedAt, seat.Id))!)
            .Select(seat => KeyValuePair.Create<string, JsonNode?>(seat.WorkItem!.StepName, new JsonObject
            {
                ["person"] = people.GetValueOrDefault(seat.DecidedById ?? ""),
                ["date"] = calendar.Print(seat.DecidedAt!.Value),
                ["opinion"] = seat.OpinionInWords,
                ["outcome"] = seat.Outcome,
            })));
    }

    private async Task<JsonObject?> WaitingAsync(string matterId, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var seats = await data.Seats.AsNoTracking().Include(seat => seat.WorkItem).Include(seat => seat.Person)
            .Where(seat => seat.WorkItem!.DocumentId == matterId && seat.State == SeatState.Open).OrderBy(seat => seat.Order).ToListAsync(cancellationToken);
        if (seats.Count == 0)
            return null;
        var posts = seats.Select(seat => seat.PostId).ToList();
        var units = await data.Posts.Where(post => posts.Contains(post.Id)).OrderBy(post => post.Unit!.Order).Select(post => post.Unit!.Name).Distinct().ToListAsync(cancellationToken);
        return new JsonObject
        {
            ["step"] = seats[0].WorkItem!.StepName,
            ["due"] = seats[0].WorkItem!.DueAt is { } due ? calendar.Show(due) : null,
            ["people"] = string.Join('、', seats.Select(seat => seat.Person!.Name).Distinct()),
            ["units"] = string.Join('，', units),
        };
    }

    private static JsonObject Counts(JsonArray parts)
    {
        int Of(string state) => parts.Count(part => (string?)part!["state"] == state);
        return new JsonObject
        {
            ["all"] = parts.Count,
            ["running"] = Of(MatterStates.Running),
            ["closed"] = Of(MatterStates.Closed),
            ["closedLate"] = Of(MatterStates.ClosedLate),
        };
    }

    private async Task<JsonArray> PartsAsync(string matterId, WorkingCalendar calendar, CancellationToken cancellationToken)
    {
        var parts = await data.Documents.Where(part => part.BornFromId == matterId && part.IsMatter && part.State != DocumentState.Void).OrderBy(part => part.CreatedAt).ThenBy(part => part.Id).ToListAsync(cancellationToken);
        // Those that this burst adds aren't in the database yet.
        parts.AddRange(data.Documents.Local.Where(part => part.BornFromId == matterId && part.IsMatter && !parts.Contains(part)));
        var facts = new JsonArray();
        foreach (var part in parts)
            facts.Add((JsonNode)await OfOneAsync(part, calendar, cancellationToken));
        return facts;
    }
}
