using System.Text;
using DocFlow.Documents.Papers;
using DocFlow.Office.Files;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;
using DocFlow.Office.Seals;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>用印登记簿: each seal with the two persons, for who may read it; on each database.</summary>
public abstract class SealBookSuite(ITestDatabase database, string? absent = null) : IAsyncDisposable
{
    private static readonly SealBookQuery ThisYear = new(new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 31));

    private OfficeHost _office = null!;

    public async ValueTask DisposeAsync()
    {
        if (_office is not null)
            await _office.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    [Trait("Journey", "J09")]
    public async Task A_document_that_was_sealed_has_its_line_with_two_names()
    {
        await StartAsync();
        var id = await SealedAsync();
        var number = (await _office.ReadAsync("linzhiyuan", id)).Number;

        var row = Assert.Single((await ReadAsync("guchen")).Rows);

        Assert.Equal((1, id, number, "中共云河市委办公室关于开展“无会周”活动的通知"), (row.Ordinal, row.DocumentId, row.Number, row.Title));
        Assert.Equal(("苏晓", "陆明", "顾晨"), (row.AskedByName, row.ApprovedByName, row.SealedByName));
        Assert.Equal(["中共云河市委办公室"], row.Organs);
        Assert.Equal(_office.Time.GetUtcNow(), row.At);
        Assert.True(row.MayOpen);
    }

    [Fact]
    public async Task The_latest_is_first_and_pages_and_days_and_words_choose_among_them()
    {
        await StartAsync();
        var first = await SealedAsync();
        _office.Time.Advance(TimeSpan.FromDays(1));
        var second = await SealedAsync();
        var third = await SealedAsync();

        Assert.Equal([(3, third), (2, second), (1, first)], (await ReadAsync("guchen")).Rows.Select(row => (row.Ordinal, row.DocumentId)));
        Assert.Equal([(1, first)], (await ReadAsync("guchen", page: 1, size: 2)).Rows.Select(row => (row.Ordinal, row.DocumentId)));
        Assert.Equal(3, (await ReadAsync("guchen", page: 1, size: 2)).Total);
        // The first was sealed on the 26th, the others on the 27th: a day is one of the office's, from midnight to midnight.
        Assert.Equal([first], await FoundAsync(new SealBookQuery(new DateOnly(2026, 11, 26), new DateOnly(2026, 11, 26))));
        Assert.Equal([third, second], await FoundAsync(new SealBookQuery(new DateOnly(2026, 11, 27), new DateOnly(2026, 11, 27))));
        Assert.Empty(await FoundAsync(new SealBookQuery(new DateOnly(2026, 11, 28), new DateOnly(2026, 12, 31))));
        var number = (await _office.ReadAsync("linzhiyuan", second)).Number!;
        Assert.Equal([second], await FoundAsync(ThisYear with { Words = number }));
        Assert.Equal(3, (await FoundAsync(ThisYear with { Words = " 无会周 " })).Count);
        Assert.Equal(3, (await FoundAsync(ThisYear with { Words = "顾晨" })).Count);
        Assert.Empty(await FoundAsync(ThisYear with { Words = "没有这样的文字" }));
        await Play.RefusedAsync(Refusal.Invalid, () => FoundAsync(new SealBookQuery(new DateOnly(2026, 12, 2), new DateOnly(2026, 12, 1))));
    }

    [Fact]
    public async Task Others_than_the_keeper_see_only_what_they_may_open()
    {
        await StartAsync();
        var id = await SealedAsync();
        var matter = await SealedMatterAsync();

        var all = (await ReadAsync("guchen")).Rows;
        Assert.Equal([(matter, false), (id, true)], all.Select(row => (row.DocumentId, row.MayOpen)));
        Assert.Equal([id], (await ReadAsync("suxiao")).Rows.Select(row => row.DocumentId));
        Assert.Equal([matter, id], (await ReadAsync("linzhiyuan")).Rows.Select(row => row.DocumentId));
        foreach (var login in new[] { "dingyi", "xiahe", "baihua" })
            Assert.Equal(0, (await ReadAsync(login)).Total);
    }

    [Fact]
    public async Task A_matters_document_is_named_with_the_organ_that_it_is_signed_by()
    {
        await StartAsync();
        await SealedMatterAsync();

        var row = Assert.Single((await ReadAsync("guchen")).Rows);

        Assert.EndsWith("（告知函/一）", row.Title, StringComparison.Ordinal);
        Assert.Equal(["中共云河市委办公室"], row.Organs);
        Assert.Equal(("林知远", null, "顾晨", 1), (row.AskedByName, row.ApprovedByName, row.SealedByName, row.Copies));
    }

    [Fact]
    public async Task It_is_printed_as_the_offices_table_in_the_order_of_sealing()
    {
        await StartAsync();
        var numbers = new List<string>();
        foreach (var id in new[] { await SealedAsync(), await SealedAsync() })
            numbers.Add((await _office.ReadAsync("linzhiyuan", id)).Number!);
        var keeper = await _office.PersonIdAsync("guchen");

        var paper = await _office.ActAsync<ISealBook, Paper>(book => book.PrintAsync(keeper, ThisYear));

        Assert.Equal(("用印登记簿", "2026年1月1日至2026年12月31日，共2次"), (paper.Title, paper.LeftNote));
        var rows = paper.Rows.Select(row => row.Cells.Select(cell => string.Join('/', cell.Texts.Select(text => text.Words))).ToList()).ToList();
        Assert.Equal("序号|用印时间|文号|标题|印章|份数|申请人|批准人|监印人", string.Join('|', rows[0]));
        Assert.Equal(["1", "2"], rows.Skip(1).Select(row => row[0]));
        // Longer than its column, a number goes on before its year and ends no line with half a bracket.
        Assert.Equal(numbers.Select(number => number.Replace("〔", "/〔", StringComparison.Ordinal)), rows.Skip(1).Select(row => row[2]));
        Assert.All(rows.Skip(1), row => Assert.Equal(("中共云河市委办公室", "苏晓", "陆明", "顾晨"), (row[4], row[6], row[7], row[8])));
    }

    [Fact]
    public async Task A_file_that_is_lost_leaves_its_line_without_the_organ()
    {
        await StartAsync();
        var id = await SealedMatterAsync("0000000000000000000000000000000000000000000000000000000000000000");

        var row = Assert.Single((await ReadAsync("guchen")).Rows);

        Assert.Equal((id, 0), (row.DocumentId, row.Organs.Count));
    }

    private async Task StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        _office = await OfficeHost.StartAsync(database, services => services.AddSingleton<IProcedures, BorrowRoom>());
    }

    private async Task<string> SealedAsync()
    {
        var id = await _office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印") })
            await _office.DecideAsync(login, id, outcome);
        return id;
    }

    private async Task<string> SealedMatterAsync(string? lost = null)
    {
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        var id = await BorrowRoom.AddAsync(_office, "linzhiyuan", "工作会", "一号", 9, OfficeHost.Thursday);
        var hash = lost ?? await _office.ActAsync<IFileStore, string>(files => files.PutAsync(Encoding.UTF8.GetBytes(Play.Notice)));
        var (keeper, asker) = (await _office.PersonIdAsync("guchen"), await _office.PersonIdAsync("linzhiyuan"));
        await _office.ActAsync<IOfficeData, int>(data =>
        {
            data.SealRecords.Add(new SealRecord
            {
                Id = OfficeId.New(_office.Clock.Now), DocumentId = id, Key = $"{id}/seal/告知函/一/{hash}", SealedById = keeper, RequestedById = asker, Copies = 1, ContentHash = "", At = _office.Clock.Now,
            });
            return data.SaveChangesAsync();
        });
        return id;
    }

    private async Task<List<string>> FoundAsync(SealBookQuery query) => [.. (await ReadAsync("guchen", query)).Rows.Select(row => row.DocumentId)];

    private async Task<Paged<SealBookRow>> ReadAsync(string login, SealBookQuery? query = null, int page = 0, int size = 50)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISealBook, Paged<SealBookRow>>(book => book.ReadAsync(person, query ?? ThisYear, page, size));
    }
}
