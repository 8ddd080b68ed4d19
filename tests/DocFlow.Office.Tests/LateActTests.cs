using DocFlow.Office.Desks;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
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
    public async Task Whoever_holds_work_cannot_be_deleted_and_whoever_has_left_keeps_it_until_it_is_handed_over()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var holder = await _office.PersonIdAsync("hemin");

        await Assert.ThrowsAnyAsync<Exception>(() => _office.ActAsync<IOfficeData>(data => data.People.Where(person => person.Id == holder).ExecuteDeleteAsync()));
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == holder).ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));

        // The work stays hers and visible; nobody else's press counts for it.
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
        var seat = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).SeatId;
        var other = await _office.PersonIdAsync("zhouyifan");
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(other, seat, new SeatAnswer("同意"))));
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
