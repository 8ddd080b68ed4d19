using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What happens when work falls due, on each database. Times are those of the demo office, whose Saturday 2026-12-26 is worked.</summary>
public abstract class DeadlineSuite(ITestDatabase database, string? absent = null)
{
    private static readonly TimeSpan China = TimeSpan.FromHours(8);

    [Fact]
    [Trait("Journey", "J05")]
    public async Task A_silent_countersigner_is_reminded_once_and_closed_by_rule_a_minute_after_the_due_time()
    {
        await using var office = await StartAsync(OverdueRule.NoOpinion);
        var id = await AtCountersignAsync(office);
        await office.DecideAsync("baihua", id, "同意");
        await office.DecideAsync("shilei", id, "同意", "建议在（二）后增加“并附会议预算”。");
        Assert.Equal(At(12, 1, 17, 30), (await office.ReadAsync("jiangyue", id)).Acts.Single().DueAt);

        Assert.Equal(0, await SweepAtAsync(office, At(11, 30, 8, 29)));
        Assert.Equal(1, await SweepAtAsync(office, At(11, 30, 8, 30)));
        Assert.Equal(0, await SweepAtAsync(office, At(12, 1, 17, 30)));
        Assert.Equal(["会签"], (await office.ReadAsync("linzhiyuan", id)).Waiting.Select(seat => seat.StepName));
        Assert.Equal(1, await SweepAtAsync(office, At(12, 1, 17, 31)));
        Assert.Equal(0, await SweepAtAsync(office, At(12, 1, 17, 31)));

        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(["主任审核"], dossier.Waiting.Select(seat => seat.StepName));
        var closed = Assert.Single(dossier.Trace, row => row.Act == "视为无意见");
        Assert.Equal((true, "市行政审批局办公室主任", "逾期未反馈，按规定视为无意见（系统）"), (closed.IsBySystem, closed.PostShown, closed.Opinion));
        Assert.Equal("已提醒江月在2026年12月1日17:30前办理", Assert.Single(dossier.Trace, row => row.Act == "提醒").Opinion);
        Assert.Equal(
            ["江月 Reminder", "林知远 Overdue", "江月 Overdue"],
            await NoticesAsync(office));
    }

    [Fact]
    public async Task Moving_the_clock_over_several_deadlines_does_each_at_its_own_moment_in_order()
    {
        await using var office = await StartAsync(OverdueRule.NoOpinion);
        var id = await AtCountersignAsync(office);

        await office.ActAsync<ClockMover>(mover => mover.MoveToAsync(At(12, 10, 10, 0)));

        // 会签 is due on Tuesday 12-01 17:30; 主任审核, which opens then, a working day later.
        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(At(12, 10, 10, 0), office.Clock.Now);
        Assert.Equal([At(12, 1, 17, 31), At(12, 1, 17, 31), At(12, 1, 17, 31)], dossier.Trace.Where(row => row.Act == "视为无意见").Select(row => row.At));
        Assert.Equal(At(12, 2, 17, 30), await office.ActAsync<IOfficeData, DateTimeOffset?>(data => data.WorkItems.Where(item => item.StepName == "主任审核").Select(item => item.DueAt).SingleAsync()));
        Assert.Equal(
            [("提醒", "会签", At(11, 30, 8, 30)), ("提醒", "主任审核", At(12, 2, 8, 30)), ("逾期", "主任审核", At(12, 2, 17, 31))],
            dossier.Trace.Where(row => (row.Act is "提醒" or "逾期") && row.StepName is "会签" or "主任审核").Select(row => (row.Act, row.StepName!, row.At)));
    }

    [Fact]
    public async Task Work_that_may_not_be_passed_stays_open_and_is_reported_on_the_next_working_day()
    {
        await using var office = await StartAsync(OverdueRule.Wait);
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { EscalateTo = "办公室领导/主任" };
        office.Time.SetUtcNow(At(12, 24, 10, 0));
        var id = await office.DraftAsync();
        await office.StartAsync(id);

        Assert.Equal(1, await SweepAtAsync(office, At(12, 25, 8, 30)));
        Assert.Equal(1, await SweepAtAsync(office, At(12, 25, 17, 31)));
        Assert.Equal(0, await SweepAtAsync(office, At(12, 26, 8, 29)));
        Assert.Equal(1, await SweepAtAsync(office, At(12, 26, 8, 30)));

        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(["科室审核"], dossier.Waiting.Select(seat => seat.StepName));
        Assert.Equal(["提醒", "逾期", "上报"], dossier.Trace.Where(row => row is { IsBySystem: true, StepName: "科室审核" }).Select(row => row.Act));
        Assert.Equal(["何敏 Reminder", "何敏 Overdue", "林知远 Overdue", "郑立群 Overdue"], await NoticesAsync(office));
        Assert.Single((await office.ReadAsync("hemin", id)).Acts);
    }

    [Fact]
    public async Task The_longer_it_is_overdue_the_higher_it_is_reported_each_once_and_not_after_it_was_done()
    {
        await using var office = await StartAsync(OverdueRule.Wait);
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { EscalateTo = "办公室领导/主任", Escalation = "3 市委领导/秘书长\n 5 市委领导/市委副书记 " };
        var id = await office.DraftAsync();
        await office.StartAsync(id);

        // Due on Friday 11-27; the first, third and fifth working days after it are Monday 11-30, Wednesday 12-02 and Friday 12-04.
        Assert.Equal(2, await SweepAtAsync(office, At(11, 30, 8, 29)));
        Assert.Equal(1, await SweepAtAsync(office, At(11, 30, 8, 30)));
        Assert.Equal(0, await SweepAtAsync(office, At(12, 2, 8, 29)));
        Assert.Equal(1, await SweepAtAsync(office, At(12, 2, 8, 30)));
        Assert.Equal(0, await SweepAtAsync(office, At(12, 3, 8, 30)));
        await office.DecideAsync("hemin", id, "同意");
        await SweepAtAsync(office, At(12, 4, 8, 30));

        Assert.Equal(
            ["何敏逾期未办，已报告办公室领导/主任", "何敏逾期未办，已报告市委领导/秘书长"],
            (await office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row is { Act: "上报", StepName: "科室审核" }).Select(row => row.Opinion));
        Assert.Single(await office.NoticesAsync("zhengliqun", NoticeKind.Overdue));
        Assert.DoesNotContain(await office.NoticesAsync("luming", NoticeKind.Overdue), text => text.Contains("科室审核", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_ladder_that_cannot_be_read_opens_no_step_and_says_why()
    {
        await using var office = await StartAsync(OverdueRule.Wait);
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { Escalation = "三天 分管领导" };
        var id = await office.DraftAsync();

        await office.StartAsync(id);

        Assert.Contains("逐级上报“三天 分管领导”无法识别", (await office.ReadAsync("linzhiyuan", id)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task Nothing_fires_for_work_that_was_closed_before()
    {
        await using var office = await StartAsync(OverdueRule.NoOpinion);
        var id = await AtCountersignAsync(office);
        await office.DecideAsync("shilei", id, "退回", "请先与我局会商。");

        await SweepAtAsync(office, At(12, 1, 17, 31));

        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(["拟稿"], dossier.Waiting.Select(seat => seat.StepName));
        Assert.DoesNotContain(dossier.Trace, row => row is { StepName: "会签", IsBySystem: true });
        Assert.DoesNotContain(await NoticesAsync(office), notice => notice.StartsWith("江月", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_sweeps_at_once_do_it_once()
    {
        await using var office = await StartAsync(OverdueRule.NoOpinion);
        var id = await AtCountersignAsync(office);
        office.Time.SetUtcNow(At(12, 1, 17, 31));

        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => SweepAsync(office))));
        await office.Dispatcher.DrainAsync();

        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(3, dossier.Trace.Count(row => row.Act == "视为无意见"));
        Assert.Equal(["主任审核"], dossier.Waiting.Select(seat => seat.StepName));
        Assert.Equal(1, await office.ActAsync<IOfficeData, int>(data => data.Notices.CountAsync(notice => notice.Text.Contains("到期未办") && notice.PersonId == data.Documents.First().DrafterId)));
    }

    [Fact]
    public async Task An_answer_in_the_instant_of_closing_is_either_counted_or_refused_and_never_lost()
    {
        await using var office = await StartAsync(OverdueRule.NoOpinion);
        var id = await AtCountersignAsync(office);
        var seat = (await office.ReadAsync("jiangyue", id)).Acts[0].SeatId;
        var person = await office.PersonIdAsync("jiangyue");
        office.Time.SetUtcNow(At(12, 1, 17, 31));

        var sweep = Task.Run(() => SweepAsync(office));
        var answer = Task.Run(async () =>
        {
            try
            {
                await office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, seat, new SeatAnswer("同意", "无不同意见。")));
                return true;
            }
            catch (RefusalException)
            {
                return false;
            }
        });
        await sweep;
        var isCounted = await answer;
        await office.Dispatcher.DrainAsync();

        var state = await office.ActAsync<IOfficeData, SeatState>(data => data.Seats.Where(row => row.Id == seat).Select(row => row.State).SingleAsync());
        Assert.Equal(isCounted ? SeatState.Decided : SeatState.PassedByRule, state);
        Assert.Equal(["主任审核"], (await office.ReadAsync("linzhiyuan", id)).Waiting.Select(waiting => waiting.StepName));
        Assert.Equal(["start policy-document", "resume 同意", "resume 同意", "resume 同意"], office.Procedure.Calls);
    }

    [Fact]
    public async Task An_urgent_document_has_the_urgent_days()
    {
        await using var office = await StartAsync(OverdueRule.Wait);
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { Days = 5, UrgentDays = 2, ExtraUrgentDays = 1 };
        var usual = await office.DraftAsync();
        var urgent = await office.DraftAsync(Play.Notice.Replace("文种: 通知", "文种: 通知\n紧急程度: 加急", StringComparison.Ordinal));
        var most = await office.DraftAsync(Play.Notice.Replace("文种: 通知", "文种: 通知\n紧急程度: 特急", StringComparison.Ordinal));
        await office.StartAsync(most);
        await office.StartAsync(usual);
        await office.StartAsync(urgent);

        Assert.Equal(At(12, 3, 17, 30), (await office.ReadAsync("hemin", usual)).Acts.Single().DueAt);
        Assert.Equal(At(11, 30, 17, 30), (await office.ReadAsync("hemin", urgent)).Acts.Single().DueAt);
        Assert.Equal(At(11, 27, 17, 30), (await office.ReadAsync("hemin", most)).Acts.Single().DueAt);
    }

    private static async Task<string> AtCountersignAsync(OfficeHost office)
    {
        var id = await office.DraftAsync(Play.Notice, false, "市委组织部", "市财政局", "市行政审批局");
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }

    private static DateTimeOffset At(int month, int day, int hour, int minute) => new(2026, month, day, hour, minute, 0, China);

    private static Task<int> SweepAsync(OfficeHost office) => office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));

    private static async Task<int> SweepAtAsync(OfficeHost office, DateTimeOffset at)
    {
        office.Time.SetUtcNow(at);
        var before = await DoneAsync(office);
        await SweepAsync(office);
        await office.Dispatcher.DrainAsync();
        return await DoneAsync(office) - before;
    }

    // Rows of work that was closed before are marked done as well: only what people see is counted.
    private static Task<int> DoneAsync(OfficeHost office) => office.ActAsync<IOfficeData, int>(data =>
        data.Events.CountAsync(record => record.ActorId == null && (record.Act == "提醒" || record.Act == "逾期" || record.Act == "上报" || record.Act == "视为无意见")));

    private static Task<List<string>> NoticesAsync(OfficeHost office) => office.ActAsync<IOfficeData, List<string>>(async data =>
    {
        var rows = await (from notice in data.Notices
                          join person in data.People on notice.PersonId equals person.Id
                          where notice.Kind != NoticeKind.Work
                          select new { notice.At, person.Name, notice.Kind }).ToListAsync();
        return rows.OrderBy(row => row.At).ThenBy(row => row.Name, StringComparer.Ordinal).Select(row => $"{row.Name} {row.Kind}").ToList();
    });

    private async Task<OfficeHost> StartAsync(OverdueRule ofCountersign)
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        var office = await OfficeHost.StartAsync(database);
        var at = office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Countersign);
        office.Procedure.Nodes[at] = office.Procedure.Nodes[at] with { WhenOverdue = ofCountersign };
        return office;
    }
}

/// <summary>The suite on SQLite.</summary>
public sealed class SqliteDeadlineTests() : DeadlineSuite(new SqliteDatabase());

/// <summary>The suite on a real PostgreSQL.</summary>
public sealed class PostgreSqlDeadlineTests(PostgreSqlServer server) : DeadlineSuite(server, server.Absent);
