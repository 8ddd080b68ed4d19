using System.Collections.Concurrent;
using System.Data.Common;
using DocFlow.Office.Circulation;
using DocFlow.Office.Desks;
using DocFlow.Office.Following;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence;
using DocFlow.Persistence.Providers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A page of a person's list is one range of an index in the list's order, however much the person has: nothing is sorted, and only the page's rows are looked up.</summary>
public sealed class ListPlanTests : IAsyncLifetime
{
    private static readonly (string List, string Index)[] Lists =
    [
        ("待办", "IX_Seats_PersonId_State_DueOrder_Id"), ("待阅", "IX_CirculationReaders_PersonId_State_Id"), ("已办", "IX_Seats_DecidedById_DecidedAt_Id"),
        ("我发起", "IX_Documents_DrafterId_CreatedAt_Id"), ("关注", "IX_Follows_PersonId_At_DocumentId"),
    ];

    private readonly PageReader _pages = new();
    private OfficeHost _office = null!;
    private string _person = "";

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services
            .AddSingleton<IProcedures, BorrowRoom>().ConfigureDbContext<SqliteDocFlowDbContext>(options => options.AddInterceptors(_pages)));
        _person = await _office.PersonIdAsync("linzhiyuan");
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Each_list_walks_its_index_and_sorts_nothing()
    {
        foreach (var (list, index) in Lists)
        {
            var plans = await PlansAsync(list);
            Assert.Contains(plans, plan => plan.Contains(index, StringComparison.Ordinal) && plan.Contains("ORDER BY", StringComparison.Ordinal));
            Assert.All(plans, plan => Assert.False(plan.Contains("USE TEMP B-TREE", StringComparison.Ordinal), $"{list}: {plan}"));
        }
    }

    [Fact]
    public async Task Without_its_index_each_list_would_sort_or_walk_another()
    {
        foreach (var (list, index) in Lists)
        {
            await _office.ActAsync<DocFlowDbContext, int>(database => database.Database.ExecuteSqlRawAsync(Drop(index)));
            Assert.DoesNotContain(await PlansAsync(list), plan => plan.Contains(index, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task What_a_person_follows_is_read_in_its_ranges_only_and_not_walked_for_the_documents_of_a_page()
    {
        var id = await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday);
        await _office.ActAsync<IFollowing>(following => following.FollowAsync(_person, id));

        var plans = await _pages.OfAsync(async () =>
        {
            var page = await _office.ActAsync<IFollowing, Paged<FollowRow>>(following => following.ListAsync(_person, 0, 50));
            Assert.Equal(id, Assert.Single(page.Rows).DocumentId);
        });

        Assert.Contains(plans, plan => plan.Contains("IX_Follows_PersonId_At_DocumentId", StringComparison.Ordinal));
        Assert.DoesNotContain(plans, plan => plan.Contains("\"Follows\"", StringComparison.Ordinal) && !plan.Contains("LIMIT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Work_of_a_stand_in_and_of_a_delegate_is_a_range_for_each_post_and_principal()
    {
        await StandInAsync();

        var plans = await PlansAsync("待办");

        Assert.All(plans, plan => Assert.DoesNotContain("USE TEMP B-TREE", plan, StringComparison.Ordinal));
        Assert.Contains(plans, plan => plan.Contains("IX_Seats_PostId_State_DueOrder_Id", StringComparison.Ordinal));
        Assert.Equal(2, plans.Count(plan => plan.Contains("IX_Seats_PersonId_State_DueOrder_Id", StringComparison.Ordinal) && plan.Contains("ORDER BY", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Groups_of_a_register_are_summed_in_indexes_and_words_are_looked_for_in_one()
    {
        await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday);
        await BorrowRoom.AddAsync(_office, "linzhiyuan", "总结会", "二号", 9, OfficeHost.Thursday, isClosed: true);

        foreach (var group in new[] { "field:room", "state" })
        {
            var sums = (await _pages.OfAsync(() => GroupAsync(group))).Where(plan => plan.Contains("GROUP BY", StringComparison.Ordinal)).ToList();
            Assert.All(sums, sum => Assert.DoesNotContain("USE TEMP B-TREE FOR GROUP BY", sum, StringComparison.Ordinal));
            Assert.Contains("COVERING INDEX IX_MatterValues_DocumentId_Key_Number", Assert.Single(sums, sum => sum.Contains("JOIN", StringComparison.Ordinal)), StringComparison.Ordinal);
        }

        Assert.Contains(
            await RegisterAsync(new RegisterQuery { Search = "工作" }),
            plan => plan.Contains("COVERING INDEX IX_Documents_ProcedureId_CreatedAt_Id_Title_Number", StringComparison.Ordinal) && plan.Contains("instr", StringComparison.Ordinal));
        Assert.Contains(
            await RegisterAsync(new RegisterQuery { Filters = new Dictionary<string, string> { ["light"] = "红" } }),
            plan => plan.Contains("COVERING INDEX IX_Documents_ProcedureId_State_DueAt_Id (ProcedureId=? AND State=?", StringComparison.Ordinal));
    }

    private static string Drop(string index) => $"DROP INDEX \"{index}\"";

    // As of a register that is too large to hold the ids of.
    private Task GroupAsync(string column) => _office.ActAsync<IServiceProvider, IReadOnlyList<RegisterGroup>>(async services =>
    {
        var (data, now) = (services.GetRequiredService<IOfficeData>(), OfficeHost.Thursday);
        var procedure = await services.GetRequiredService<ProcedureCatalog>().RequireAsync(BorrowRoom.Id, CancellationToken.None);
        var calendar = await services.GetRequiredService<OfficeSettings>().ReadCalendarAsync(CancellationToken.None);
        var (query, of) = (new RegisterQuery { Group = column }, new RegisterMatters(data, procedure, calendar, new Lights(calendar, now, procedure.YellowWorkingDays), now));
        var finding = new RegisterFinding(data, procedure, of, of.Whole(query), query, readsAll: true) { MostHeld = 0 };
        await finding.LookAsync(CancellationToken.None);
        return await new RegisterSums(data, procedure, of, finding).GroupsAsync(column, CancellationToken.None);
    });

    // One seat's post is stood in for and another's person has delegated.
    private Task<int> StandInAsync() => _office.ActAsync<IOfficeData, int>(async data =>
    {
        var (post, since) = (await data.Appointments.Where(row => row.Person!.Login == "jiangyue").Select(row => row.PostId).FirstAsync(), OfficeHost.Thursday.AddDays(-1).ToUniversalTime());
        var principal = await data.People.Where(person => person.Login == "baihua").Select(person => person.Id).SingleAsync();
        data.Appointments.Add(new Appointment { Id = "acting", PersonId = _person, PostId = post, IsActing = true, From = since });
        data.Delegations.Add(new Delegation { Id = "delegated", FromPersonId = principal, ToPersonId = _person, From = since, To = since.AddDays(9), Reason = "出差" });
        return await data.SaveChangesAsync();
    });

    private async Task<List<string>> RegisterAsync(RegisterQuery query)
    {
        var reader = await _office.PersonIdAsync("luoyu");
        return await _pages.OfAsync(() => _office.ActAsync<IProcedureRegister, RegisterPage>(register => register.ReadAsync(reader, BorrowRoom.Id, query, 0, 50)));
    }

    // The page and the count: what bounds its rows.
    private async Task<List<string>> PlansAsync(string list) =>
        [.. (await _pages.OfAsync(() => ReadAsync(list))).Where(plan => plan.Contains("LIMIT", StringComparison.Ordinal))];

    private Task ReadAsync(string list) => list switch
    {
        "待办" => _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(_person, 1, 50)),
        "待阅" => _office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(_person, 1, 50)),
        "已办" => _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.DecidedAsync(_person, 1, 50)),
        "我发起" => _office.ActAsync<IWorkLists, Paged<DocumentRow>>(lists => lists.DraftedAsync(_person, 1, 50)),
        _ => _office.ActAsync<IFollowing, Paged<FollowRow>>(following => following.ListAsync(_person, 1, 50)),
    };

    /// <summary>Keeps each query with SQLite's plan for it.</summary>
    private sealed class PageReader : DbCommandInterceptor
    {
        private readonly ConcurrentQueue<string> _plans = [];
        private bool _isOn;

        public async Task<List<string>> OfAsync(Func<Task> act)
        {
            _plans.Clear();
            _isOn = true;
            await act();
            _isOn = false;
            return [.. _plans];
        }

        public override async ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
            DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
        {
            if (!_isOn || !command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                return result;
            var (text, lines) = (command.CommandText, new List<string>());
            command.CommandText = "EXPLAIN QUERY PLAN " + text;
            await using (var plan = await command.ExecuteReaderAsync(cancellationToken))
            {
                while (await plan.ReadAsync(cancellationToken))
                    lines.Add(plan.GetString(3));
            }

            command.CommandText = text;
            _plans.Enqueue(string.Join('\n', [.. lines, text]));
            return result;
        }
    }
}
