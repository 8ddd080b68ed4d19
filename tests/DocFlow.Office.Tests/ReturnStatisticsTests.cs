using DocFlow.Office.Desks;
using DocFlow.Office.Returns;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>退文: with its category, and each document counted once.</summary>
[Trait("Journey", "J04")]
public sealed class ReturnStatisticsTests : IAsyncLifetime
{
    private const string Figures = "事实、数据有误";
    private const string Wording = "文字、标点差错";

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_document_that_is_returned_twice_counts_once_with_the_category_and_month_of_its_first_return()
    {
        var twice = await StartAsync();
        await ReturnAsync("hemin", twice, Figures);
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 2, 9, 0, 0, TimeSpan.FromHours(8)));
        await _office.DecideAsync("linzhiyuan", twice, "送审");
        await ReturnAsync("hemin", twice, Wording);
        var once = await StartAsync();
        await ReturnAsync("hemin", once, null);
        // Taken back by its drafter, and not returned by anybody.
        var taken = await StartAsync();
        await _office.TakeBackAsync("linzhiyuan", taken);

        var year = await ReadAsync("hemin", 2026, null, ReturnGroup.Category);
        Assert.Equal((2, 3), (year.Total, year.Returns));
        Assert.Equal([(Figures, 1, 2), ("未分类", 1, 1)], year.Rows.Select(row => (row.Name, row.Documents, row.Returns)));
        Assert.Equal([("林知远（秘书一科）", 2, 3)], (await ReadAsync("hemin", 2026, null, ReturnGroup.Drafter)).Rows.Select(row => (row.Name, row.Documents, row.Returns)));
        Assert.Equal([("秘书一科", 2, 3)], (await ReadAsync("hemin", 2026, null, ReturnGroup.Unit)).Rows.Select(row => (row.Name, row.Documents, row.Returns)));
        Assert.Equal([("11月", 1, 2), ("12月", 1, 1)], (await ReadAsync("hemin", 2026, null, ReturnGroup.Month)).Rows.Select(row => (row.Name, row.Documents, row.Returns)));
        Assert.Equal([twice], (await ReadAsync("hemin", 2026, 11, ReturnGroup.Drafter)).Documents.Select(row => row.DocumentId));
        Assert.Equal([once], (await ReadAsync("hemin", 2026, 12, ReturnGroup.Drafter)).Documents.Select(row => row.DocumentId));
        Assert.Empty((await ReadAsync("hemin", 2027, null, ReturnGroup.Drafter)).Documents);
        var first = year.Documents[0];
        Assert.Equal(("林知远", "秘书一科", "科室审核", "何敏", Figures, "请改。", 2), (first.DrafterName, first.UnitName, first.StepName, first.ByName, first.Category, first.Opinion, first.Returns));
    }

    [Fact]
    public async Task Each_reader_counts_what_the_reader_may_open()
    {
        var id = await StartAsync();
        await ReturnAsync("hemin", id, Figures);

        foreach (var login in new[] { "linzhiyuan", "hemin", "zhengliqun", "suxiao" })
            Assert.Equal(1, (await ReadAsync(login, 2026, null, ReturnGroup.Unit)).Total);
        foreach (var login in new[] { "dingyi", "xiahe" })
            Assert.Equal(0, (await ReadAsync(login, 2026, null, ReturnGroup.Unit)).Total);
    }

    [Fact]
    public async Task A_category_that_the_list_does_not_have_and_a_month_that_the_year_does_not_have_are_refused()
    {
        var id = await StartAsync();

        await Play.RefusedAsync(Refusal.Invalid, () => ReturnAsync("hemin", id, "心情不好"));
        await Play.RefusedAsync(Refusal.Invalid, () => ReadAsync("hemin", 2026, 13, ReturnGroup.Unit));
        await Play.RefusedAsync(Refusal.Invalid, () => ReadAsync("hemin", 9999, null, ReturnGroup.Unit));
        Assert.Contains(Figures, await _office.ActAsync<IReturnStatistics, IReadOnlyList<string>>(returns => returns.CategoriesAsync()));

        // With another answer than 退回 it means nothing.
        await DecideAsync("hemin", id, new SeatAnswer("同意") { Category = Figures });
        Assert.Equal(0, (await ReadAsync("hemin", 2026, null, ReturnGroup.Unit)).Total);
    }

    private async Task<string> StartAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        return id;
    }

    private Task ReturnAsync(string login, string id, string? category) => DecideAsync(login, id, new SeatAnswer("退回", "请改。") { Category = category });

    private async Task DecideAsync(string login, string id, SeatAnswer answer)
    {
        var act = Assert.Single((await _office.ReadAsync(login, id)).Acts);
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, act.SeatId, answer));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.Dispatcher.DrainAsync();
    }

    private async Task<ReturnReport> ReadAsync(string login, int year, int? month, ReturnGroup group)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IReturnStatistics, ReturnReport>(returns => returns.ReadAsync(person, year, month, group));
    }
}
