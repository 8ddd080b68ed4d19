using DocFlow.Office;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.People;
using DocFlow.Office.Registers;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Office;

/// <summary>
/// Fills the database with documents as the procedure leaves them: 29 in 30 issued, with versions, work items, seats, events, number,
/// files and receipts; the others wait for the director. One drafter wrote every third, one director decided on all.
/// </summary>
internal sealed class OfficeFilling(BenchmarkHost host)
{
    private const int Batch = 250;
    private const int OpenEvery = 30;
    private const string OrganCode = "云办发";
    private const string Text = "---\n文种: 通知\n标题: 关于工作安排的通知\n---\n现将有关事项通知如下。\n";

    private static readonly DateTimeOffset First = new(2026, 1, 5, 1, 0, 0, TimeSpan.Zero);
    private static readonly string Hash = new('0', 64);

    private static readonly (string Login, string Step, StepKind Kind)[] Steps =
    [
        ("hemin", "科室审核", StepKind.Review), ("zhouyifan", "办公室核稿", StepKind.Review), ("zhengliqun", "主任审定", StepKind.Review), ("luming", "签发", StepKind.Sign),
        ("suxiao", "编号登记", StepKind.Number), ("guchen", "用印", StepKind.Seal),
    ];

    private Dictionary<string, Person> _people = [];
    private List<Unit> _counties = [];
    private string _section = "";

    public async Task FillAsync(int documents)
    {
        _people = await host.WithAsync<IOfficeData, Dictionary<string, Person>>(data => data.People.AsNoTracking().ToDictionaryAsync(person => person.Login));
        _counties = await host.WithAsync<IOfficeData, List<Unit>>(data => data.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.County).ToListAsync());
        _section = await host.WithAsync<IOfficeData, string>(data => data.Units.Where(unit => unit.Name == "秘书一科").Select(unit => unit.Id).SingleAsync());
        for (var first = 0; first < documents; first += Batch)
        {
            await using var scope = host.Services.CreateAsyncScope();
            var database = scope.ServiceProvider.GetRequiredService<DocFlowDbContext>();
            database.ChangeTracker.AutoDetectChangesEnabled = false;
            for (var index = first; index < Math.Min(documents, first + Batch); index++)
                Add(database, index);
            await database.SaveChangesAsync();
        }
    }

    private void Add(DocFlowDbContext database, int index)
    {
        var at = First.AddMinutes(index * 3);
        var isOpen = index % OpenEvery == 0;
        string[] drafters = ["linzhiyuan", "luoyu", "dingyi"];
        var document = new Document
        {
            Id = OfficeId.New(at),
            Title = $"中共云河市委办公室关于第{index + 1}项工作安排的通知",
            Kind = "通知",
            ProcedureId = "policy-document",
            State = isOpen ? DocumentState.Running : DocumentState.Issued,
            DrafterId = _people[drafters[index % drafters.Length]].Id,
            DrafterUnitId = _section,
            InstanceId = $"i{index}",
            CreatedAt = at,
            UpdatedAt = at.AddHours(Steps.Length),
            Number = isOpen ? null : $"{OrganCode}〔2026〕{1000 + index}号",
            SignerId = isOpen ? null : _people["luming"].Id,
            SignedAt = isOpen ? null : at.AddHours(4),
            SignedHash = isOpen ? null : Hash,
            IssuedAt = isOpen ? null : at.AddHours(6),
        };
        database.Add(document);
        database.Add(new DocumentVersion { Id = OfficeId.New(at), DocumentId = document.Id, Ordinal = 1, SourceText = Text, ContentHash = Hash, AuthorId = document.DrafterId, At = at });
        for (var step = 0; step < (isOpen ? 3 : Steps.Length); step++)
            AddStep(database, document, step, at.AddHours(step + 1), isOpen && step == 2);
        if (!isOpen)
            AddIssue(database, document, index, at.AddHours(6));
    }

    private void AddStep(DocFlowDbContext database, Document document, int step, DateTimeOffset at, bool isOpen)
    {
        var (login, name, kind) = Steps[step];
        var forward = StepOutcomes.Forward(kind);
        var person = _people[login];
        var item = new WorkItem
        {
            Id = OfficeId.New(at),
            DocumentId = document.Id,
            InstanceId = document.InstanceId!,
            NodeId = $"Step{step}",
            VisitKey = $"{document.InstanceId}/Step{step}/1",
            StepName = name,
            StepKind = kind,
            OpenedAt = at,
            DueAt = at.AddDays(1),
            ClosedAt = isOpen ? null : at.AddMinutes(30),
            Outcome = isOpen ? null : forward,
            Completion = CompletionRule.All,
        };
        database.Add(item);
        database.Add(new Seat
        {
            Id = OfficeId.New(at),
            WorkItemId = item.Id,
            Order = 1,
            PersonId = person.Id,
            PostShown = person.Name,
            State = isOpen ? SeatState.Open : SeatState.Decided,
            Outcome = item.Outcome,
            DecidedAt = item.ClosedAt,
            DecidedById = isOpen ? null : person.Id,
            ContentHash = isOpen ? null : Hash,
            VersionOrdinal = 1,
        });
        if (!isOpen)
        {
            database.Add(new OfficeEvent
            {
                Id = OfficeId.New(at), Sequence = step, At = at, Act = forward, ActorId = person.Id, ActorName = person.Name, DocumentId = document.Id, StepName = name,
                ContentHash = Hash, VersionOrdinal = 1,
            });
        }
    }

    private void AddIssue(DocFlowDbContext database, Document document, int index, DateTimeOffset at)
    {
        database.Add(new IssuedNumber
        {
            Id = OfficeId.New(at), OrganCode = OrganCode, Year = 2026, Number = 1000 + index, DocumentId = document.Id, Key = $"{document.Id}/number", At = at,
        });
        foreach (var format in new[] { "docx", "pdf" })
        {
            database.Add(new Rendering
            {
                Id = OfficeId.New(at), DocumentId = document.Id, VersionOrdinal = 1, Purpose = RenderingPurpose.Final, Format = format, FileHash = Hash, PageCount = 3, At = at,
            });
        }

        var distribution = new Distribution { Id = OfficeId.New(at), DocumentId = document.Id, Key = $"{document.Id}/issue", ByPersonId = _people["suxiao"].Id, At = at, Copies = 30 };
        database.Add(distribution);
        foreach (var (unit, order) in _counties.Select((unit, order) => (unit, order)))
            database.Add(new Receipt { Id = OfficeId.New(at), DistributionId = distribution.Id, RecipientName = unit.Name, UnitId = unit.Id, Order = order });
    }
}
