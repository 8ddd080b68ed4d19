using DocFlow.Documents.Papers;
using DocFlow.Office.Desks;
using DocFlow.Office.Papers;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>The trace and the printed 办理过程表 say whom an act concerned and where it went, not only who did it and why.</summary>
public sealed class TraceFactsTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_seat_that_is_added_or_withdrawn_names_the_person_and_the_unit()
    {
        var id = await _office.CountersigningAsync();
        var (director, cosigner) = (await _office.PersonIdAsync("zhengliqun"), await _office.PersonIdAsync("liangshu"));
        var seat = await _office.ActAsync<ISeatDesk, string>(desk => desk.AddCosignerAsync(director, id, cosigner, "涉及宣传口径。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(director, seat, "不涉及宣传。"));
        await _office.AddSeatAsync("shilei", id, "luoyu", SeatPlace.Before);

        const string asked = "市委宣传部办公室主任";
        Assert.Equal([$"加签：梁书（{asked}）"], await FactsAsync(id, "加签", 0));
        Assert.Equal([$"减签：梁书（{asked}）"], await FactsAsync(id, "减签"));
        Assert.Equal(["加签：罗予（综合科科员）", "方式：前加签"], await FactsAsync(id, "加签", 1));
        var paper = await PaperAsync(id);
        Assert.Contains(paper, row => row.Contains($"|加签|郑立群|加签：梁书（{asked}）/涉及宣传口径。|", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task Work_that_is_handed_on_names_who_got_it()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var own = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        var (from, to) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("dingyi"));

        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(from, own, to, "外出。"));

        Assert.Equal(["转给：丁一（组织人事科科员）"], await FactsAsync(id, "转办"));
        Assert.Contains(await PaperAsync(id), row => row.Contains("|转办|何敏|转给：丁一（组织人事科科员）/外出。|", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_return_names_the_step_the_straight_way_back_and_its_category()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan" })
            await _office.DecideAsync(login, id, "同意");
        var (director, act) = (await _office.PersonIdAsync("zhengliqun"), Assert.Single((await _office.ReadAsync("zhengliqun", id)).Acts));

        await _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(
            director, act.SeatId, new SeatAnswer("退回", "请再核。", ReturnTo: "SectionReview1", StraightBack: true) { Category = "内容表述不准确" }));

        Assert.Equal(["退回到：科室审核", "直送：改后直送退回人", "退文类别：内容表述不准确"], await FactsAsync(id, "退回"));
        Assert.Contains(await PaperAsync(id), row => row.Contains("|退回|郑立群|退回到：科室审核/直送：改后直送退回人/退文类别：内容表述不准确/请再核。|", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J11")]
    public async Task A_circulation_names_its_readers()
    {
        var id = await _office.DraftAsync();
        await Reading.SendAsync(_office, "linzhiyuan", id, await Reading.ToAsync(_office, "dingyi", "hemin"));

        var facts = Assert.Single(await FactsAsync(id, "传阅"));

        Assert.StartsWith("传阅人员：", facts, StringComparison.Ordinal);
        Assert.Equal(["丁一", "何敏"], facts["传阅人员：".Length..].Split('、').Order());
        Assert.Contains(await PaperAsync(id), row => row.Contains($"|传阅|林知远|{facts}|", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_only_the_system_needs_is_not_shown_and_a_recipient_sees_nothing_of_it()
    {
        var id = await _office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await _office.DecideAsync(login, id, outcome);
        var receiver = await _office.PersonIdAsync("xiahe");
        await _office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(receiver, id));

        var trace = (await _office.ReadAsync("linzhiyuan", id)).Trace;

        // Moments, hashes and pages stay with the events.
        Assert.Empty(trace.Where(row => row.Act is "同意" or "签发" or "拟稿").SelectMany(row => row.Facts));
        Assert.Equal("申请人：苏晓", Assert.Single(trace, row => row.Act == "用印登记").Facts[0]);
        Assert.All((await _office.ReadAsync("xiahe", id)).Trace, row => Assert.Equal(("签收", 0), (row.Act, row.Facts.Count)));
    }

    private async Task<IReadOnlyList<string>> FactsAsync(string id, string act, int index = 0) =>
        (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.Act == act).ElementAt(index).Facts;

    private async Task<List<string>> PaperAsync(string id)
    {
        var person = await _office.PersonIdAsync("linzhiyuan");
        var paper = await _office.ActAsync<IPapers, Paper>(papers => papers.ReadAsync(person, id, PaperKind.Trace));
        return [.. paper.Rows.Select(row => string.Join('|', row.Cells.Select(cell => string.Join('/', cell.Texts.Select(text => text.Words)))))];
    }
}
