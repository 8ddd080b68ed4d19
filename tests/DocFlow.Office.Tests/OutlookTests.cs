using DocFlow.Office.Desks;
using DocFlow.Office.Outlooks;
using DocFlow.Office.People;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What will happen next and with whom, said before anybody presses; and that it then happens so.</summary>
public sealed class OutlookTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Before_a_draft_is_sent_its_section_head_is_named()
    {
        var id = await _office.DraftAsync();
        var drafter = await _office.PersonIdAsync("linzhiyuan");

        var outlook = await _office.ActAsync<IProcedureOutlook, Outlook>(service => service.OfStartAsync(drafter, id, "policy-document"));

        Assert.Equal("科室审核/何敏", Says(outlook));
        var head = Assert.Single(Assert.Single(outlook.Steps).People);
        Assert.Equal("秘书一科科长", head.Shown);
        // One working day after Thursday 2026-11-26, at 17:30 in the office's zone.
        Assert.Equal(new DateTimeOffset(2026, 11, 27, 17, 30, 0, TimeSpan.FromHours(8)), outlook.Steps[0].DueAt);
    }

    [Fact]
    public async Task Only_the_drafter_is_told_what_sending_would_do()
    {
        var id = await _office.DraftAsync();
        var other = await _office.PersonIdAsync("dingyi");

        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<IProcedureOutlook, Outlook>(service => service.OfStartAsync(other, id, "policy-document")));
    }

    [Fact]
    [Trait("Journey", "J05")]
    public async Task Before_agreeing_the_members_of_the_countersigning_are_named_in_the_offices_order()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");

        Assert.Equal("会签/白桦、石磊、江月", Says(await OfAsync("zhouyifan", id, new SeatAnswer("同意"))));

        await _office.DecideAsync("zhouyifan", id, "同意");
        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Steps_that_pass_by_rule_are_named_with_the_reason()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");

        var outlook = await OfAsync("zhouyifan", id, new SeatAnswer("同意"));

        Assert.Equal("会签（未指定会签单位，按规定通过） 合法性审核（本件不是规范性文件，按规定略过） 主任审核/郑立群", Says(outlook));
    }

    [Fact]
    public async Task A_vacant_post_is_named_and_one_that_must_not_be_passed_has_nobody()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await EndAsync("zhengliqun");
        await EndAsync("xupei");
        await EndAsync("luming");

        var outlook = await OfAsync("zhouyifan", id, new SeatAnswer("同意"));

        Assert.EndsWith("主任审核（岗位“办公室领导/主任”无人任职，按规定通过） 签发/", Says(outlook), StringComparison.Ordinal);
        Assert.Equal("市委领导/市委副书记", outlook.Steps[^1].Assignees);
    }

    [Fact]
    public async Task While_others_countersign_it_waits_for_them_by_name()
    {
        var id = await _office.CountersigningAsync();
        await _office.DecideAsync("shilei", id, "同意");

        var first = await OfAsync("baihua", id, new SeatAnswer("同意"));
        Assert.Equal(["江月"], first.WaitsFor);
        Assert.Empty(first.Steps);

        await _office.DecideAsync("baihua", id, "同意");
        Assert.Equal("合法性审核（本件不是规范性文件，按规定略过） 主任审核/郑立群", Says(await OfAsync("jiangyue", id, new SeatAnswer("同意"))));
    }

    [Fact]
    public async Task A_return_goes_to_the_drafter_or_to_the_step_that_is_chosen()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");

        Assert.Equal("拟稿/林知远", Says(await OfAsync("zhengliqun", id, new SeatAnswer("退回"))));
        Assert.Equal(
            "拟稿（退回到“办公室核稿”，略过本环节） 科室审核（退回到“办公室核稿”，略过本环节） 办公室核稿/周亦凡",
            Says(await OfAsync("zhengliqun", id, new SeatAnswer("退回", ReturnTo: "OfficeReview1"))));
    }

    [Fact]
    [Trait("Journey", "J07")]
    public async Task What_comes_straight_back_is_said_to_the_drafter_with_the_steps_that_are_skipped()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "请核对日期。", straightBack: true);

        var outlook = await OfAsync("linzhiyuan", id, new SeatAnswer("送审"));

        Assert.StartsWith("科室审核（退回时选择直送，略过本环节，直送“主任审核”）", Says(outlook), StringComparison.Ordinal);
        Assert.EndsWith("主任审核/郑立群", Says(outlook), StringComparison.Ordinal);
        await _office.DecideAsync("linzhiyuan", id, "送审");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task The_step_after_somebody_names_whoever_would_have_decided_last()
    {
        _office.Procedure.Nodes.Insert(2, new("Again1", "再看", StepKind.Review, "上一办理人"));
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        Assert.Equal("再看/何敏", Says(await OfAsync("hemin", id, new SeatAnswer("同意"))));
    }

    [Fact]
    public async Task After_issuing_the_procedure_is_over()
    {
        var id = await _office.SignedAsync();
        await _office.DecideAsync("suxiao", id, "通过");
        await _office.DecideAsync("suxiao", id, "编号");
        await _office.DecideAsync("guchen", id, "用印");

        var outlook = await OfAsync("suxiao", id, new SeatAnswer("印发"));

        Assert.True(outlook.IsOver);
        Assert.Empty(outlook.Steps);
    }

    [Fact]
    public async Task Asking_changes_nothing()
    {
        var id = await _office.CountersigningAsync();
        await _office.ReadAsync("baihua", id);
        var before = await StateAsync(id);

        await OfAsync("baihua", id, new SeatAnswer("退回", ReturnTo: "SectionReview1", StraightBack: true));
        await OfAsync("baihua", id, new SeatAnswer("同意"));

        Assert.Equal(before, await StateAsync(id));
        Assert.Null(await _office.ActAsync<IOfficeData, string?>(data => data.Documents.Where(row => row.Id == id).Select(row => row.ReturnToNodeId).SingleAsync()));
    }

    [Fact]
    public async Task An_outcome_that_the_step_doesnt_have_and_a_strangers_question_are_refused()
    {
        var id = await _office.CountersigningAsync();
        var seat = Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId;
        var stranger = await _office.PersonIdAsync("dingyi");

        await Play.RefusedAsync(Refusal.Invalid, () => OfAsync("baihua", id, new SeatAnswer("签发")));
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<IProcedureOutlook, Outlook>(service => service.OfAnswerAsync(stranger, seat, new SeatAnswer("同意"))));
    }

    private async Task<Outlook> OfAsync(string login, string documentId, SeatAnswer answer)
    {
        var act = Assert.Single((await _office.ReadAsync(login, documentId)).Acts);
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IProcedureOutlook, Outlook>(service => service.OfAnswerAsync(person, act.SeatId, answer));
    }

    private static string Says(Outlook outlook) => string.Join(' ', outlook.Steps.Select(step => step.PassedBecause is { } reason
        ? $"{step.StepName}（{reason}）"
        : $"{step.StepName}/{string.Join('、', step.People.Select(person => person.Name))}"));

    private Task<string> StateAsync(string documentId) => _office.ActAsync<IOfficeData, string>(async data =>
    {
        var seats = await data.Seats.AsNoTracking().Where(seat => seat.WorkItem!.DocumentId == documentId).OrderBy(seat => seat.Id).Select(seat => $"{seat.State}{seat.Version}").ToListAsync();
        var events = await data.Events.CountAsync();
        return $"{string.Join(' ', seats)} {events} {await data.OutboxMessages.CountAsync()} {await data.WorkItems.CountAsync()}";
    });

    private async Task EndAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IOfficeData>(async data =>
        {
            foreach (var appointment in await data.Appointments.Where(row => row.PersonId == person).ToListAsync())
                appointment.To = OfficeHost.Thursday;
            await data.SaveChangesAsync();
        });
    }
}
