using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Queries;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Rules of the document process, each with the act that would break it.</summary>
public sealed class ProcedureRuleTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task AssignAsync_BeforeTheSignature_IsRefusedAndTakesNoNumber()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        await RefusedAsync(Refusal.Invalid, () => _office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(id, "云办发")));

        Assert.Equal(37, await _office.ActAsync<IOfficeData, int>(data =>
            data.NumberCounters.Where(counter => counter.OrganCode == "云办发").Select(counter => counter.Next).SingleAsync()));
    }

    [Fact]
    [Trait("Rule", "P-41")]
    public async Task AssignAsync_InANewYear_BeginsAtOne()
    {
        var id = await _office.SignedAsync();
        _office.Clock.MoveTo(new DateTimeOffset(2027, 1, 4, 9, 0, 0, TimeSpan.FromHours(8)));

        var number = await _office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(id, "云办发"));

        Assert.Equal("云办发〔2027〕1号", number);
    }

    [Theory]
    [Trait("Rule", "P-41")]
    [InlineData("2026-12-31T23:59:59+08:00", "云办发〔2026〕37号")]
    [InlineData("2027-01-01T00:00:01+08:00", "云办发〔2027〕1号")]
    public async Task AssignAsync_AtTheTurnOfTheYear_CountsByTheOfficesZone(string now, string expected)
    {
        var id = await _office.SignedAsync();
        _office.Clock.MoveTo(DateTimeOffset.Parse(now, System.Globalization.CultureInfo.InvariantCulture));

        Assert.Equal(expected, await _office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(id, "云办发")));
    }

    [Fact]
    public async Task A_return_to_a_drafter_who_has_left_goes_to_the_head_of_the_unit()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == drafter)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));

        await _office.DecideAsync("zhouyifan", id, "退回", "请改第一条。");

        var waiting = Assert.Single((await _office.ReadAsync("hemin", id)).Waiting);
        Assert.Equal(("拟稿", "何敏", "秘书一科科长（拟稿人林知远已离任）"), (waiting.StepName, waiting.PersonName, waiting.PostShown));
        await _office.EditAsync("hemin", id, source => source + "\n补充。\n");
        await _office.DecideAsync("hemin", id, "送审");
        Assert.Equal("科室审核", Assert.Single((await _office.ReadAsync("hemin", id)).Waiting).StepName);
    }

    [Fact]
    [Trait("Rule", "P-40")]
    [Trait("Journey", "J08")]
    public async Task SaveAsync_AfterTheSignature_IsRefused()
    {
        var id = await _office.SignedAsync();
        var dossier = await _office.ReadAsync("linzhiyuan", id);

        await RefusedAsync(Refusal.Forbidden, () => _office.EditAsync("linzhiyuan", id, source => source + "。"));
        await RefusedAsync(Refusal.Forbidden, () => _office.EditAsync("suxiao", id, source => source + "。"));

        Assert.Equal(dossier.Versions[^1].ContentHash, dossier.SignedHash);
        Assert.False(dossier.MayEdit);
    }

    [Fact]
    [Trait("Rule", "P-40")]
    public async Task A_return_at_recheck_voids_the_signature()
    {
        var id = await _office.SignedAsync();

        await _office.DecideAsync("suxiao", id, "退回", "第三段日期有误。");

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal((DocumentState.Running, null, null), (dossier.State, dossier.SignedHash, dossier.SignerName));
        Assert.Contains(dossier.Trace, row => row.Act == "签发失效");
    }

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task EnterAsync_WhenNobodyMaySign_IsRefused()
    {
        var id = await _office.DraftAsync();

        var refusal = await RefusedAsync(Refusal.Invalid, () => EnterAsync(id, StepKind.Sign, "市委领导/市委书记"));

        Assert.Contains("市委领导/市委书记", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnterAsync_WhenAPostIsEmpty_PassesAndNamesThePostInTheTrace()
    {
        var id = await _office.DraftAsync();
        var holder = await _office.PersonIdAsync("songzhiwei");
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == holder)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));

        var entry = await EnterAsync(id, StepKind.Review, "法规科/科长");

        Assert.Equal("同意", Assert.IsType<HumanStepEntry.Passed>(entry).Outcome);
        var row = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "略过");
        Assert.Contains("法规科/科长", row.Opinion, StringComparison.Ordinal);
        Assert.True(row.IsBySystem);
    }

    [Fact]
    public async Task EnterAsync_WhenTheVisitIsRepeated_FindsTheSameWorkItem()
    {
        var id = await _office.DraftAsync();

        var first = Assert.IsType<HumanStepEntry.Opened>(await EnterAsync(id, StepKind.Review, "本科室/科长"));
        var again = Assert.IsType<HumanStepEntry.Opened>(await EnterAsync(id, StepKind.Review, "本科室/科长"));

        Assert.Equal(first.WorkItemId, again.WorkItemId);
        Assert.Equal(1, await _office.ActAsync<IOfficeData, int>(data => data.Seats.CountAsync()));
    }

    [Theory]
    [InlineData("法规处/科长")]
    [InlineData("法规科/处长")]
    [InlineData("本科室/处长")]
    [InlineData("person:nobody")]
    public async Task EnterAsync_WhenThePostDoesNotExist_IsRefusedAndTheMessageSaysWhy(string assignees)
    {
        _office.Procedure.Nodes[1] = _office.Procedure.Nodes[1] with { Assignees = assignees };
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        var dossier = await _office.ReadAsync("linzhiyuan", id);

        Assert.Empty(dossier.Waiting);
        Assert.Contains($"“{assignees}”不存在", dossier.Problem, StringComparison.Ordinal);
        var failing = Assert.Single((await _office.ActAsync<IOutboxCare, Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);
        Assert.Contains($"“{assignees}”不存在", failing.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("科长")]
    [InlineData("本科室/科长/副科长")]
    [InlineData("/科长")]
    public async Task EnterAsync_WhenThePostIsMisspelt_SaysHowToWriteIt(string assignees)
    {
        var id = await _office.DraftAsync();

        var refusal = await RefusedAsync(Refusal.Invalid, () => EnterAsync(id, StepKind.Review, assignees));

        Assert.Contains("单位/岗位", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_normative_document_has_a_legality_review()
    {
        var normative = await _office.DraftAsync(Play.Notice, isNormative: true);
        var ordinary = await _office.DraftAsync();
        foreach (var id in new[] { normative, ordinary })
        {
            await _office.StartAsync(id);
            await _office.DecideAsync("hemin", id, "同意");
            await _office.DecideAsync("zhouyifan", id, "同意");
        }

        Assert.Equal("合法性审核", Assert.Single((await _office.ReadAsync("linzhiyuan", normative)).Waiting).StepName);
        Assert.Equal("主任审核", Assert.Single((await _office.ReadAsync("linzhiyuan", ordinary)).Waiting).StepName);
    }

    [Fact]
    public async Task A_seat_left_open_on_a_voided_document_decides_nothing()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        var signer = await _office.PersonIdAsync("luming");
        var seat = Assert.Single((await _office.ReadAsync("luming", id)).Acts).SeatId;
        await _office.ActAsync<IOfficeData>(data => data.Documents.Where(row => row.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.State, DocumentState.Void)));

        var refusal = await RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(signer, seat, new SeatAnswer("签发"))));

        Assert.Contains("已作废", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Void, (await _office.ReadAsync("linzhiyuan", id)).State);
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_return_while_countersigning_withdraws_the_other_seats()
    {
        var id = await CountersigningAsync();
        await _office.DecideAsync("baihua", id, "同意", "无意见。");

        await _office.DecideAsync("shilei", id, "退回", "预算未落实。");

        var states = await _office.ActAsync<IOfficeData, List<SeatState>>(data => data.Seats
            .Where(seat => seat.WorkItem!.StepName == "会签").OrderBy(seat => seat.Order).Select(seat => seat.State).ToListAsync());
        Assert.Equal([SeatState.Decided, SeatState.Decided, SeatState.Withdrawn], states);
        Assert.Empty((await _office.ReadAsync("jiangyue", id)).Acts);
        Assert.Equal("拟稿", Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
    }

    [Fact]
    [Trait("Journey", "J05")]
    public async Task Countersigning_is_due_after_three_working_days_in_the_organisations_order()
    {
        var id = await CountersigningAsync();

        var waiting = (await _office.ReadAsync("linzhiyuan", id)).Waiting;

        Assert.Equal(["白桦", "石磊", "江月"], waiting.Select(seat => seat.PersonName));
        Assert.All(waiting, seat => Assert.Equal(new DateTimeOffset(2026, 12, 1, 17, 30, 0, TimeSpan.FromHours(8)), seat.DueAt));
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_seat_added_and_withdrawn_leaves_both_acts_in_the_trace()
    {
        var id = await CountersigningAsync();
        var (asker, added) = (await _office.PersonIdAsync("baihua"), await _office.PersonIdAsync("liangshu"));
        var own = Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId;

        var seat = await _office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(asker, own, added, "涉及宣传口径。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(asker, seat, "不再需要。"));

        var dossier = await _office.ReadAsync("liangshu", id);
        Assert.Empty(dossier.Acts);
        Assert.Equal(["加签", "减签"], dossier.Trace.Where(row => row.Act is "加签" or "减签").Select(row => row.Act));
    }

    [Fact]
    public async Task A_stand_in_decides_and_is_named_as_one()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");

        await _office.DecideAsync("xupei", id, "同意");

        var act = (await _office.ReadAsync("linzhiyuan", id)).Trace.Last(row => row.Act == "同意");
        Assert.Equal(("许沛", "郑立群"), (act.ActorName, act.OnBehalfOf));
    }

    [Fact]
    public async Task DecideAsync_WhenItIsSomebodyElsesWork_IsRefused()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var seat = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        var other = await _office.PersonIdAsync("zhouyifan");

        await RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(other, seat, new SeatAnswer("同意"))));
    }

    [Theory]
    [InlineData("退回", null, null, Refusal.Invalid)]
    [InlineData("签发", null, null, Refusal.Invalid)]
    [InlineData("同意", null, 2, Refusal.Conflict)]
    public async Task DecideAsync_WhenTheAnswerBreaksARule_IsRefusedAndTheSeatStaysOpen(string outcome, string? opinion, int? read, Refusal expected)
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var seat = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        var person = await _office.PersonIdAsync("hemin");

        await RefusedAsync(expected, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, seat, new SeatAnswer(outcome, opinion, read))));

        Assert.Single((await _office.ReadAsync("hemin", id)).Acts);
    }

    [Fact]
    public async Task A_document_is_read_only_by_those_whom_it_concerns()
    {
        var id = await _office.DraftAsync();
        await RefusedAsync(Refusal.NotFound, () => _office.ReadAsync("hemin", id));
        await _office.StartAsync(id);

        await _office.ReadAsync("hemin", id);
        await _office.ReadAsync("suxiao", id);
        foreach (var login in new[] { "luoyu", "zhouyifan", "xiahe", "luming" })
            await RefusedAsync(Refusal.NotFound, () => _office.ReadAsync(login, id));
    }

    [Fact]
    public async Task StartAsync_WhenTheSourceCantBeRead_SaysWhyAndKeepsTheText()
    {
        var id = await _office.DraftAsync("---\n文种: 通知\n标题: 缺少发文机关的通知\n---\n正文。\n");

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.StartAsync(id));

        Assert.Contains("发文机关", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Draft, (await _office.ReadAsync("linzhiyuan", id)).State);
    }

    [Fact]
    public async Task A_voided_documents_number_stays_taken()
    {
        var id = await _office.SignedAsync();
        await _office.DecideAsync("suxiao", id, "通过");
        await _office.DecideAsync("suxiao", id, "编号");
        var registry = await _office.PersonIdAsync("suxiao");

        await _office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(registry, id, "上级另有部署。"));

        var next = await _office.SignedAsync();
        Assert.Equal("云办发〔2026〕38号", await _office.BurstAsync<INumberRegister, string>(register => register.AssignAsync(next, "云办发")));
        Assert.Empty((await _office.ReadAsync("guchen", id)).Acts);
    }

    private async Task<string> CountersigningAsync()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }

    private Task<HumanStepEntry> EnterAsync(string documentId, StepKind kind, string assignees) =>
        _office.BurstAsync<IHumanSteps, HumanStepEntry>(steps => steps.EnterAsync(new HumanStepRequest
        {
            DocumentId = documentId,
            InstanceId = "instance",
            NodeId = "Step1",
            StepName = "审核",
            Kind = kind,
            Assignees = assignees,
        }));

    private static async Task<RefusalException> RefusedAsync(Refusal expected, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(expected, refusal.Refusal);
        return refusal;
    }
}
