using DocFlow.Office.Desks;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>减签: who may take out which seat, and what it does to a step that has waited for it.</summary>
public sealed class WithdrawnSeatTests : IAsyncLifetime
{
    private const int Countersign = 3;

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [Trait("Rule", "P-18")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_countersigner_does_not_strike_out_another_unit(bool hasDecided)
    {
        var id = await _office.CountersigningAsync();
        var other = await SeatAsync("江月", id);
        if (hasDecided)
            await _office.DecideAsync("shilei", id, "同意");

        var refusal = await Play.RefusedAsync(Refusal.Forbidden, () => WithdrawAsync("shilei", other));

        Assert.Equal("“会签”的这个席位是流程规定的，只有拟稿人或办公室负责人可以减签；您只能减去自己加签的人员。", refusal.Message);
        Assert.Contains("会签/江月", await _office.WaitingAsync(id), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task Whom_a_countersigner_asked_only_they_the_drafter_and_the_director_take_out()
    {
        var id = await _office.CountersigningAsync();
        var (added, own) = (await _office.AddSeatAsync("shilei", id, "liangshu", SeatPlace.Beside), await SeatAsync("石磊", id));

        await Play.RefusedAsync(Refusal.Forbidden, () => WithdrawAsync("jiangyue", added));
        await Play.RefusedAsync(Refusal.Forbidden, () => WithdrawAsync("liangshu", own));
        await Play.RefusedAsync(Refusal.Forbidden, () => WithdrawAsync("hemin", added));
        await WithdrawAsync("shilei", added);
        await WithdrawAsync("zhengliqun", await SeatAsync("白桦", id));
        await WithdrawAsync("linzhiyuan", own);

        Assert.Equal("会签/江月", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_share_that_is_reached_because_others_are_taken_out_carries_the_step()
    {
        _office.Procedure.Nodes[Countersign] = _office.Procedure.Nodes[Countersign] with { Completion = CompletionRule.Share, Percent = 50 };
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部", "市委宣传部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("baihua", id, "同意");
        var (first, second) = (await SeatAsync("江月", id), await SeatAsync("梁书", id));

        // One of three is too few, one of two is half of them.
        await WithdrawAsync("linzhiyuan", first);
        Assert.Equal("会签/梁书 会签/石磊".Split(' ').Order(), (await _office.WaitingAsync(id)).Split(' ').Order());
        await WithdrawAsync("linzhiyuan", second);

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        Assert.Single(_office.Procedure.Calls.Skip(3), call => call == "resume 同意");
    }

    [Fact]
    public async Task Where_anyone_decides_taking_out_who_was_asked_after_lets_the_step_go_on()
    {
        _office.Procedure.Nodes[Countersign] = _office.Procedure.Nodes[Countersign] with { Completion = CompletionRule.Any };
        var id = await _office.CountersigningAsync();
        var added = await _office.AddSeatAsync("shilei", id, "liangshu", SeatPlace.After);
        await _office.DecideAsync("shilei", id, "同意");
        Assert.Contains("会签/梁书", await _office.WaitingAsync(id), StringComparison.Ordinal);

        await WithdrawAsync("shilei", added);

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_share_that_cannot_be_reached_any_more_sends_the_step_back_and_the_drafter_is_told_why()
    {
        _office.Procedure.Nodes[Countersign] = _office.Procedure.Nodes[Countersign] with { Completion = CompletionRule.Share, Percent = 60 };
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部", "市委宣传部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("baihua", id, "退回", "请改第一条。");
        Assert.Contains("会签/石磊", await _office.WaitingAsync(id), StringComparison.Ordinal);

        // Three of four were needed and can still agree; of three with one against, two are needed; of two, both.
        await WithdrawAsync("linzhiyuan", await SeatAsync("江月", id));
        Assert.Contains("会签/石磊", await _office.WaitingAsync(id), StringComparison.Ordinal);
        await WithdrawAsync("linzhiyuan", await SeatAsync("梁书", id));

        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
        Assert.Contains("请改第一条。", Assert.Single(await _office.NoticesAsync("linzhiyuan", Notices.NoticeKind.Return)), StringComparison.Ordinal);
    }

    private async Task<string> SeatAsync(string name, string id) => (await _office.ReadAsync("linzhiyuan", id)).Waiting.Single(seat => seat.PersonName == name).SeatId;

    private async Task WithdrawAsync(string login, string seatId)
    {
        var actor = await _office.PersonIdAsync(login);
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(actor, seatId, "不涉及。"));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.Dispatcher.DrainAsync();
    }
}
