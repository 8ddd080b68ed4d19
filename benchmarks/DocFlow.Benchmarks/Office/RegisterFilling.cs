using System.Globalization;
using DocFlow.Office;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Office;

/// <summary>Fills the register of one procedure: matters of three years, most of them closed, each with its fields, its decision and its deadline.</summary>
internal sealed class RegisterFilling(BenchmarkHost host)
{
    public const string Procedure = "borrow-room";

    private const int Batch = 5000;
    private const int MinutesBetween = 15;
    private const int OneOpenOf = 20;
    private const int MostPeople = 200;

    private static readonly DateTimeOffset First = new(2024, 1, 2, 1, 0, 0, TimeSpan.Zero);
    private static readonly string[] Rooms = ["一号", "二号"];

    public async Task FillAsync(int matters)
    {
        var people = await host.WithAsync<IOfficeData, List<Person>>(data => data.People.AsNoTracking().OrderBy(person => person.Order).Take(12).ToListAsync());
        var units = await host.WithAsync<IOfficeData, List<string>>(data => data.Units.AsNoTracking().OrderBy(unit => unit.Order).Take(6).Select(unit => unit.Id).ToListAsync());
        for (var first = 0; first < matters; first += Batch)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<DocFlowDbContext>();
            var rows = new BulkRows(database);
            for (var index = first; index < Math.Min(matters, first + Batch); index++)
                Add(rows, index, people[index % people.Count], units[index % units.Count]);
            await rows.WriteAsync();
        }

        await host.WithAsync<DocFlowDbContext, bool>(async database =>
        {
            await BulkRows.SettleAsync(database);
            return true;
        });
    }

    private static void Add(BulkRows rows, int index, Person person, string unitId)
    {
        var at = First.AddMinutes((long)index * MinutesBetween);
        var isOpen = index % OneOpenOf == 0;
        var matter = new Document
        {
            Id = OfficeId.New(at), Title = string.Create(CultureInfo.InvariantCulture, $"第{index + 1}次工作会"), Kind = "会议室借用", ProcedureId = Procedure, IsMatter = true,
            State = isOpen ? DocumentState.Running : DocumentState.Archived, DrafterId = person.Id, DrafterUnitId = unitId,
            Number = string.Create(CultureInfo.InvariantCulture, $"云借〔{at.Year}〕{index + 1}号"), InstanceId = string.Create(CultureInfo.InvariantCulture, $"r{index}"),
            CreatedAt = at, UpdatedAt = at, DueAt = at.AddDays(3), ClosedAt = isOpen ? null : at.AddDays(1 + index % 4),
        };
        rows.Add(matter);
        rows.Add(new DocumentSight { ViewerId = person.Id, DocumentId = matter.Id, ProcedureId = matter.ProcedureId, SourceId = matter.Id });
        Value(rows, matter, "subject", matter.Title, null);
        Value(rows, matter, "day", at.AddDays(5).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), null);
        Number(rows, matter, "people", 1 + index * 7 % MostPeople);
        Value(rows, matter, "room", Rooms[index % 3 % 2], null);
        Value(rows, matter, "host", person.Name, null);
        Number(rows, matter, "seats", 2 + index * 7 % MostPeople);
        Decision(rows, matter, person, at.AddHours(2));
    }

    private static void Decision(BulkRows rows, Document matter, Person person, DateTimeOffset at)
    {
        var item = new WorkItem
        {
            Id = OfficeId.New(at), DocumentId = matter.Id, InstanceId = matter.InstanceId!, NodeId = "arrange", VisitKey = $"{matter.InstanceId}/arrange/1", StepName = "安排", StepKind = StepKind.Review,
            OpenedAt = at, ClosedAt = at.AddHours(1), Outcome = "同意", Completion = CompletionRule.All,
        };
        rows.Add(item);
        var seat = new Seat
        {
            Id = OfficeId.New(at), WorkItemId = item.Id, Order = 1, PersonId = person.Id, PostShown = "综合科", State = SeatState.Decided, Outcome = "同意", Opinion = "照此安排。",
            DecidedAt = at.AddHours(1), DecidedById = person.Id, ContentHash = new string('0', 64), VersionOrdinal = 1,
        };
        rows.Add(seat);
        rows.Add(new DocumentSight { ViewerId = person.Id, DocumentId = matter.Id, ProcedureId = matter.ProcedureId, SourceId = seat.Id });
    }

    private static void Number(BulkRows rows, Document matter, string key, int number) =>
        Value(rows, matter, key, number.ToString(CultureInfo.InvariantCulture), (long)number * MatterValue.Scale);

    private static void Value(BulkRows rows, Document matter, string key, string text, long? number) =>
        rows.Add(new MatterValue { DocumentId = matter.Id, ProcedureId = Procedure, Key = key, Text = text, Number = number });
}
