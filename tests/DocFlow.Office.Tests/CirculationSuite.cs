using DocFlow.Office.Circulation;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using static DocFlow.Office.Tests.Running.Reading;

namespace DocFlow.Office.Tests;

/// <summary>Passing round (传阅), on each database.</summary>
public abstract class CirculationSuite(ITestDatabase database, string? absent = null)
{
    private const string Title = "中共云河市委办公室关于开展“无会周”活动的通知";

    [Fact]
    [Trait("Journey", "J11")]
    public async Task A_document_goes_to_persons_units_and_posts_once_each_in_the_organisations_order()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await Assert.ThrowsAsync<RefusalException>(() => office.ReadAsync("dingyi", id));
        var order = new CirculationOrder
        {
            PersonIds = [await office.PersonIdAsync("dingyi"), await office.PersonIdAsync("shilei")],
            UnitIds = [await UnitIdAsync(office, "市财政局"), await UnitIdAsync(office, "秘书一科")],
            PostIds = [await PostIdAsync(office, "办公室领导", "主任")],
            Note = "请于本周内阅。",
        };

        await SendAsync(office, "linzhiyuan", id, order);

        var sheet = Assert.Single(await SheetsAsync(office, "linzhiyuan", id));
        Assert.Equal(["郑立群 办公室领导主任", "何敏 秘书一科科长", "丁一 组织人事科科员", "石磊 市财政局办公室主任"], sheet.Readers.Select(reader => $"{reader.Name} {reader.PostShown}"));
        Assert.Equal((4, 0, true), (sheet.Total, sheet.Read, sheet.IsMine));
        Assert.Equal(Title, (await office.ReadAsync("dingyi", id)).Title);
        var row = Assert.Single((await UnreadAsync(office, "dingyi")).Rows);
        Assert.Equal(("林知远", "请于本周内阅。"), (row.SenderName, row.Note));
        Assert.Equal($"林知远请您传阅《{Title}》。请于本周内阅。", Assert.Single(await NoticesAsync(office, "dingyi")).Text);
        Assert.Empty(await NoticesAsync(office, "linzhiyuan"));
        var act = Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "传阅");
        Assert.Equal(("林知远", "秘书一科科员", "请于本周内阅。", 1), (act.ActorName, act.PostShown, act.Opinion, act.VersionOrdinal));
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Three_hundred_readers_are_passed_a_document_in_one_act()
    {
        await using var office = await StartAsync();
        var (id, sender, unit) = (await office.DraftAsync(), await office.PersonIdAsync("linzhiyuan"), await office.ActAsync<IOfficeData, string>(Crowd.FillAsync));

        await office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, new CirculationOrder { UnitIds = [unit] }));

        Assert.Equal(300, Assert.Single(await SheetsAsync(office, "linzhiyuan", id)).Total);
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "传阅");
    }

    [Fact]
    public async Task The_last_two_readers_at_once_are_told_of_as_exactly_one_end()
    {
        await using var office = await StartAsync();
        var (first, second) = (await office.PersonIdAsync("dingyi"), await office.PersonIdAsync("shilei"));
        for (var round = 1; round <= 6; round++)
        {
            var id = await office.DraftAsync();
            await SendAsync(office, "linzhiyuan", id, new CirculationOrder { PersonIds = [first, second] });

            await Task.WhenAll(new[] { first, second }.Select(reader => Task.Run(() => office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, id)))));

            Assert.Equal(round, (await NoticesAsync(office, "linzhiyuan")).Count(notice => notice.Text.EndsWith("已全部阅毕。", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_whole_unit_means_the_units_under_it_too()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();

        await SendAsync(office, "linzhiyuan", id, new CirculationOrder { UnitIds = [await UnitIdAsync(office, "中共云河市委办公室")] });

        Assert.Equal(
            "郑立群 许沛 何敏 周亦凡 罗予 唐宁 宋知微 苏晓 顾晨 丁一",
            string.Join(' ', Assert.Single(await SheetsAsync(office, "linzhiyuan", id)).Readers.Select(reader => reader.Name)));
    }

    [Fact]
    public async Task The_same_press_many_times_at_once_sends_once()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var order = new CirculationOrder { PersonIds = [await office.PersonIdAsync("dingyi")], Key = "press" };

        var sheets = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => SendAsync(office, "linzhiyuan", id, order))));

        Assert.Single(sheets.Distinct());
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "传阅");
        Assert.Single(await NoticesAsync(office, "dingyi"));
    }

    [Fact]
    [Trait("Journey", "J11")]
    public async Task Opening_marks_as_read_once_and_the_sender_sees_who_has_read()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "dingyi", "hemin"));
        var reader = await office.PersonIdAsync("dingyi");
        office.Time.Advance(TimeSpan.FromHours(1));

        var marked = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, id)))));

        Assert.Equal(1, marked.Sum());
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace is { Act: "已阅", ActorName: "丁一" });
        var sheet = Assert.Single(await SheetsAsync(office, "linzhiyuan", id));
        Assert.Equal([null, OfficeHost.Thursday.AddHours(1)], sheet.Readers.Select(row => row.ReadAt));
        Assert.Equal(0, (await UnreadAsync(office, "dingyi")).Total);
        Assert.Equal(1, (await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.ReadAsync(reader, 0, 10))).Total);
        Assert.Equal(["丁一"], Assert.Single(await SheetsAsync(office, "dingyi", id)).Readers.Select(row => row.Name));
        Assert.Empty(await NoticesAsync(office, "linzhiyuan"));
        await OpenAsync(office, "hemin", id);
        Assert.Equal($"您传阅的《{Title}》已全部阅毕。", Assert.Single(await NoticesAsync(office, "linzhiyuan")).Text);
    }

    [Fact]
    [Trait("Journey", "J11")]
    public async Task Ending_names_the_unread_first_and_closes_the_sheet_for_good()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var sheet = await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "shilei", "dingyi", "hemin"));
        await OpenAsync(office, "dingyi", id);
        Assert.True((await DraftedAsync(office)).Now.IsCirculating);

        var warned = await EndAsync(office, "linzhiyuan", sheet, false);
        Assert.False(warned.IsEnded);
        Assert.Equal(["何敏", "石磊"], warned.Unread);
        Assert.True((await EndAsync(office, "linzhiyuan", sheet, true)).IsEnded);
        Assert.True((await EndAsync(office, "linzhiyuan", sheet, true)).IsEnded);

        Assert.Equal("未阅：何敏、石磊", Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "结束传阅").Opinion);
        Assert.False((await DraftedAsync(office)).Now.IsCirculating);
        Assert.Equal(0, (await UnreadAsync(office, "hemin")).Total);
        await OpenAsync(office, "hemin", id);
        Assert.Equal(1, Assert.Single(await SheetsAsync(office, "linzhiyuan", id)).Read);
        await Play.RefusedAsync(Refusal.Conflict, () => AddAsync(office, "linzhiyuan", sheet, "guchen"));
        await Play.RefusedAsync(Refusal.Conflict, () => RemarkAsync(office, "hemin", sheet, "已知悉。"));
    }

    [Fact]
    public async Task Readers_are_added_once_and_only_by_the_sender()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var sheet = await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "dingyi"));

        Assert.Equal(1, await AddAsync(office, "linzhiyuan", sheet, "dingyi", "hemin"));
        Assert.Equal(0, await AddAsync(office, "linzhiyuan", sheet, "dingyi", "hemin"));
        await Play.RefusedAsync(Refusal.Forbidden, () => AddAsync(office, "dingyi", sheet, "guchen"));
        await Play.RefusedAsync(Refusal.Forbidden, () => EndAsync(office, "dingyi", sheet, true));
        await Play.RefusedAsync(Refusal.NotFound, () => AddAsync(office, "guchen", sheet, "guchen"));

        Assert.Equal(["何敏", "丁一"], Assert.Single(await SheetsAsync(office, "linzhiyuan", id)).Readers.Select(reader => reader.Name));
        Assert.Single(await NoticesAsync(office, "dingyi"));
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "增加传阅");
    }

    [Fact]
    public async Task A_remark_is_kept_told_to_the_sender_and_stands_in_the_trace()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var sheet = await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "dingyi", "hemin"));

        await RemarkAsync(office, "dingyi", sheet, " 请综合科阅办。 ");
        await RemarkAsync(office, "dingyi", sheet, "请综合科阅办。");

        var row = Assert.Single(await SheetsAsync(office, "linzhiyuan", id)).Readers[1];
        Assert.Equal(("请综合科阅办。", true), (row.Remark, row.ReadAt is not null));
        Assert.Equal("请综合科阅办。", Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, trace => trace.Act == "阅办意见").Opinion);
        Assert.Equal($"丁一对《{Title}》写了阅办意见：请综合科阅办。", Assert.Single(await NoticesAsync(office, "linzhiyuan")).Text);
        await Play.RefusedAsync(Refusal.NotFound, () => RemarkAsync(office, "shilei", sheet, "阅。"));
        await Play.RefusedAsync(Refusal.Invalid, () => RemarkAsync(office, "dingyi", sheet, " "));
    }

    [Fact]
    public async Task Who_may_not_read_passes_nothing_on_and_nothing_goes_to_nobody_or_after_a_void()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var drafter = await office.PersonIdAsync("linzhiyuan");
        await Play.RefusedAsync(Refusal.NotFound, async () => await SendAsync(office, "dingyi", id, await ToAsync(office, "hemin")));
        await Play.RefusedAsync(Refusal.Invalid, async () => await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "linzhiyuan")));
        await Play.RefusedAsync(Refusal.Invalid, () => SendAsync(office, "linzhiyuan", id, new CirculationOrder { PersonIds = ["nobody"] }));
        await office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(drafter, id, "不再需要。"));
        await Play.RefusedAsync(Refusal.Conflict, async () => await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "hemin")));
    }

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }

    private static async Task<int> AddAsync(OfficeHost office, string login, string sheetId, params string[] logins)
    {
        var (sender, order) = (await office.PersonIdAsync(login), await ToAsync(office, logins));
        return await office.ActAsync<ICirculationDesk, int>(desk => desk.AddAsync(sender, sheetId, order));
    }

    private static async Task<CirculationEnding> EndAsync(OfficeHost office, string login, string sheetId, bool evenUnread)
    {
        var sender = await office.PersonIdAsync(login);
        return await office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(sender, sheetId, evenUnread));
    }

    private static async Task OpenAsync(OfficeHost office, string login, string documentId)
    {
        var reader = await office.PersonIdAsync(login);
        await office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, documentId));
    }

    private static async Task RemarkAsync(OfficeHost office, string login, string sheetId, string remark)
    {
        var reader = await office.PersonIdAsync(login);
        await office.ActAsync<IReadingDesk>(desk => desk.RemarkAsync(reader, sheetId, remark));
    }

    private static async Task<Paged<ReadingRow>> UnreadAsync(OfficeHost office, string login)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(person, 0, 10));
    }

    private static async Task<IReadOnlyList<CirculationView>> SheetsAsync(OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<ICirculationLists, IReadOnlyList<CirculationView>>(lists => lists.OfDocumentAsync(person, documentId));
    }

    private static Task<string> UnitIdAsync(OfficeHost office, string name) =>
        office.ActAsync<IOfficeData, string>(data => data.Units.Where(unit => unit.Name == name).Select(unit => unit.Id).SingleAsync());

    private static Task<string> PostIdAsync(OfficeHost office, string unit, string name) =>
        office.ActAsync<IOfficeData, string>(data => data.Posts.Where(post => post.Unit!.Name == unit && post.Name == name).Select(post => post.Id).SingleAsync());
}
