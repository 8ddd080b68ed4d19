using DocFlow.Office.Desks;
using DocFlow.Office.Handovers;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Acts that come when things have changed: late, for somebody who is gone, or after the clock jumped. Each is refused in words or done once, and nothing is lost.</summary>
public sealed class LateActTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Whoever_is_taken_out_while_writing_is_told_so_and_what_was_written_is_not_recorded()
    {
        var id = await _office.CountersigningAsync();
        var added = await _office.AddSeatAsync("baihua", id, "liangshu", SeatPlace.Beside);
        var act = Assert.Single((await _office.ReadAsync("liangshu", id)).Acts);
        var (drafter, writer) = (await _office.PersonIdAsync("linzhiyuan"), await _office.PersonIdAsync("liangshu"));

        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, added, "已口头征求。"));

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(writer, act.SeatId, new SeatAnswer("同意", "写了很久的意见。", 1))));
        Assert.Equal("这件工作已撤销，不需要再办理。", refusal.Message);
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<IParagraphNotes, string>(notes => notes.AddAsync(writer, id, new NewParagraphNote(1, 0, "一条批注。"))));
        Assert.DoesNotContain((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Opinion == "写了很久的意见。");
        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task No_person_is_ever_deleted_not_even_past_the_office_and_nothing_is_lost_by_the_try()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var holder = await _office.PersonIdAsync("hemin");

        // The office has no act that deletes a person; whoever tries it in the database meets the rows that name her.
        var refusal = await Assert.ThrowsAsync<SqliteException>(() => _office.ActAsync<IOfficeData>(data => data.People.Where(person => person.Id == holder).ExecuteDeleteAsync()));

        Assert.Contains("FOREIGN KEY constraint failed", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("何敏", await _office.ActAsync<IOfficeData, string>(data => data.People.Where(person => person.Id == holder).Select(person => person.Name).SingleAsync()));
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
        await _office.DecideAsync("hemin", id, "同意");
        Assert.Equal("办公室核稿/周亦凡", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Who_leaves_while_holding_work_is_not_let_go_before_somebody_takes_it_and_keeps_it_until_then()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        var (holder, personnel, other) = (await _office.PersonIdAsync("luming"), await _office.PersonIdAsync("dingyi"), await _office.PersonIdAsync("hansong"));

        // 轮岗交接 is the only act that ends an appointment.
        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => _office.ActAsync<IHandoverDesk, string>(desk =>
            desk.OrderAsync(new HandoverActor(personnel, "dingyi", false), new HandoverRequest(holder, "离任。"))));

        Assert.Contains("（待办“签发”）还没有接收人，请先指定。", refusal.Message, StringComparison.Ordinal);
        Assert.True(await _office.ActAsync<IOfficeData, bool>(data => data.Appointments.AnyAsync(row => row.PersonId == holder && row.To == null)));

        // However an appointment may have ended, the work stays his and visible; nobody else's press counts for it.
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == holder).ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));
        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
        var seat = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).SeatId;
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(other, seat, new SeatAnswer("签发"))));
    }

    [Fact]
    public async Task A_host_that_was_off_for_a_month_does_what_fell_due_once_and_in_order()
    {
        var id = await _office.CountersigningAsync();

        await _office.ActAsync<ClockMover>(mover => mover.MoveToAsync(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(8))));
        await _office.ActAsync<Deadlines.DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));

        var trace = (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.IsBySystem && row.StepName == "会签").ToList();
        Assert.Equal(["提醒", "逾期"], trace.Select(row => row.Act));
        Assert.Equal(trace.Select(row => row.At).Order(), trace.Select(row => row.At));
        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Acts_in_the_wrong_order_are_refused_and_the_document_goes_on_from_where_it_is()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var first = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        await _office.DecideAsync("hemin", id, "同意");
        var (hemin, zhouyifan) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("zhouyifan"));
        var second = Assert.Single((await _office.ReadAsync("zhouyifan", id)).Acts).SeatId;

        // An answer to the step before that comes late, one with the next step's words, and one on a text that isn't there yet.
        await Play.RefusedAsync(Refusal.Conflict, () => DecideAsync(hemin, first, new SeatAnswer("退回", "我想想还是不行。")));
        await Play.RefusedAsync(Refusal.Invalid, () => DecideAsync(zhouyifan, second, new SeatAnswer("签发")));
        await Play.RefusedAsync(Refusal.Conflict, () => DecideAsync(zhouyifan, second, new SeatAnswer("同意", null, 9)));
        await Play.RefusedAsync(Refusal.Forbidden, () => DecideAsync(hemin, second, new SeatAnswer("同意")));
        await Play.RefusedAsync(Refusal.NotFound, () => DecideAsync(hemin, "00000000000000000000000000000000", new SeatAnswer("同意")));

        Assert.Equal("办公室核稿/周亦凡", await _office.WaitingAsync(id));
        Assert.Equal(["拟稿", "送审", "同意"], (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => !row.IsBySystem).Select(row => row.Act));
    }

    private Task DecideAsync(string person, string seat, SeatAnswer answer) => _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, seat, answer));
}
