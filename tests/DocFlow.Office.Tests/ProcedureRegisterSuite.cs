using DocFlow.Office.Matters;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A procedure's register: pages, filters, orders, totals and groups, on each database.</summary>
public abstract class ProcedureRegisterSuite(ITestDatabase database, string? absent = null)
{
    // 2026-11-26 is a Thursday.
    private static readonly DateTimeOffset Today = OfficeHost.Thursday;

    [Fact]
    public async Task Pages_filters_orders_totals_and_groups_say_the_same_of_the_same_matters()
    {
        await using var office = await StartAsync();
        var small = await BorrowRoom.AddAsync(office, "linzhiyuan", "小会", "二号", 9, Today.AddDays(-40));
        var large = await BorrowRoom.AddAsync(office, "hemin", "大会", "一号", 100.5m, Today.AddDays(-2), isClosed: true);
        var middle = await BorrowRoom.AddAsync(office, "linzhiyuan", "中会", "一号", 20, Today.AddDays(-1));
        var bare = await BorrowRoom.AddAsync(office, "hemin", "空会", null, null, Today);

        var all = await ReadAsync(office, new RegisterQuery());
        Assert.Equal([bare, middle, large, small], Ids(all));
        Assert.Equal((4, 129.5m), (all.Total, all.Totals["field:people"]));
        Assert.Equal([large, small], Ids(await ReadAsync(office, new RegisterQuery(), page: 1, size: 2)));
        Assert.Equal(129.5m, (await ReadAsync(office, new RegisterQuery(), page: 1, size: 2)).Totals["field:people"]);

        foreach (var (query, ids, people) in new (RegisterQuery, string[], decimal)[]
        {
            (new() { Filters = Of("field:room", "一号") }, [middle, large], 120.5m),
            (new() { Filters = Of("field:people", "9..20") }, [middle, small], 29),
            (new() { Filters = Of("state", "办结") }, [large], 100.5m),
            (new() { Filters = Of("light", "红") }, [small], 9),
            (new() { Filters = Of("starter", "林知远") }, [middle, small], 29),
            (new() { Filters = Of("due", "2026-11-27..2026-11-29") }, [bare, middle, large], 120.5m),
            (new() { Period = "2026-10" }, [small], 9),
            (new() { Search = "会" }, [bare, middle, large, small], 129.5m),
            (new() { Search = "没有的" }, [], 0),
        })
        {
            var found = await ReadAsync(office, query);
            Assert.Equal(ids, Ids(found));
            Assert.Equal((ids.Length, people), (found.Total, found.Totals["field:people"]));
        }

        // What is left empty stands at one end.
        Assert.Equal([small, middle, large], Ids(await ReadAsync(office, new RegisterQuery { Sort = "field:people" })).Where(id => id != bare));
        Assert.Equal([large, middle, small], Ids(await ReadAsync(office, new RegisterQuery { Sort = "field:people", IsDescending = true })).Where(id => id != bare));
        Assert.Equal([small, large, middle, bare], Ids(await ReadAsync(office, new RegisterQuery { Sort = "due" })));

        Assert.Equal([("一号", 2, 120.5m), ("二号", 1, 9m)], Groups(await ReadAsync(office, new RegisterQuery { Group = "field:room" })));
        Assert.Equal([("一号", 1, 20m), ("二号", 1, 9m)], Groups(await ReadAsync(office, new RegisterQuery { Group = "field:room", Filters = Of("state", "在办") })));
        Assert.Equal([("在办", 3, 29m), ("办结", 1, 100.5m)], Groups(await ReadAsync(office, new RegisterQuery { Group = "state" })));
    }

    [Theory]
    [InlineData("field:room", "一号", 3, 29)]
    [InlineData("field:room", "三号", 0, 0)]
    [InlineData("field:people", "9..20", 3, 38)]
    public async Task What_is_too_much_to_hold_has_the_same_count_and_total(string column, string value, int count, int people)
    {
        await using var office = await StartAsync();
        await BorrowRoom.AddAsync(office, "linzhiyuan", "小会", "一号", 9, Today.AddDays(-40));
        await BorrowRoom.AddAsync(office, "hemin", "中会", "一号", 20, Today.AddDays(-2), isClosed: true);
        await BorrowRoom.AddAsync(office, "linzhiyuan", "人数未定的会", "一号", null, Today.AddDays(-1));
        await BorrowRoom.AddAsync(office, "hemin", "别处的会", "二号", 9, Today);

        var (total, added) = await LargeAsync(office, new RegisterQuery { Filters = Of(column, value) }, async (finding, sums) => (finding.Total, (await sums.TotalsAsync([], CancellationToken.None))["field:people"]));

        Assert.Equal((count, people), (total, added));
    }

    [Theory]
    [InlineData("field:room", null, "一号:3:29", "二号:1:40")]
    [InlineData("state", null, "办结:3:60", "在办:1:9")]
    [InlineData("field:room", "二号", "二号:1:40")]
    // Half of them is not most of them.
    [InlineData("starter", null, "何敏:2:60", "林知远:2:9")]
    public async Task What_is_too_much_to_hold_has_the_same_groups(string column, string? room, params string[] groups)
    {
        await using var office = await StartAsync();
        await BorrowRoom.AddAsync(office, "linzhiyuan", "小会", "一号", 9, Today.AddDays(-40));
        await BorrowRoom.AddAsync(office, "hemin", "中会", "一号", 20, Today.AddDays(-2), isClosed: true);
        await BorrowRoom.AddAsync(office, "linzhiyuan", "人数未定的会", "一号", null, Today.AddDays(-1), isClosed: true);
        await BorrowRoom.AddAsync(office, "hemin", "别处的会", "二号", 40, Today, isClosed: true);

        var found = await LargeAsync(
            office, new RegisterQuery { Group = column, Filters = room is null ? [] : Of("field:room", room) }, (_, sums) => sums.GroupsAsync(column, CancellationToken.None));

        Assert.Equal(groups, found.Select(group => $"{group.Value}:{group.Count}:{group.Totals["field:people"]:0.##}"));
    }

    [Fact]
    public async Task Matters_without_the_value_that_is_grouped_by_are_in_no_group_of_what_is_too_much_to_hold()
    {
        await using var office = await StartAsync();
        foreach (var people in new[] { 9, 20, 40 })
            await BorrowRoom.AddAsync(office, "linzhiyuan", "小会", "一号", people, Today);
        await BorrowRoom.AddAsync(office, "hemin", "没有定地方的会", null, 100, Today);

        var found = await LargeAsync(office, new RegisterQuery { Group = "field:room" }, (_, sums) => sums.GroupsAsync("field:room", CancellationToken.None));

        Assert.Equal(69, found.Single(group => group.Value == "一号").Totals["field:people"]);
    }

    [Fact]
    public async Task Who_is_no_reader_gets_rows_totals_and_groups_of_own_matters_alone()
    {
        await using var office = await StartAsync();
        var own = await BorrowRoom.AddAsync(office, "linzhiyuan", "小会", "二号", 9, Today);
        var earlier = await BorrowRoom.AddAsync(office, "linzhiyuan", "早先的会", "二号", 5, Today.AddDays(-3));
        await BorrowRoom.AddAsync(office, "tangning", "大会", "一号", 100, Today);

        var page = await ReadAsync(office, new RegisterQuery { Group = "field:room" }, "linzhiyuan");

        Assert.Equal([own, earlier], Ids(page));
        Assert.Equal((2, 14m), (page.Total, page.Totals["field:people"]));
        Assert.Equal([("二号", 2, 14m)], Groups(page));
        Assert.Equal([earlier], Ids(await ReadAsync(office, new RegisterQuery { Search = "早先" }, "linzhiyuan")));
        Assert.Equal((0, 0m), await ReadAsync(office, new RegisterQuery(), "dingyi") is var none ? (none.Total, none.Totals["field:people"]) : default);
    }

    private static Dictionary<string, string> Of(string column, string value) => new() { [column] = value };

    private static IEnumerable<string> Ids(RegisterPage page) => page.Rows.Select(row => row.DocumentId);

    private static IEnumerable<(string, int, decimal)> Groups(RegisterPage page) => page.Groups.Select(group => (group.Value, group.Count, group.Totals["field:people"]));

    // 综合科 reads them all.
    private static async Task<RegisterPage> ReadAsync(OfficeHost office, RegisterQuery query, string login = "luoyu", int page = 0, int size = 50)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IProcedureRegister, RegisterPage>(register => register.ReadAsync(person, BorrowRoom.Id, query, page, size));
    }

    // As of a register that is too large to hold the ids of.
    private static Task<TResult> LargeAsync<TResult>(OfficeHost office, RegisterQuery query, Func<RegisterFinding, RegisterSums, Task<TResult>> read) =>
        office.ActAsync<IServiceProvider, TResult>(async services =>
        {
            var (data, procedure) = (services.GetRequiredService<IOfficeData>(), await services.GetRequiredService<ProcedureCatalog>().RequireAsync(BorrowRoom.Id, CancellationToken.None));
            var calendar = await services.GetRequiredService<OfficeSettings>().ReadCalendarAsync(CancellationToken.None);
            var of = new RegisterMatters(data, procedure, calendar, new Lights(calendar, Today, procedure.YellowWorkingDays), Today);
            var finding = new RegisterFinding(data, procedure, of, of.Where(of.Whole(query), query), query, readsAll: true) { MostHeld = 0 };
            await finding.LookAsync(CancellationToken.None);
            return await read(finding, new RegisterSums(data, procedure, of, finding));
        });

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database, services => services.AddSingleton<IProcedures, BorrowRoom>());
    }
}
