using DocFlow.Office.Desks;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>Whoever was about to answer is told who did what to the work when it goes away.</summary>
public sealed class SeatFateTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Who_took_a_seat_out_is_told_with_the_reason()
    {
        var id = await _office.CountersigningAsync();
        var (added, drafter) = (await _office.AddSeatAsync("baihua", id, "liangshu", SeatPlace.Beside), await _office.PersonIdAsync("linzhiyuan"));
        var (asker, own) = (await _office.PersonIdAsync("baihua"), Assert.Single((await _office.ReadAsync("jiangyue", id)).Acts).SeatId);

        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, own, "不涉及审批。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(asker, added, "不再需要。"));

        Assert.Equal("林知远已减签，您不再办理“会签”（不涉及审批。）", await TellAsync("jiangyue", own));
        Assert.Equal("白桦已减签，您不再办理“会签”（不再需要。）", await TellAsync("liangshu", added));
        Assert.Null(await TellAsync("dingyi", own));
    }

    [Fact]
    public async Task Who_decided_handed_on_returned_or_took_it_back_is_told()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局");
        await _office.StartAsync(id);
        var first = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).SeatId;
        await _office.TakeBackAsync("linzhiyuan", id);
        Assert.Equal("林知远已取回，“科室审核”暂不需要办理", await TellAsync("hemin", first));

        await _office.DecideAsync("linzhiyuan", id, "送审");
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        var other = Assert.Single((await _office.ReadAsync("jiangyue", id)).Acts).SeatId;
        await _office.DecideAsync("shilei", id, "退回", "预算未落实。");
        Assert.Equal("石磊已办理“会签”（退回），本环节已经结束", await TellAsync("jiangyue", other));

        var next = await _office.DraftAsync();
        await _office.StartAsync(next);
        await _office.DecideAsync("hemin", next, "同意");
        await _office.DecideAsync("zhouyifan", next, "同意");
        var director = Assert.Single((await _office.ReadAsync("zhengliqun", next)).Acts).SeatId;
        var (standIn, to) = (await _office.PersonIdAsync("xupei"), await _office.PersonIdAsync("hansong"));
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(standIn, director, to, "请秘书长审定。"));
        Assert.Equal("“主任审核”现由韩松（郑立群转办）办理", await TellAsync("zhengliqun", director));
        await _office.DecideAsync("hansong", next, "同意");
        Assert.Equal("韩松已办理“主任审核”（同意）", await TellAsync("zhengliqun", director));
    }

    private async Task<string?> TellAsync(string login, string seatId)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISeatFates, string?>(fates => fates.TellAsync(person, seatId));
    }
}
