using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Repairs;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>An administrator's repairs, on each database.</summary>
public abstract class RepairSuite(ITestDatabase database, string? absent = null)
{
    private const string Account = "sysadmin";

    [Fact]
    public async Task A_jump_withdraws_what_is_open_tells_those_concerned_and_opens_the_chosen_step()
    {
        await using var office = await StartAsync();
        var id = await office.CountersigningAsync();
        await office.DecideAsync("shilei", id, "同意", "建议附预算。");
        await JumpAsync(office, id, "OfficeReview1");
        Assert.Equal("办公室核稿/周亦凡", await office.WaitingAsync(id));
        var trace = (await office.ReadAsync("linzhiyuan", id)).Trace;
        var act = trace.Single(row => row.Act == "移动环节");
        Assert.Equal((Account, "由“会签”移到“办公室核稿”：流程走错了。"), (act.ActorName, act.Opinion));
        Assert.Contains(trace, row => row is { Act: "同意", ActorName: "石磊", Opinion: "建议附预算。" });
        var closed = await office.ActAsync<IOfficeData, WorkItem>(data => data.WorkItems.Include(item => item.Seats).SingleAsync(item => item.NodeId == "Countersign1" && item.DocumentId == id));
        Assert.Equal(("取消", 2), (closed.Outcome, closed.Seats.Count(seat => seat.State == SeatState.Withdrawn)));
        Assert.Single(await office.NoticesAsync("baihua", NoticeKind.System));
        Assert.Empty(await office.NoticesAsync("shilei", NoticeKind.System));

        // It goes on from there, and back, as ever.
        await office.DecideAsync("zhouyifan", id, "退回", "请再改。");
        await office.DecideAsync("linzhiyuan", id, "送审");
        Assert.Equal("科室审核/何敏", await office.WaitingAsync(id));
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task A_jump_forward_passes_the_steps_between_and_one_back_makes_a_signature_void()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await JumpAsync(office, id, "Sign1");
        Assert.Equal("签发/陆明", await office.WaitingAsync(id));
        await office.DecideAsync("luming", id, "签发");
        await JumpAsync(office, id, "DirectorReview1");
        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal((DocumentState.Running, null), (dossier.State, dossier.SignedHash));
        Assert.Equal("主任审核/郑立群", await office.WaitingAsync(id));
        Assert.Single(await office.NoticesAsync("luming", NoticeKind.SignatureVoid));
    }

    [Fact]
    public async Task What_a_signature_or_a_number_stands_against_is_refused_and_so_is_a_finished_or_void_document()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, id, "OfficeReview1"));
        await office.StartAsync(id);
        Assert.Contains("尚未签发", (await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, id, "Number1"))).Message, StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Invalid, () => JumpAsync(office, id, "Nowhere1"));
        await Play.RefusedAsync(Refusal.Invalid, () => JumpAsync(office, id, "OfficeReview1", reason: " "));
        await Play.RefusedAsync(Refusal.NotFound, () => JumpAsync(office, "0", "OfficeReview1"));
        var signed = await office.SignedAsync();
        await office.DecideAsync("suxiao", signed, "通过");
        await office.DecideAsync("suxiao", signed, "编号");
        Assert.Contains("已编号", (await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, signed, "Sign1"))).Message, StringComparison.Ordinal);
        Assert.Contains("尚未用印", (await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, signed, "Distribute1"))).Message, StringComparison.Ordinal);
        await office.DecideAsync("guchen", signed, "用印");
        await office.DecideAsync("suxiao", signed, "印发");
        Assert.Contains("已印发", (await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, signed, "Distribute1"))).Message, StringComparison.Ordinal);
        var drafter = await office.PersonIdAsync("linzhiyuan");
        await office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(drafter, id, "不再需要。"));
        Assert.Contains("已作废", (await Play.RefusedAsync(Refusal.Conflict, () => JumpAsync(office, id, "OfficeReview1"))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_press_repeated_moves_once_and_deciding_waits_until_it_is_there()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        var (head, seat) = (await office.PersonIdAsync("hemin"), Assert.Single((await office.ReadAsync("hemin", id)).Acts).SeatId);
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.ActAsync<IRepairDesk>(desk => desk.JumpAsync(Account, id, "OfficeReview1", "流程走错了。", "once")))));
        await Play.RefusedAsync(Refusal.Conflict, () => office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(head, seat, new SeatAnswer("同意"))));
        await office.Dispatcher.DrainAsync();
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "移动环节");
        Assert.Equal("办公室核稿/周亦凡", await office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_decision_and_a_jump_at_once_leave_the_document_in_one_place()
    {
        await using var office = await StartAsync();
        var head = await office.PersonIdAsync("hemin");
        for (var round = 0; round < 4; round++)
        {
            var id = await office.DraftAsync();
            await office.StartAsync(id);
            var seat = Assert.Single((await office.ReadAsync("hemin", id)).Acts).SeatId;
            var decision = Task.Run(async () =>
            {
                try
                {
                    await office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(head, seat, new SeatAnswer("同意")));
                    await office.Dispatcher.DrainAsync();
                }
                catch (RefusalException refusal)
                {
                    Assert.Equal(Refusal.Conflict, refusal.Refusal);
                }
            });
            await Task.WhenAll(decision, Task.Run(() => JumpAsync(office, id, "DirectorReview1")));
            await office.Dispatcher.DrainAsync();
            Assert.Equal("主任审核/郑立群", await office.WaitingAsync(id));
        }
    }

    [Fact]
    public async Task A_vacant_post_that_stops_a_procedure_is_shown_and_mended_by_an_appointment()
    {
        await using var office = await StartAsync();
        await VacateAsync(office, "luming");
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await office.DecideAsync(login, id, "同意");
        var fault = Assert.Single(await FaultsAsync(office));
        Assert.Equal(("流程", "走到下一环节", "签发", false, true), (fault.Kind, fault.What, fault.Step, fault.MaySkip, fault.MayRepair));
        Assert.Contains("无人任职", fault.Error, StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Conflict, () => office.ActAsync<IFaultDesk>(desk => desk.SkipAsync(Account, fault.Id, "先走。")));
        var post = await office.ActAsync<IOfficeData, string>(data => data.Posts.Where(row => row.Name == "市委副书记").Select(row => row.Id).SingleAsync());
        var person = await office.PersonIdAsync("hansong");
        await office.ActAsync<IFaultDesk>(desk => desk.RepairAsync(Account, fault.Id, post, person, "市委已决定。"));
        await office.Dispatcher.DrainAsync();
        Assert.Empty(await FaultsAsync(office));
        Assert.Equal("签发/韩松", await office.WaitingAsync(id));
        Assert.Contains((await office.ReadAsync("linzhiyuan", id)).Trace, row => row is { Act: "补任岗位", ActorName: Account });
    }

    [Fact]
    public async Task A_step_that_fails_is_passed_by_rule_with_the_reason_in_the_trace()
    {
        await using var office = await StartAsync();
        var index = office.Procedure.Nodes.FindIndex(node => node.Id == "OfficeReview1");
        office.Procedure.Nodes[index] = office.Procedure.Nodes[index] with { Assignees = "秘书三科/科长" };
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        var fault = Assert.Single(await FaultsAsync(office));
        Assert.True(fault.MaySkip);
        await Play.RefusedAsync(Refusal.Invalid, () => office.ActAsync<IFaultDesk>(desk => desk.SkipAsync(Account, fault.Id, "")));
        await office.ActAsync<IFaultDesk>(desk => desk.SkipAsync(Account, fault.Id, "秘书三科已撤销。"));
        await office.Dispatcher.DrainAsync();
        Assert.Equal("主任审核/郑立群", await office.WaitingAsync(id));
        Assert.Contains((await office.ReadAsync("linzhiyuan", id)).Trace, row => row is { Act: "略过", StepName: "办公室核稿", Opinion: "系统管理员略过本环节：秘书三科已撤销。" });

        // The next document isn't passed by.
        var next = await office.DraftAsync();
        await office.StartAsync(next);
        await office.DecideAsync("hemin", next, "同意");
        var other = Assert.Single(await FaultsAsync(office));
        office.Procedure.Nodes[index] = office.Procedure.Nodes[index] with { Assignees = "秘书二科/副科长" };
        await office.ActAsync<IFaultDesk>(desk => desk.RetryAsync(Account, other.Id));
        await office.Dispatcher.DrainAsync();
        Assert.Equal("办公室核稿/周亦凡", await office.WaitingAsync(next));
    }

    [Fact]
    public async Task A_deadline_that_was_given_up_is_shown_with_its_reason_and_tried_again_or_left()
    {
        await using var office = await StartAsync();
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { EscalateTo = "秘书三科/科长" };
        var ids = new[] { await office.DraftAsync(), await office.DraftAsync() };
        foreach (var id in ids)
            await office.StartAsync(id);
        office.Time.Advance(TimeSpan.FromDays(14));
        for (var tries = 0; tries < 12; tries++)
            await office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
        var faults = await FaultsAsync(office);
        Assert.Equal([("期限", "逾期上报", "科室审核", 10, true), ("期限", "逾期上报", "科室审核", 10, true)], faults.Select(row => (row.Kind, row.What, row.Step, row.Attempts, row.IsGivenUp)));
        Assert.All(faults, row => Assert.Contains("秘书三科/科长”不存在", row.Error, StringComparison.Ordinal));
        await office.ActAsync<IFaultDesk>(desk => desk.SkipAsync(Account, faults[0].Id, "不必上报。"));
        await office.ActAsync<IFaultDesk>(desk => desk.RetryAsync(Account, faults[1].Id));
        await office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));
        Assert.Equal((faults[1].Id, 1, false), Assert.Single((await FaultsAsync(office)).Select(row => (row.Id, row.Attempts, row.IsGivenUp))));
    }

    [Fact]
    public async Task A_plan_to_the_same_version_or_none_says_why_not()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        foreach (var (version, says) in new[] { (1, "已在这一版"), (9, "没有这一版") })
        {
            Assert.Contains(says, (await office.ActAsync<IRepairDesk, MovePlan>(desk => desk.PlanMoveAsync(id, version, null))).Refusal, StringComparison.Ordinal);
            await Play.RefusedAsync(Refusal.Conflict, () => office.ActAsync<IRepairDesk>(desk => desk.MoveAsync(Account, id, version, null, "试试。")));
        }
    }

    private static Task<IReadOnlyList<FaultRow>> FaultsAsync(OfficeHost office) => office.ActAsync<IFaultDesk, IReadOnlyList<FaultRow>>(desk => desk.ListAsync());

    private static async Task JumpAsync(OfficeHost office, string id, string nodeId, string reason = "流程走错了。")
    {
        await office.ActAsync<IRepairDesk>(desk => desk.JumpAsync(Account, id, nodeId, reason));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.Dispatcher.DrainAsync();
    }

    private static Task VacateAsync(OfficeHost office, string login) => office.ActAsync<IOfficeData>(async data =>
    {
        foreach (var row in await data.Appointments.Where(row => row.Person!.Login == login).ToListAsync())
            row.To = office.Clock.Now;
        await data.SaveChangesAsync();
    });

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }
}
