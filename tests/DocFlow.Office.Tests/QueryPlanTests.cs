using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using DocFlow.Office.Analytics;
using DocFlow.Office.Assessment;
using DocFlow.Office.Circulation;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Distributing;
using DocFlow.Office.Following;
using DocFlow.Office.Notices;
using DocFlow.Office.Outbox;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Queries;
using DocFlow.Office.Returns;
using DocFlow.Office.Seals;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>No list, dossier, register or act of the procedure walks through a whole table, or asks once per row.</summary>
public sealed partial class QueryPlanTests : IAsyncLifetime
{
    // They grow with every document. The others hold an office's people, posts, settings and counters.
    private static readonly HashSet<string> Growing =
    [
        "Documents", "DocumentVersions", "VersionAttachments", "CosigningUnits", "StoredFiles", "Renderings", "Distributions", "Receipts", "WorkItems", "Seats",
        "OutboxMessages", "IssuedNumbers", "SealRecords", "OfficeEvents", "CirculationSheets", "CirculationReaders", "Notices", "Follows", "MatterValues",
    ];

    private readonly PlanReader _plans = new();
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services
            .AddSingleton<IProcedures, BorrowRoom>().ConfigureDbContext<SqliteDocFlowDbContext>(options => options.AddInterceptors(_plans)));
        _plans.IsOn = true;
    }

    public ValueTask DisposeAsync()
    {
        _plans.IsOn = false;
        return _office.DisposeAsync();
    }

    [Fact]
    public async Task The_whole_procedure_with_its_lists_and_register_scans_no_growing_table()
    {
        var id = await _office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
        {
            await ReadListsAsync(login);
            await _office.DecideAsync(login, id, outcome);
        }

        var receiver = await _office.PersonIdAsync("xiahe");
        await _office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(receiver, id));
        foreach (var login in new[] { "linzhiyuan", "xupei", "luming", "xiahe" })
            await ReadListsAsync(login);
        var file = (await _office.ReadAsync("xiahe", id)).Files[0].FileHash;
        await _office.ActAsync<IDossier, DrawnFile>(dossiers => dossiers.ReadDrawnAsync(receiver, id, file));
        await _office.ActAsync<IDossier>(async dossiers => await (await dossiers.OpenFileAsync(receiver, id, file)).DisposeAsync());
        await _office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadOverviewAsync(id));
        await DistributeAgainAsync(id);
        await PassRoundAsync(id);
        await _office.ActAsync<IOutboxCare, Paged<StuckMessage>>(care => care.FailingAsync(0, 20));

        Assert.True(_plans.Scans.IsEmpty, string.Join("\n\n", _plans.Scans.Distinct()));
        Assert.True(_plans.Count > 100, "The plans were not read.");
    }

    [Fact]
    public async Task A_procedures_register_scans_no_growing_table_however_it_is_filtered()
    {
        for (var count = 0; count < 3; count++)
            await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday.AddDays(-count));
        foreach (var login in new[] { "luoyu", "hemin" })
        {
            var person = await _office.PersonIdAsync(login);
            foreach (var query in new RegisterQuery[]
            {
                new(), new() { Period = "2026-11", Group = "field:room" }, new() { Filters = new Dictionary<string, string> { ["field:room"] = "一号", ["field:people"] = "1..10", ["light"] = "绿" } },
                new() { Sort = "field:people", Group = "state", Search = "工作" },
            })
                await _office.ActAsync<IProcedureRegister, RegisterPage>(register => register.ReadAsync(person, BorrowRoom.Id, query, 0, 50));
        }

        Assert.True(_plans.Scans.IsEmpty, string.Join("\n\n", _plans.Scans.Distinct()));
    }

    [Fact]
    [Trait("Journey", "J26")]
    public async Task Analysis_and_scores_read_one_range_of_events_however_many_there_are()
    {
        var (head, assessor) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("dingyi"));
        // The formula that comes with the office counts what procedures declare that this host hasn't.
        await _office.ActAsync<IScoreDesk, FormulaVersion>(desk => desk.AddFormulaAsync(assessor, "2026-01", [new ScoreLine("总分", "max(100 − 退文 × 0.5 + 印发公文，0)")], null, tryOnly: false));
        await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday);
        var forOne = await CountAsync(() => ReadAsync(head, assessor));
        for (var count = 0; count < 6; count++)
            await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday);

        Assert.Equal(forOne, await CountAsync(() => ReadAsync(head, assessor)));
        Assert.True(_plans.Scans.IsEmpty, string.Join("\n\n", _plans.Scans.Distinct()));
    }

    private async Task ReadAsync(string head, string assessor)
    {
        await _office.ActAsync<IProcessAnalysis, ProcessReading>(analysis => analysis.ReadAsync(head, BorrowRoom.Id, "2026-11", new AnalysisFilter()));
        await _office.ActAsync<IProcessAnalysis, ProcessComparison>(analysis => analysis.CompareAsync(head, BorrowRoom.Id, new ComparisonQuery("2026-10", "2026-11")));
        await _office.ActAsync<IScoreDesk, ScoreTable>(desk => desk.ComputeAsync(assessor, "2026-10", [head]));
        await _office.ActAsync<IScoreDesk, ScoreReading>(desk => desk.ReadAsync(assessor, "2026-10", head));
    }

    [Fact]
    public async Task Lists_and_register_ask_as_often_for_many_rows_as_for_one()
    {
        await NumberedAsync();
        var forOne = await CountAsync();
        for (var index = 0; index < 6; index++)
            await NumberedAsync();

        Assert.Equal(forOne, await CountAsync());
    }

    [Fact]
    public async Task Passing_to_three_hundred_people_asks_as_often_as_passing_to_one()
    {
        var id = await _office.DraftAsync();
        var sender = await _office.PersonIdAsync("linzhiyuan");
        var one = await _office.PersonIdAsync("dingyi");
        var unit = await _office.ActAsync<IOfficeData, string>(Crowd.FillAsync);

        var forOne = await CountAsync(() => _office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, new CirculationOrder { PersonIds = [one] })));
        var forMany = await CountAsync(() => _office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, new CirculationOrder { UnitIds = [unit] })));

        Assert.Equal(forOne, forMany);
        Assert.Equal([1, 300], (await _office.ActAsync<ICirculationLists, IReadOnlyList<CirculationView>>(lists => lists.OfDocumentAsync(sender, id))).Select(sheet => sheet.Total));
    }

    [Fact]
    public async Task Telling_many_of_arrived_work_or_urging_them_asks_as_often_as_telling_one()
    {
        var (one, many) = (await ToCountersignAsync("市财政局"), await ToCountersignAsync("市行政审批局", "市财政局", "市委组织部"));
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        Task TellAsync(string id) => _office.ActAsync<ActNotices>(async notices =>
        {
            var item = await _office.ActAsync<IOfficeData, WorkItem>(data => data.WorkItems.Include(row => row.Seats).Include(row => row.Document).SingleAsync(row => row.DocumentId == id && row.ClosedAt == null));
            await notices.ArrivedAsync(item, item.Document!, item.Seats, $"again/{item.Id}", CancellationToken.None);
        });
        Task UrgeAsync(string id) => _office.ActAsync<ISeatDesk>(desk => desk.UrgeAsync(drafter, id, "请于今日办理。"));

        Assert.Equal(await CountAsync(() => TellAsync(one)), await CountAsync(() => TellAsync(many)));
        Assert.Equal(await CountAsync(() => UrgeAsync(one)), await CountAsync(() => UrgeAsync(many)));
        Assert.True(_plans.Scans.IsEmpty, string.Join("\n\n", _plans.Scans.Distinct()));
    }

    private async Task<string> ToCountersignAsync(params string[] units)
    {
        var id = await _office.DraftAsync(Play.Notice, false, units);
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }

    private async Task<int> CountAsync(Func<Task> act)
    {
        var before = _plans.Count;
        await act();
        return _plans.Count - before;
    }

    private async Task PassRoundAsync(string id)
    {
        var (sender, reader) = (await _office.PersonIdAsync("linzhiyuan"), await _office.PersonIdAsync("dingyi"));
        var sheet = await _office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, new CirculationOrder { PersonIds = [reader], Key = "press" }));
        await _office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, id));
        await _office.ActAsync<IReadingDesk>(desk => desk.RemarkAsync(reader, sheet, "阅。"));
        await _office.ActAsync<IFollowing>(following => following.FollowAsync(reader, id));
        await ReadListsAsync("dingyi");
        await _office.ActAsync<INoticeBoard>(board => board.ReadOfDocumentAsync(reader, id));
        await _office.ActAsync<INoticeBoard, int>(board => board.ReadAllAsync(sender));
        await _office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(sender, sheet, true));
    }

    private async Task DistributeAgainAsync(string id)
    {
        var registry = await _office.PersonIdAsync("suxiao");
        var unit = await _office.ActAsync<IOfficeData, string>(data => data.Units.Where(row => row.Name == "督查室").Select(row => row.Id).SingleAsync());
        await _office.ActAsync<IDistributionDesk>(desk => desk.SupplementAsync(registry, id, new SupplementOrder([unit], "漏发。")));
        var text = await _office.ActAsync<IDistributionDesk, CorrectableText>(desk => desk.ReadAsync(registry, id));
        var corrected = await _office.ActAsync<IDistributionDesk, int>(desk => desk.CorrectAsync(registry, id, new CorrectionOrder(text.Version, "有误。", text.Source.Replace("经研究", "经市委研究", StringComparison.Ordinal))));
        var sealer = await _office.PersonIdAsync("guchen");
        await _office.ActAsync<IDistributionDesk>(desk => desk.SealCorrectionAsync(sealer, id, corrected));
        await _office.ActAsync<IDistributionDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(registry, id));
        await _office.ActAsync<IParagraphNotes, ParagraphNoteSheet>(notes => notes.ReadAsync(registry, id));
    }

    private async Task NumberedAsync()
    {
        var id = await _office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await _office.DecideAsync(login, id, outcome);
        await Reading.SendAsync(_office, "linzhiyuan", id, await Reading.ToAsync(_office, "suxiao"));
    }

    private async Task<int> CountAsync()
    {
        var before = _plans.Count;
        await ReadListsAsync("suxiao");
        await ReadListsAsync("linzhiyuan");
        await ReadListsAsync("guchen");
        return _plans.Count - before;
    }

    private async Task ReadListsAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, 0, 50));
        await _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.DecidedAsync(person, 0, 50));
        await _office.ActAsync<IWorkLists, Paged<DocumentRow>>(lists => lists.DraftedAsync(person, 0, 50));
        await _office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(person, 0, 50));
        await _office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.ReadAsync(person, 0, 50));
        await _office.ActAsync<IFollowing, Paged<FollowRow>>(following => following.ListAsync(person, 0, 50));
        await _office.ActAsync<INoticeBoard, Paged<NoticeRow>>(board => board.ListAsync(person, 0, 50));
        await _office.ActAsync<INoticeBoard, int>(board => board.CountUnreadAsync(person));
        await _office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(person, 2026, 0, 100));
        await _office.ActAsync<ISealBook, Paged<SealBookRow>>(book => book.ReadAsync(person, new SealBookQuery(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31), "通知"), 0, 100));
        await _office.ActAsync<IReturnStatistics, ReturnReport>(returns => returns.ReadAsync(person, 2026, null, ReturnGroup.Drafter));
    }

    /// <summary>Asks SQLite how it would answer each query, and keeps those that walk a growing table from end to end.</summary>
    private sealed partial class PlanReader : DbCommandInterceptor
    {
        private int _count;

        public bool IsOn { get; set; }

        public int Count => _count;

        public ConcurrentBag<string> Scans { get; } = [];

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (IsOn && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
            {
                Interlocked.Increment(ref _count);
                await ExplainAsync(command, cancellationToken);
            }

            return result;
        }

        private async Task ExplainAsync(DbCommand command, CancellationToken cancellationToken)
        {
            var tables = Alias().Matches(command.CommandText).ToLookup(match => match.Groups["alias"].Value, match => match.Groups["table"].Value);
            var text = command.CommandText;
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await plan.ReadAsync(cancellationToken))
                {
                    var line = plan.GetString(3);
                    if (line.StartsWith("SCAN ", StringComparison.Ordinal) && tables[line.Split(' ')[1]].Any(Growing.Contains))
                        Scans.Add($"{line}: {text}");
                }
            }

            command.CommandText = text;
        }

        [GeneratedRegex("\"(?<table>\\w+)\" AS \"(?<alias>\\w+)\"")]
        private static partial Regex Alias();
    }
}
