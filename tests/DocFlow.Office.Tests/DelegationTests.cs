using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>委托代理: for how long, to whom, and what it lets the delegate do.</summary>
public sealed class DelegationTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_delegate_finds_reads_and_does_the_work_and_is_named_as_one()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ReadAsync("luoyu", id));

        await DelegateAsync("zhouyifan", "luoyu");

        var person = await _office.PersonIdAsync("luoyu");
        var row = Assert.Single((await _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, 0, 10))).Rows);
        Assert.Equal((id, "周亦凡"), (row.DocumentId, row.HolderName));
        Assert.Equal("周亦凡", Assert.Single((await _office.ReadAsync("luoyu", id)).Acts).OnBehalfOf);
        await _office.EditAsync("luoyu", id, source => source + "\n二、其他\n\n另行通知。\n");
        await _office.DecideAsync("luoyu", id, "同意");
        var act = (await _office.ReadAsync("luoyu", id)).Trace.Last(row => row.Act == "同意");
        Assert.Equal(("罗予", "周亦凡"), (act.ActorName, act.OnBehalfOf));
        Assert.Contains("周亦凡委托您代办工作", Assert.Single(await _office.NoticesAsync("luoyu", NoticeKind.Seats)), StringComparison.Ordinal);
        Assert.Null(await _office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Whose_work_is_done_is_named_while_it_is_delegated()
    {
        var (delegated, to) = (await DelegateAsync("zhouyifan", "luoyu"), await _office.PersonIdAsync("luoyu"));
        await DelegateAsync("linzhiyuan", "luoyu");
        Assert.Equal(["林知远", "周亦凡"], await PrincipalsAsync());

        var from = await _office.PersonIdAsync("zhouyifan");
        await _office.ActAsync<IDelegationDesk>(desk => desk.RevokeAsync(from, delegated));

        Assert.Equal(["林知远"], await PrincipalsAsync());

        Task<IReadOnlyList<string>> PrincipalsAsync() => _office.ActAsync<IDelegationDesk, IReadOnlyList<string>>(desk => desk.PrincipalsAsync(to));
    }

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task The_right_to_sign_is_never_delegated()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        var seat = Assert.Single((await _office.ReadAsync("luming", id)).Acts).SeatId;
        var person = await _office.PersonIdAsync("luoyu");

        await DelegateAsync("luming", "luoyu");

        Assert.Empty((await _office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, 0, 10))).Rows);
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ReadAsync("luoyu", id));
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, seat, new SeatAnswer("签发"))));
    }

    [Fact]
    public async Task It_holds_from_its_beginning_to_its_end_and_not_after_it_was_revoked()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        var (from, to, seat) = (await _office.PersonIdAsync("zhouyifan"), await _office.PersonIdAsync("luoyu"), Assert.Single((await _office.ReadAsync("zhouyifan", id)).Acts).SeatId);
        var later = await CreateAsync("zhouyifan", "luoyu", TimeSpan.FromDays(2), TimeSpan.FromDays(4));
        Task ActAsync() => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(to, seat, new SeatAnswer("没有这一项")));

        await Play.RefusedAsync(Refusal.Forbidden, ActAsync);
        _office.Time.Advance(TimeSpan.FromDays(2));
        await Play.RefusedAsync(Refusal.Invalid, ActAsync);
        await _office.ActAsync<IDelegationDesk>(desk => desk.RevokeAsync(from, later));
        await _office.ActAsync<IDelegationDesk>(desk => desk.RevokeAsync(from, later));
        await Play.RefusedAsync(Refusal.Forbidden, ActAsync);
        await CreateAsync("zhouyifan", "luoyu", TimeSpan.Zero, TimeSpan.FromDays(1));
        await Play.RefusedAsync(Refusal.Invalid, ActAsync);
        _office.Time.Advance(TimeSpan.FromDays(1));
        await Play.RefusedAsync(Refusal.Forbidden, ActAsync);
        var list = await _office.ActAsync<IDelegationDesk, IReadOnlyList<DelegationRow>>(desk => desk.ListAsync(to));
        Assert.Equal([(false, false), (false, false)], list.Select(row => (row.IsGiven, row.IsInForce)));
    }

    [Theory]
    [InlineData("zhouyifan", 0, 5, "", Refusal.Invalid, "事由")]
    [InlineData("luoyu", 0, 5, "外出。", Refusal.Invalid, "自己")]
    [InlineData("zhouyifan", 0, 91, "外出。", Refusal.Invalid, "最长90天")]
    [InlineData("zhouyifan", -1, 5, "外出。", Refusal.Invalid, "过去")]
    [InlineData("zhouyifan", 5, 5, "外出。", Refusal.Invalid, "结束时间")]
    [InlineData("zhouyifan", -5, -2, "外出。", Refusal.Invalid, "结束时间")]
    [InlineData("hemin", 1, 3, "外出。", Refusal.Conflict, "已委托您代办")]
    [InlineData("dingyi", 1, 3, "外出。", Refusal.Conflict, "不能受托")]
    public async Task What_is_no_plain_delegation_is_refused_and_says_why(string other, int fromDay, int toDay, string reason, Refusal expected, string says)
    {
        // hemin → luoyu and dingyi → songzhiwei hold; luoyu asks for the new one.
        await DelegateAsync("hemin", "luoyu");
        await DelegateAsync("dingyi", "songzhiwei");
        var now = _office.Clock.Now;
        var (asker, to) = (await _office.PersonIdAsync(other == "hemin" ? "luoyu" : "tangning"), await _office.PersonIdAsync(other == "luoyu" ? "tangning" : other));

        var refusal = await Play.RefusedAsync(expected, () => _office.ActAsync<IDelegationDesk>(desk =>
            desk.CreateAsync(asker, new DelegationRequest(to, now.AddDays(fromDay), now.AddDays(toDay), reason))));

        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_at_a_time_and_the_same_press_repeated_is_one()
    {
        var first = await CreateAsync("zhouyifan", "luoyu", TimeSpan.Zero, TimeSpan.FromDays(5));
        Assert.Equal(first, await CreateAsync("zhouyifan", "luoyu", TimeSpan.Zero, TimeSpan.FromDays(5)));

        await Play.RefusedAsync(Refusal.Conflict, () => CreateAsync("zhouyifan", "dingyi", TimeSpan.FromDays(4), TimeSpan.FromDays(6)));

        await CreateAsync("zhouyifan", "dingyi", TimeSpan.FromDays(5), TimeSpan.FromDays(6));
    }

    private Task<string> DelegateAsync(string from, string to) => CreateAsync(from, to, TimeSpan.Zero, TimeSpan.FromDays(7));

    private async Task<string> CreateAsync(string from, string to, TimeSpan begin, TimeSpan end)
    {
        var (actor, person, now) = (await _office.PersonIdAsync(from), await _office.PersonIdAsync(to), _office.Clock.Now);
        return await _office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(actor, new DelegationRequest(person, now + begin, now + end, "外出学习。")));
    }
}
