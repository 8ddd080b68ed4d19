using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Queries;
using DocFlow.Office.Registers;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>What the office does, on each database.</summary>
public abstract class OfficeSuite(ITestDatabase database, string? absent = null)
{
    [Fact]
    [Trait("Procedure", "policy-document")]
    public async Task A_notice_goes_from_draft_to_archive_with_every_act_in_its_trace()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync(Play.Notice, false, "市委组织部", "市财政局", "市行政审批局");
        await office.StartAsync(id);

        await office.DecideAsync("hemin", id, "退回", "请补充执行情况的通报要求。");
        await office.EditAsync("linzhiyuan", id, source => source + "\n二、工作保障\n\n市委办公室每月通报执行情况。\n");
        await office.DecideAsync("linzhiyuan", id, "送审");
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        await office.DecideAsync("jiangyue", id, "同意");
        await office.DecideAsync("baihua", id, "同意");
        await office.DecideAsync("shilei", id, "同意", "建议附会议预算。");
        await office.DecideAsync("zhengliqun", id, "同意");
        await office.DecideAsync("luming", id, "签发", "同意印发。");
        await office.DecideAsync("suxiao", id, "通过");
        await office.DecideAsync("suxiao", id, "编号");
        await office.DecideAsync("guchen", id, "用印");
        await office.DecideAsync("suxiao", id, "印发");

        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Equal(
            "拟稿/林知远 送审/林知远 生成送审稿/系统 退回/何敏 修改/林知远 送审/林知远 生成送审稿/系统 同意/何敏 同意/周亦凡 同意/江月 同意/白桦 同意/石磊 略过/系统 同意/郑立群 "
            + "签发/陆明 通过/苏晓 编号/苏晓 编号登记/苏晓 用印/顾晨 用印登记/顾晨 生成正式文件/系统 印发/苏晓 印发/苏晓 归档/系统",
            string.Join(' ', dossier.Trace.Select(row => $"{row.Act}/{row.ActorName}")));
        Assert.Equal(DocumentState.Archived, dossier.State);
        Assert.Equal("云办发〔2026〕37号", dossier.Number);
        Assert.Equal("陆明", dossier.SignerName);
        Assert.Equal([1, 2], dossier.Versions.Select(version => version.Ordinal));
        Assert.Equal(["docx", "docx", "docx", "pdf", "pdf", "pdf"], dossier.Files.Select(file => file.Format).Order());
        Assert.Equal(2, dossier.Trace.Single(row => row.Act == "签发").VersionOrdinal);
        Assert.Contains(dossier.Trace, row => row is { Act: "略过", StepName: "合法性审核", IsBySystem: true });
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    [Trait("Rule", "P-41")]
    public async Task The_register_has_a_row_with_recipients_and_receipts()
    {
        await using var office = await StartAsync();
        var id = await office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await office.DecideAsync(login, id, outcome);
        var receiver = await office.PersonIdAsync("xiahe");
        await office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(receiver, id));
        await office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(receiver, id));

        var registry = await office.PersonIdAsync("suxiao");
        var page = await office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(registry, 2026, 0, 20));

        var row = Assert.Single(page.Rows);
        Assert.Equal(("云办发〔2026〕37号", "通知", "陆明", 11, 1, 10), (row.Number, row.Kind, row.SignerName, row.Copies, row.Received, row.Receipts));
        Assert.StartsWith("青禾县委办公室，松岭县委办公室，望湖区委办公室，市委组织部", row.SentTo, StringComparison.Ordinal);
        Assert.Contains("云河军分区办公室", row.SentTo, StringComparison.Ordinal);
        var received = await office.ReadAsync("xiahe", id);
        Assert.Single(received.Trace, act => act.Act == "签收");
        Assert.Null(received.InstanceId);
    }

    [Fact]
    [Trait("Journey", "J27")]
    [Trait("Rule", "P-41")]
    public async Task Fifty_numberings_at_once_give_fifty_consecutive_numbers()
    {
        await using var office = await StartAsync();
        var ids = new List<string>();
        for (var index = 0; index < 50; index++)
            ids.Add(await office.DraftAsync());
        await office.ActAsync<IOfficeData>(data => SignAllAsync(data));

        var numbers = await Task.WhenAll(ids.Select(id =>
            Task.Run(() => office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(id, "云办发")))));

        Assert.Equal(Enumerable.Range(37, 50).Select(number => $"云办发〔2026〕{number}号").Order(), numbers.Order());
        Assert.Equal(numbers[0], await office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(ids[0], "云办发")));
        Assert.Equal(87, await office.ActAsync<IOfficeData, int>(data =>
            data.NumberCounters.Where(counter => counter.OrganCode == "云办发").Select(counter => counter.Next).SingleAsync()));
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    [Trait("Journey", "J27")]
    public async Task Two_hundred_presses_record_one_outcome()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        var seat = (await office.ReadAsync("hemin", id)).Acts[0].SeatId;
        var person = await office.PersonIdAsync("hemin");

        var decisions = await Task.WhenAll(Enumerable.Range(0, 200).Select(_ => Task.Run(() =>
            office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, seat, new SeatAnswer("同意", Key: "press"))))));
        await office.Dispatcher.DrainAsync();

        Assert.Single(decisions, decision => !decision.WasRecordedBefore);
        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Single(dossier.Trace, row => row.Act == "同意");
        Assert.Equal(["办公室核稿"], dossier.Waiting.Select(waiting => waiting.StepName));
        Assert.Single(office.Procedure.Calls, call => call.StartsWith("resume", StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_principal_and_the_stand_in_pressing_at_once_record_one_outcome()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        var seat = (await office.ReadAsync("zhengliqun", id)).Acts[0].SeatId;
        var people = new[] { await office.PersonIdAsync("zhengliqun"), await office.PersonIdAsync("xupei") };

        var presses = await Task.WhenAll(Enumerable.Range(0, 20).Select(press => Task.Run(async () =>
        {
            try
            {
                return (await office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(people[press % 2], seat, new SeatAnswer("同意")))).WasRecordedBefore ? "again" : "recorded";
            }
            catch (RefusalException refusal)
            {
                return refusal.Refusal.ToString();
            }
        })));
        await office.Dispatcher.DrainAsync();

        Assert.Single(presses, "recorded");
        Assert.Equal(9, presses.Count(press => press == "again"));
        Assert.Equal(10, presses.Count(press => press == nameof(Refusal.Conflict)));
        var dossier = await office.ReadAsync("linzhiyuan", id);
        Assert.Single(dossier.Trace, row => row is { StepName: "主任审核", Act: "同意" });
        Assert.Equal(["签发"], dossier.Waiting.Select(waiting => waiting.StepName));
    }

    [Fact]
    public async Task A_press_after_the_step_closed_is_refused_and_records_nothing()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync(Play.Notice, false, "市委组织部", "市财政局");
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        var late = (await office.ReadAsync("shilei", id)).Acts[0].SeatId;
        var person = await office.PersonIdAsync("shilei");
        await office.DecideAsync("baihua", id, "退回", "请先统一口径。");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, late, new SeatAnswer("同意"))));

        Assert.Equal(Refusal.Conflict, refusal.Refusal);
        Assert.DoesNotContain((await office.ReadAsync("linzhiyuan", id)).Trace, row => row.ActorName == "石磊");
    }

    [Fact]
    [Trait("Journey", "J10")]
    public async Task Signing_for_a_document_ten_times_at_once_is_one_receipt()
    {
        await using var office = await StartAsync();
        var id = await office.SignedAsync();
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await office.DecideAsync(login, id, outcome);
        var receiver = await office.PersonIdAsync("xiahe");

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.ActAsync<IDocumentDesk>(desk => desk.ReceiveAsync(receiver, id)))));

        Assert.Single((await office.ReadAsync("xiahe", id)).Trace, row => row.Act == "签收");
    }

    [Fact]
    [Trait("Rule", "P-41")]
    public async Task A_voided_number_stays_in_the_register_and_the_next_document_gets_the_next()
    {
        await using var office = await StartAsync();
        var first = await office.SignedAsync();
        await office.DecideAsync("suxiao", first, "通过");
        await office.DecideAsync("suxiao", first, "编号");
        var registry = await office.PersonIdAsync("suxiao");
        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(registry, first, "上级另有部署。")))));
        var second = await office.SignedAsync();
        await office.DecideAsync("suxiao", second, "通过");
        await office.DecideAsync("suxiao", second, "编号");

        var page = await office.ActAsync<IIssueRegister, Paged<IssueRow>>(register => register.ReadAsync(registry, 2026, 0, 20));

        Assert.Equal(
            ["2 云办发〔2026〕38号 False", "1 云办发〔2026〕37号 True"],
            page.Rows.Select(row => $"{row.Ordinal} {row.Number} {row.IsVoid}"));
        Assert.Single((await office.ReadAsync("suxiao", first)).Trace, row => row.Act == "作废");
    }

    [Fact]
    public async Task The_last_two_countersigners_at_once_close_the_step_once()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync(Play.Notice, false, "市委组织部", "市财政局");
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        var seats = new List<(string Person, string Seat)>();
        foreach (var login in new[] { "baihua", "shilei" })
            seats.Add((await office.PersonIdAsync(login), (await office.ReadAsync(login, id)).Acts[0].SeatId));

        await Task.WhenAll(seats.Select(pair => Task.Run(() =>
            office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(pair.Person, pair.Seat, new SeatAnswer("同意"))))));
        await office.Dispatcher.DrainAsync();

        Assert.Equal(["主任审核"], (await office.ReadAsync("linzhiyuan", id)).Waiting.Select(waiting => waiting.StepName));
    }

    [Fact]
    public async Task A_press_on_start_repeated_starts_one_instance()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var version = (await office.ReadAsync("linzhiyuan", id)).Version;

        var instances = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() =>
            office.ActAsync<IDocumentDesk, string>(desk => desk.StartAsync(drafter, id, version, "policy-document")))));
        await office.Dispatcher.DrainAsync();

        Assert.Single(instances.Distinct());
        Assert.Equal(["start policy-document"], office.Procedure.Calls);
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "送审");
    }

    [Fact]
    public async Task A_stale_save_is_refused_and_overwrites_nothing()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var read = (await office.ReadAsync("linzhiyuan", id)).Version;
        await office.EditAsync("linzhiyuan", id, source => source + "\n第一次修改。\n", read);

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.EditAsync("linzhiyuan", id, source => source + "\n第二次修改。\n", read));

        Assert.Equal(Refusal.Conflict, refusal.Refusal);
        var person = await office.PersonIdAsync("linzhiyuan");
        var reading = await office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(person, id));
        Assert.Contains("第一次修改", reading.SourceText, StringComparison.Ordinal);
        Assert.DoesNotContain("第二次修改", reading.SourceText, StringComparison.Ordinal);
        Assert.Equal(1, reading.VersionOrdinal);
    }

    [Fact]
    public async Task The_same_save_pressed_many_times_at_once_is_one_version_and_no_conflict()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        var read = (await office.ReadAsync("hemin", id)).Version;

        var versions = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() =>
            office.EditAsync("hemin", id, _ => Play.Notice + "\n二、同一次修改。\n", read))));

        Assert.Single(versions.Distinct());
        var dossier = await office.ReadAsync("hemin", id);
        Assert.Equal(2, dossier.Versions.Count);
        Assert.Single(dossier.Trace, row => row.Act == "修改");
    }

    [Fact]
    [Trait("Journey", "J28")]
    public async Task A_changed_and_a_deleted_event_are_found()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意", "无意见");

        await office.ActAsync<IOfficeData>(data => data.Events.Where(row => row.Sequence == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ActorName, "何敏")));
        Assert.Equal(2, (await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()))?.Sequence);
        await office.ActAsync<IOfficeData>(data => data.Events.Where(row => row.Sequence == 2)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.ActorName, "林知远")));
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));

        await office.ActAsync<IOfficeData>(data => data.Events.Where(row => row.Sequence >= 4).ExecuteDeleteAsync());
        Assert.Equal(4, (await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()))?.Sequence);
    }

    [Fact]
    public async Task Open_work_is_listed_by_due_time_page_by_page()
    {
        await using var office = await StartAsync();
        for (var index = 0; index < 5; index++)
        {
            await office.StartAsync(await office.DraftAsync());
            office.Time.Advance(TimeSpan.FromDays(1));
        }

        var person = await office.PersonIdAsync("hemin");
        var first = await office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, 0, 3));
        var second = await office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, 1, 3));

        Assert.Equal((5, 3, 2), (first.Total, first.Rows.Count, second.Rows.Count));
        var due = first.Rows.Concat(second.Rows).Select(row => row.DueAt!.Value).ToList();
        Assert.Equal(due.Order(), due);
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 17, 30, 0, TimeSpan.FromHours(8)), due[0]);
    }

    [Fact]
    public async Task A_void_committed_while_a_step_is_being_opened_makes_the_burst_run_again()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var request = new HumanStepRequest
        {
            DocumentId = id,
            InstanceId = "instance",
            NodeId = "SectionReview1",
            StepName = "科室审核",
            Kind = StepKind.Review,
            Assignees = "本科室/科长",
        };

        await office.ActAsync<IServiceProvider>(async burst =>
        {
            await burst.GetRequiredService<IHumanSteps>().EnterAsync(request);
            await office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(drafter, id, "不再需要。"));
            await Assert.ThrowsAsync<DbUpdateConcurrencyException>(() => burst.GetRequiredService<IOfficeData>().SaveChangesAsync());
        });

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => office.BurstAsync<IHumanSteps, HumanStepEntry>(steps => steps.EnterAsync(request)));
        Assert.Contains("已作废", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(0, await office.ActAsync<IOfficeData, int>(data => data.Seats.CountAsync()));
    }

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }

    private static async Task SignAllAsync(IOfficeData data)
    {
        var signer = await data.People.SingleAsync(person => person.Login == "luming");
        foreach (var document in await data.Documents.ToListAsync())
        {
            var version = await data.DocumentVersions.SingleAsync(row => row.DocumentId == document.Id);
            (document.State, document.SignerId, document.SignedAt, document.SignedHash) =
                (DocumentState.Signed, signer.Id, OfficeHost.Thursday, version.ContentHash);
        }

        await data.SaveChangesAsync();
    }
}
