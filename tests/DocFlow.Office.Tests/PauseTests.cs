using DocFlow.Office.Deadlines;
using DocFlow.Office.Notices;
using DocFlow.Office.Pausing;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>暂停: nobody decides, nothing falls due, and what is open is due as much later as it stood still.</summary>
public sealed class PauseTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task While_it_stands_still_nothing_falls_due_and_afterwards_it_is_due_as_many_working_days_later()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        Assert.Equal(At(11, 27, 17, 30), (await _office.ReadAsync("hemin", id)).Acts.Single().DueAt);

        await PauseAsync("linzhiyuan", id, "等上级文件。");
        await PauseAsync("linzhiyuan", id, "等上级文件。");
        await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("hemin", id, "同意"));
        await SweepAtAsync(At(12, 2, 9, 0));
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        Assert.Equal("等上级文件。", (await _office.ReadAsync("hemin", id)).PauseReason);

        // Thursday to the Wednesday after: four working days.
        await ResumeAsync("linzhiyuan", id);
        await ResumeAsync("linzhiyuan", id);

        Assert.Equal(At(12, 3, 17, 30), (await _office.ReadAsync("hemin", id)).Acts.Single().DueAt);
        await SweepAtAsync(At(12, 3, 17, 30));
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        await SweepAtAsync(At(12, 3, 17, 31));
        Assert.Single(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        await _office.DecideAsync("hemin", id, "同意");
        var trace = (await _office.ReadAsync("linzhiyuan", id)).Trace;
        Assert.Equal(["等上级文件。", "暂停4个工作日，办理期限顺延"], trace.Where(row => row.Act is "暂停" or "恢复").Select(row => row.Opinion));
        Assert.Equal(2, (await _office.NoticesAsync("hemin", NoticeKind.Seats)).Count);
    }

    [Theory]
    // A whole day, an hour of the last one, and from Friday into the weekend: what was left of work is left again, and a begun working day counts whole.
    [InlineData(27, 8, 30, 27, 17, 40, 30)]
    [InlineData(27, 9, 0, 27, 10, 0, 30)]
    [InlineData(27, 10, 0, 29, 12, 0, 30)]
    // Thursday 10:00 to Friday 16:00 is thirteen and a half hours of work, and so two days.
    [InlineData(26, 10, 0, 27, 16, 0, 31)]
    // The night has no work in it.
    [InlineData(26, 18, 0, 27, 8, 0, 27)]
    public async Task A_pause_within_days_puts_off_by_the_working_days_it_took_up(int fromDay, int fromHour, int fromMinute, int toDay, int toHour, int toMinute, int dueDay)
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        Assert.Equal(At(11, 27, 17, 30), (await _office.ReadAsync("hemin", id)).Acts.Single().DueAt);

        _office.Time.SetUtcNow(At(11, fromDay, fromHour, fromMinute));
        await PauseAsync("linzhiyuan", id, "等上级文件。");
        await SweepAtAsync(At(11, toDay, toHour, toMinute));
        await ResumeAsync("linzhiyuan", id);
        await SweepAtAsync(At(11, toDay, toHour, toMinute));

        var due = At(11, 1, 17, 30).AddDays(dueDay - 1);
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        Assert.Equal(due, (await _office.ReadAsync("hemin", id)).Acts.Single().DueAt);
        await SweepAtAsync(due);
        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
        await SweepAtAsync(due.AddMinutes(1));
        Assert.Single(await _office.NoticesAsync("hemin", NoticeKind.Overdue));
    }

    [Fact]
    public async Task What_fell_due_outside_working_hours_during_the_pause_is_due_on_the_next_working_day()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var saturday = At(11, 28, 17, 30);
        await _office.ActAsync<IOfficeData>(data => data.WorkItems.Where(item => item.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(item => item.DueAt, saturday.ToUniversalTime())));
        _office.Time.SetUtcNow(At(11, 28, 9, 0));
        await PauseAsync("linzhiyuan", id, "等上级文件。");
        _office.Time.SetUtcNow(At(11, 29, 9, 0));

        await ResumeAsync("linzhiyuan", id);

        Assert.Equal(At(11, 30, 17, 30), (await _office.ReadAsync("hemin", id)).Acts.Single().DueAt);
    }

    [Theory]
    [InlineData(8, 17, "暂停按1个工作日计，办理期限顺延")]
    [InlineData(18, 20, "暂停期间没有工作时间，办理期限不变")]
    public async Task The_trace_says_what_a_pause_within_a_day_did_to_the_due_time(int fromHour, int toHour, string expected)
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        _office.Time.SetUtcNow(At(11, 27, fromHour, 0));
        await PauseAsync("linzhiyuan", id, "等上级文件。");
        _office.Time.SetUtcNow(At(11, 27, toHour, 0));

        await ResumeAsync("linzhiyuan", id);

        Assert.Equal(expected, (await _office.ReadAsync("linzhiyuan", id)).Trace.Single(row => row.Act == "恢复").Opinion);
    }

    [Fact]
    public async Task Who_is_called_one_after_the_other_is_called_as_much_later_by_the_clock()
    {
        var id = await _office.DraftAsync();
        var instance = await _office.StartAsync(id);
        await _office.BurstAsync<IHumanSteps, HumanStepEntry>(steps => steps.EnterAsync(new HumanStepRequest
        {
            DocumentId = id, InstanceId = instance, NodeId = "Call1", StepName = "接报", Kind = StepKind.Task, Assignees = "person:luoyu，person:tangning", CallMinutes = 5,
        }));
        _office.Time.Advance(TimeSpan.FromMinutes(2));
        await PauseAsync("linzhiyuan", id, "等上级文件。");
        _office.Time.Advance(TimeSpan.FromMinutes(10));
        await ResumeAsync("linzhiyuan", id);

        await SweepAtAsync(OfficeHost.Thursday.AddMinutes(14));
        Assert.Empty(await _office.NoticesAsync("tangning", NoticeKind.Urge));
        await SweepAtAsync(OfficeHost.Thursday.AddMinutes(15));

        Assert.Single(await _office.NoticesAsync("tangning", NoticeKind.Urge));
    }

    [Fact]
    public async Task The_drafter_and_who_leads_the_office_may_with_a_reason_and_nobody_else()
    {
        var id = await _office.DraftAsync();
        await Play.RefusedAsync(Refusal.Conflict, () => PauseAsync("linzhiyuan", id, "还是草稿。"));
        await _office.StartAsync(id);

        await Play.RefusedAsync(Refusal.Forbidden, () => PauseAsync("hemin", id, "不想办。"));
        await Play.RefusedAsync(Refusal.NotFound, () => PauseAsync("dingyi", id, "与我无关。"));
        await Play.RefusedAsync(Refusal.Invalid, () => PauseAsync("linzhiyuan", id, " "));
        await PauseAsync("zhengliqun", id, "主任要求缓办。");
        await Play.RefusedAsync(Refusal.Forbidden, () => ResumeAsync("hemin", id));
        await Play.RefusedAsync(Refusal.Conflict, () => _office.TakeBackAsync("linzhiyuan", id));
        await ResumeAsync("linzhiyuan", id);
        await _office.DecideAsync("hemin", id, "同意");
    }

    private async Task PauseAsync(string login, string id, string reason)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IPauseDesk>(desk => desk.PauseAsync(person, id, reason));
    }

    private async Task ResumeAsync(string login, string id)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IPauseDesk>(desk => desk.ResumeAsync(person, id));
    }

    private async Task SweepAtAsync(DateTimeOffset at)
    {
        _office.Time.SetUtcNow(at);
        await _office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
    }

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, TimeSpan.FromHours(8));
}
