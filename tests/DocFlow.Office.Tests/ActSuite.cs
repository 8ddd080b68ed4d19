using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Leaves;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Acts that meet each other on the same rows, on each database.</summary>
public abstract class ActSuite(ITestDatabase database, string? absent = null)
{
    [Fact]
    [Trait("Journey", "J07")]
    public async Task A_return_to_an_earlier_step_and_straight_back_stops_only_at_the_two()
    {
        await using var office = await StartAsync();
        var id = await office.CountersigningAsync();
        foreach (var login in new[] { "baihua", "shilei", "jiangyue", "zhengliqun" })
            await office.DecideAsync(login, id, "同意");
        var choices = Assert.Single((await office.ReadAsync("luming", id)).Acts).ReturnChoices;
        Assert.Equal(["/拟稿人", "SectionReview1/科室审核", "OfficeReview1/办公室核稿", "Countersign1/会签", "DirectorReview1/主任审核"], choices.Select(choice => $"{choice.NodeId}/{choice.StepName}"));

        await office.DecideAsync("luming", id, "退回", "请核对第二段。", straightBack: true, returnTo: "OfficeReview1");

        Assert.Equal("办公室核稿/周亦凡", await office.WaitingAsync(id));
        await office.DecideAsync("zhouyifan", id, "同意");
        Assert.Equal("签发/陆明", await office.WaitingAsync(id));
        Assert.Equal(
            ["拟稿：退回到“办公室核稿”，略过本环节", "科室审核：退回到“办公室核稿”，略过本环节", "会签：退回时选择直送，略过本环节，直送“签发”", "主任审核：退回时选择直送，略过本环节，直送“签发”"],
            (await office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.Act == "略过" && row.Opinion!.Contains('“')).Select(row => $"{row.StepName}：{row.Opinion}"));
        await office.DecideAsync("luming", id, "签发");
        Assert.Equal("复核/苏晓", await office.WaitingAsync(id));
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Taking_back_and_deciding_at_once_lets_one_win_and_tells_the_other()
    {
        await using var office = await StartAsync();
        var (drafter, reviewer) = (await office.PersonIdAsync("linzhiyuan"), await office.PersonIdAsync("hemin"));
        for (var round = 0; round < 4; round++)
        {
            var id = await office.DraftAsync();
            await office.StartAsync(id);
            var seat = await office.ActAsync<IOfficeData, string>(data => data.Seats.Where(row => row.WorkItem!.DocumentId == id).Select(row => row.Id).SingleAsync());

            var results = await Task.WhenAll(
                ResultAsync(() => office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(drafter, id))),
                ResultAsync(() => office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(reviewer, seat, new SeatAnswer("同意")))));
            await office.Dispatcher.DrainAsync();

            Assert.Single(results, result => result is null);
            Assert.Equal(Refusal.Conflict, Assert.Single(results, result => result is not null)!.Refusal);
            Assert.Equal(results[0] is null ? "拟稿/林知远" : "办公室核稿/周亦凡", await office.WaitingAsync(id));
        }
    }

    [Fact]
    public async Task Taking_back_pressed_ten_times_at_once_is_one_act()
    {
        await using var office = await StartAsync();
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var id = await office.DraftAsync();
        await office.StartAsync(id);

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(drafter, id)))));
        await office.Dispatcher.DrainAsync();

        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "取回");
        Assert.Equal("拟稿/林知远", await office.WaitingAsync(id));
    }

    [Fact]
    public async Task Urging_pressed_ten_times_at_once_tells_each_holder_once()
    {
        await using var office = await StartAsync();
        var drafter = await office.PersonIdAsync("linzhiyuan");
        var id = await office.CountersigningAsync();

        var results = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ResultAsync(() =>
            office.ActAsync<ISeatDesk>(desk => desk.UrgeAsync(drafter, id, "请于今日下班前办理。")))));

        Assert.Single(results, result => result is null);
        Assert.Single(await office.NoticesAsync("shilei", NoticeKind.Urge));
        Assert.Single((await office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "催办");
    }

    [Fact]
    public async Task Of_two_delegations_at_once_for_the_same_time_one_is_refused()
    {
        await using var office = await StartAsync();
        var (from, first, second) = (await office.PersonIdAsync("zhouyifan"), await office.PersonIdAsync("luoyu"), await office.PersonIdAsync("dingyi"));
        for (var round = 0; round < 10; round++)
        {
            var (begin, end) = (office.Clock.Now.AddDays(10 * round), office.Clock.Now.AddDays((10 * round) + 5));

            var results = await Task.WhenAll(new[] { first, second }.Select(to => ResultAsync(() =>
                office.ActAsync<IDelegationDesk>(desk => desk.CreateAsync(from, new DelegationRequest(to, begin, end, "外出学习。"))))));

            Assert.Equal(Refusal.Conflict, Assert.Single(results, result => result is not null)!.Refusal);
            Assert.Equal(round + 1, (await office.ActAsync<IDelegationDesk, IReadOnlyList<DelegationRow>>(desk => desk.ListAsync(from))).Count);
        }
    }

    [Fact]
    public async Task The_same_leave_pressed_at_once_is_one_and_of_two_that_overlap_one_is_refused()
    {
        await using var office = await StartAsync();
        var person = await office.PersonIdAsync("zhengliqun");
        for (var round = 0; round < 10; round++)
        {
            var begin = office.Clock.Now.AddDays(10 * round);
            var request = new LeaveRequest(begin, begin.AddDays(3), "年休假。");

            var leaves = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(person, request)))));
            var results = await Task.WhenAll(new[] { 4, 5 }.Select(days => ResultAsync(() =>
                office.ActAsync<ILeaveDesk>(desk => desk.TakeAsync(person, new LeaveRequest(begin.AddDays(4), begin.AddDays(4 + days), "病假。"))))));

            Assert.Single(leaves.Distinct());
            Assert.Equal(Refusal.Conflict, Assert.Single(results, result => result is not null)!.Refusal);
            Assert.Equal(2 * (round + 1), (await office.ActAsync<ILeaveDesk, IReadOnlyList<LeaveRow>>(desk => desk.ListAsync(person))).Count);
        }
    }

    [Fact]
    [Trait("Journey", "J08")]
    public async Task An_opinion_written_by_hand_is_kept_once_with_its_decision_however_often_it_is_pressed()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        var (reviewer, seat) = (await office.PersonIdAsync("hemin"), Assert.Single((await office.ReadAsync("hemin", id)).Acts).SeatId);
        var answer = new SeatAnswer("同意", Key: "press") { Handwriting = HandwritingTests.Written };

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(reviewer, seat, answer)))));
        await office.Dispatcher.DrainAsync();

        Assert.Equal("办公室核稿/周亦凡", await office.WaitingAsync(id));
        var hash = Assert.Single((await office.ReadAsync("hemin", id)).Trace, row => row.Act == "同意").HandwritingHash!;
        Assert.Equal(1, await office.ActAsync<IOfficeData, int>(data => data.Handwritings.CountAsync()));
        Assert.Contains("M100 100L300 250", await office.ActAsync<IHandwritingReading, string>(reading => reading.DrawAsync(reviewer, id, hash)), StringComparison.Ordinal);
    }

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }

    private static Task<RefusalException?> ResultAsync(Func<Task> act) => Task.Run(async () =>
    {
        try
        {
            await act();
            return null;
        }
        catch (RefusalException refusal)
        {
            return refusal;
        }
    });
}
