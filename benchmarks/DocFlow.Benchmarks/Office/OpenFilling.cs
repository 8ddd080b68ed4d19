using DocFlow.Office;
using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Following;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Office;

/// <summary>
/// Fills the database with documents that are all under way: each was reviewed by one head, waits for the director, goes round to the director unread and is
/// followed by the drafter.
/// </summary>
internal sealed class OpenFilling(BenchmarkHost host)
{
    private const int Batch = 5000;

    private static readonly DateTimeOffset First = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly string Hash = new('0', 64);

    private Dictionary<string, Person> _people = [];
    private string _section = "";
    private WorkItemBookmark _bookmark = null!;
    private long _definition;

    /// <summary>Adds documents after those that are there.</summary>
    public async Task FillAsync(int from, int to)
    {
        _people = await host.WithAsync<IOfficeData, Dictionary<string, Person>>(data => data.People.AsNoTracking().ToDictionaryAsync(person => person.Login));
        _section = await host.WithAsync<IOfficeData, string>(data => data.Units.Where(unit => unit.Name == "秘书一科").Select(unit => unit.Id).SingleAsync());
        _bookmark = host.Services.GetRequiredService<WorkItemBookmark>();
        _definition = await host.WithAsync<DocFlowDbContext, long>(database => database.Set<DefinitionRow>().Where(row => row.DefinitionId == "policy-document").Select(row => row.Id).FirstAsync());
        for (var first = from; first < to; first += Batch)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<DocFlowDbContext>();
            var rows = new BulkRows(database);
            for (var index = first; index < Math.Min(to, first + Batch); index++)
                Add(rows, index);
            await rows.WriteAsync();
        }

        await host.WithAsync<DocFlowDbContext, bool>(async database =>
        {
            await BulkRows.SettleAsync(database);
            return true;
        });
    }

    private void Add(BulkRows rows, int index)
    {
        var at = First.AddMinutes(index);
        var (drafter, head, director) = (_people["linzhiyuan"].Id, _people["hemin"].Id, _people["zhengliqun"].Id);
        var document = new Document
        {
            Id = OfficeId.New(at), Title = $"关于第{index + 1}项工作安排的通知", Kind = "通知", ProcedureId = "policy-document", State = DocumentState.Running,
            DrafterId = drafter, DrafterUnitId = _section, InstanceId = $"o{index}", CreatedAt = at, UpdatedAt = at,
        };
        rows.Add(document);
        rows.Add(new DocumentSight { ViewerId = drafter, DocumentId = document.Id, ProcedureId = document.ProcedureId, SourceId = document.Id });
        rows.Add(new DocumentVersion { Id = OfficeId.New(at), DocumentId = document.Id, Ordinal = 1, SourceText = "", ContentHash = Hash, AuthorId = drafter, At = at });
        Seat(rows, document, "科室审核", head, at, at.AddMinutes(10));
        Wait(rows, document, Seat(rows, document, "主任审核", director, at.AddMinutes(10), null));
        var sheet = new CirculationSheet { Id = OfficeId.New(at), DocumentId = document.Id, SenderId = drafter, At = at, Key = $"{drafter}/{document.Id}/1" };
        rows.Add(sheet);
        var reader = new CirculationReader { Id = OfficeId.New(at), SheetId = sheet.Id, PersonId = director, Order = 1 };
        rows.Add(reader);
        rows.Add(new DocumentSight { ViewerId = director, DocumentId = document.Id, ProcedureId = document.ProcedureId, SourceId = reader.Id });
        rows.Add(new Follow { PersonId = drafter, DocumentId = document.Id, At = at });
    }

    private static string Seat(BulkRows rows, Document document, string step, string personId, DateTimeOffset at, DateTimeOffset? decided)
    {
        var item = new WorkItem
        {
            Id = OfficeId.New(at), DocumentId = document.Id, InstanceId = document.InstanceId!, NodeId = step, VisitKey = $"{document.InstanceId}/{step}/1", StepName = step, StepKind = StepKind.Review,
            OpenedAt = at, DueAt = at.AddDays(1), ClosedAt = decided, Outcome = decided is null ? null : "同意", Completion = CompletionRule.All,
        };
        rows.Add(item);
        var seat = new Seat
        {
            Id = OfficeId.New(at), WorkItemId = item.Id, Order = 1, PersonId = personId, PostShown = step, State = decided is null ? SeatState.Open : SeatState.Decided, DueOrder = item.DueAt!.Value,
            Outcome = item.Outcome, DecidedAt = decided, DecidedById = decided is null ? null : personId, ContentHash = decided is null ? null : Hash, VersionOrdinal = 1,
        };
        rows.Add(seat);
        rows.Add(new DocumentSight { ViewerId = personId, DocumentId = document.Id, ProcedureId = document.ProcedureId, SourceId = seat.Id });
        return item.Id;
    }

    // Otherwise the host would say each minute that office and engine don't agree.
    private void Wait(BulkRows rows, Document document, string itemId)
    {
        rows.Add(new InstanceRow
        {
            Id = document.InstanceId!, DefinitionRowId = _definition, DefinitionId = "policy-document", CorrelationId = document.Id, IsOffice = true, Status = WorkflowStatus.Running,
            SubStatus = WorkflowSubStatus.Suspended, CreatedAt = document.CreatedAt, UpdatedAt = document.CreatedAt, StateJson = "{}",
        });
        rows.Add(new BookmarkRow { Id = $"b{document.InstanceId}", InstanceId = document.InstanceId!, CorrelationId = document.Id, Name = _bookmark.Name, Hash = _bookmark.HashOf(itemId) });
    }
}
