using DocFlow.Office.Deadlines;
using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Leaves;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>Who would do a seat's work in its person's place hears of it too: the delegate (委托代理), and the B角 while the person is away.</summary>
public sealed class SubstituteTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase());
        var at = _office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Countersign);
        _office.Procedure.Nodes[at] = _office.Procedure.Nodes[at] with { WhenOverdue = OverdueRule.NoOpinion };
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_delegate_is_reminded_urged_and_told_that_the_seat_was_closed_by_rule()
    {
        var id = await _office.CountersigningAsync();
        await DelegateAsync("jiangyue", "tangning");
        await UrgeAsync(id);

        await SweepAtAsync(At(11, 30, 8, 30));
        await SweepAtAsync(At(12, 1, 17, 31));

        Assert.Contains("（请您代江月办理）：请于今日办理。", Assert.Single(await _office.NoticesAsync("tangning", NoticeKind.Urge)), StringComparison.Ordinal);
        Assert.Equal(["《中共云河市委办公室关于开展“无会周”活动的通知》的“会签”请于2026年12月1日17:30前代江月办理。"], await _office.NoticesAsync("tangning", NoticeKind.Reminder));
        Assert.Contains("江月", Assert.Single(await _office.NoticesAsync("tangning", NoticeKind.Overdue)), StringComparison.Ordinal);
        Assert.Single(await _office.NoticesAsync("jiangyue", NoticeKind.Reminder));
        // Who wouldn't do it isn't told.
        Assert.Empty(await _office.NoticesAsync("luoyu", NoticeKind.Reminder));
    }

    [Fact]
    public async Task The_stand_in_hears_of_work_that_came_before_the_leave_and_not_while_the_holder_is_there()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        await UrgeAsync(id);
        Assert.Empty(await _office.NoticesAsync("xupei", NoticeKind.Urge));
        var holder = await _office.PersonIdAsync("zhengliqun");
        await _office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(holder, new LeaveRequest(_office.Clock.Now, _office.Clock.Now.AddDays(10), "年休假。")));
        _office.Time.Advance(TimeSpan.FromHours(2));

        await UrgeAsync(id);
        await SweepAtAsync(At(11, 27, 8, 30));
        await SweepAtAsync(At(11, 27, 17, 31));

        Assert.Contains("（请您代郑立群办理）", Assert.Single(await _office.NoticesAsync("xupei", NoticeKind.Urge)), StringComparison.Ordinal);
        Assert.Single(await _office.NoticesAsync("xupei", NoticeKind.Reminder));
        Assert.Single(await _office.NoticesAsync("xupei", NoticeKind.Overdue));
    }

    [Fact]
    public async Task A_delegate_hears_nothing_of_a_signature_which_is_never_delegated()
    {
        await DelegateAsync("luming", "tangning");
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        Assert.Contains("陆明", await _office.WaitingAsync(id), StringComparison.Ordinal);

        await UrgeAsync(id);

        Assert.Single(await _office.NoticesAsync("luming", NoticeKind.Urge));
        Assert.Empty(await _office.NoticesAsync("tangning", NoticeKind.Urge));
    }

    private async Task DelegateAsync(string from, string to)
    {
        var (giver, taker) = (await _office.PersonIdAsync(from), await _office.PersonIdAsync(to));
        await _office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(giver, new DelegationRequest(taker, _office.Clock.Now, _office.Clock.Now.AddDays(20), "外出学习。")));
    }

    private async Task UrgeAsync(string id)
    {
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.ActAsync<ISeatDesk>(desk => desk.UrgeAsync(drafter, id, "请于今日办理。"));
    }

    private async Task SweepAtAsync(DateTimeOffset at)
    {
        _office.Time.SetUtcNow(at);
        await _office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
    }

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
