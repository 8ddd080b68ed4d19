using DocFlow.Office.Circulation;
using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Handovers;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>轮岗交接: everything that a person holds goes to others in one act, on each database.</summary>
public abstract class HandoverSuite(ITestDatabase database, string? absent = null)
{
    private static readonly HandoverActor Administrator = new(null, "sysadmin", true);

    [Fact]
    [Trait("Journey", "J23")]
    public async Task Seven_open_things_of_a_person_move_at_the_moment_with_both_names_in_the_trace()
    {
        await using var office = await StartAsync();
        var (leaver, head) = (await office.PersonIdAsync("linzhiyuan"), await office.PersonIdAsync("hemin"));
        var drafts = new List<string> { await office.DraftAsync(), await office.DraftAsync() };
        var running = new List<string>();
        for (var count = 0; count < 4; count++)
        {
            running.Add(await office.DraftAsync());
            await office.StartAsync(running[count]);
        }

        // The head has agreed to two and has sent the third back.
        foreach (var id in running.Take(2))
            await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("hemin", running[2], "退回", "请补充依据。");
        await office.DecideAsync("hemin", running[3], "同意");
        var followed = await office.DraftAsync();
        await office.StartAsync(followed);
        await office.ActAsync<IFollowing>(following => following.FollowAsync(leaver, followed));
        var actor = await OfficerAsync(office);
        var preview = await office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(actor, leaver));
        Assert.Equal((7, "秘书一科科员"), (preview.Items.Count, preview.FromShown));
        Assert.All(preview.Items, line => Assert.True(line.OwnerName == "何敏" || (line.OwnerId is null && line.DocumentId == followed), line.ToString()));
        Assert.Equal("待办“拟稿”、拟稿人", preview.Items[0].Holds);
        Assert.Equal("拟稿人、关注", preview.Items.Single(line => line.DocumentId == followed).Holds);

        var moment = new DateTimeOffset(2026, 12, 14, 0, 0, 0, TimeSpan.FromHours(8));
        var post = await PostOfAsync(office, "督查室", "主任");
        var order = await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(actor, new HandoverRequest(
            leaver, "轮岗。", moment, Owners: new Dictionary<string, string> { [followed] = head }, ToPostId: post)));
        Assert.Equal("拟稿/林知远", await office.WaitingAsync(running[2]));
        await MoveAsync(office, moment);

        var view = await office.ActAsync<IHandoverDesk, HandoverView>(desk => desk.ReadAsync(actor, order));
        Assert.Equal(("已交接", "督查室主任", null), (view.State, view.ToShown, view.Problem));
        Assert.All(view.Items, line => Assert.Equal(("何敏", true), (line.OwnerName, line.MovedAt is not null)));
        Assert.Equal("拟稿/何敏", string.Join(' ', (await office.ReadAsync("hemin", running[2])).Waiting.Select(seat => $"{seat.StepName}/{seat.PersonName}")));
        foreach (var id in drafts.Concat(running))
        {
            var act = (await office.ReadAsync("hemin", id)).Trace.Single(row => row.Act == "交接");
            Assert.Equal(("丁一", true), (act.ActorName, act.Opinion!.StartsWith("林知远移交何敏：", StringComparison.Ordinal)));
            await Play.RefusedAsync(Refusal.NotFound, () => office.ReadAsync("linzhiyuan", id));
        }

        await office.DecideAsync("hemin", running[2], "送审");
        Assert.Contains("7件公文移交给您", Assert.Single(await office.NoticesAsync("hemin", NoticeKind.Seats)), StringComparison.Ordinal);
        Assert.Null(await office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Posts_change_and_delegations_that_were_given_or_held_end()
    {
        await using var office = await StartAsync();
        var (leaver, other, third) = (await office.PersonIdAsync("zhouyifan"), await office.PersonIdAsync("luoyu"), await office.PersonIdAsync("tangning"));
        foreach (var (from, to) in new[] { (other, leaver), (leaver, third) })
        {
            var begin = office.Clock.Now.AddDays(from == leaver ? 20 : 0);
            await office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(from, new DelegationRequest(to, begin, begin.AddDays(10), "外出学习。")));
        }

        var preview = await office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(Administrator, leaver));
        Assert.Equal(["罗予委托周亦凡", "周亦凡委托唐宁"], preview.Ending.Select(words => words.Split('（')[0]));
        var post = await PostOfAsync(office, "综合科", "科员");
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(leaver, "轮岗。", SuccessorId: other, ToPostId: post)));

        Assert.All(await office.ActAsync<IDelegationDesk, IReadOnlyList<DelegationRow>>(desk => desk.ListAsync(leaver)), row => Assert.False(row.IsInForce || row.To > office.Clock.Now.AddDays(20)));
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");

        // The step is for 秘书二科副科长: the successor, and no longer the leaver.
        Assert.Equal("办公室核稿/罗予", await office.WaitingAsync(id));
        await Play.RefusedAsync(Refusal.NotFound, () => office.ReadAsync("zhouyifan", id));
        Assert.Contains(await office.NoticesAsync("luoyu", NoticeKind.Seats), text => text.Contains("委托代理已终止", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_is_to_be_read_goes_to_the_owner_and_so_does_being_told_of_overdue_work()
    {
        await using var office = await StartAsync();
        var (leaver, owner, sender) = (await office.PersonIdAsync("zhouyifan"), await office.PersonIdAsync("luoyu"), await office.PersonIdAsync("linzhiyuan"));
        office.Procedure.Nodes[1] = office.Procedure.Nodes[1] with { EscalateTo = "person:zhouyifan，办公室领导/主任" };
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        // Whose login only begins alike is somebody else.
        var alike = await office.DraftAsync();
        await office.StartAsync(alike);
        await office.ActAsync<IOfficeData>(async data =>
        {
            foreach (var row in await data.Deadlines.Where(row => row.WorkItem!.DocumentId == alike && row.Recipients != null).ToListAsync())
                row.Recipients = "person:zhouyifang";
            await data.SaveChangesAsync();
        });
        await office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, new CirculationOrder { PersonIds = [leaver] }));

        var preview = await office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(Administrator, leaver));
        Assert.Equal((id, "待阅、逾期上报对象"), Assert.Single(preview.Items) is var line ? (line.DocumentId, line.Holds) : default);
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(leaver, "离任。", Owners: new Dictionary<string, string> { [id] = owner })));

        Assert.Equal(id, Assert.Single((await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(owner, 0, 50))).Rows).DocumentId);
        Assert.Empty((await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(leaver, 0, 50))).Rows);
        var told = await office.ActAsync<IOfficeData, List<string>>(data => data.Deadlines.Where(row => row.Recipients != null).OrderBy(row => row.WorkItem!.Document!.CreatedAt).Select(row => row.Recipients!).Distinct().ToListAsync());
        Assert.Equal(["person:luoyu，办公室领导/主任", "person:zhouyifang"], told.Order(StringComparer.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J23")]
    public async Task A_running_circulation_goes_to_the_owner_who_manages_it_from_then_on()
    {
        await using var office = await StartAsync();
        var (leaver, owner, added) = (await office.PersonIdAsync("zhouyifan"), await office.PersonIdAsync("luoyu"), await office.PersonIdAsync("suxiao"));
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        var sheet = await Reading.SendAsync(office, "zhouyifan", id, await Reading.ToAsync(office, "dingyi"));
        office.Time.Advance(TimeSpan.FromMinutes(1));
        var ended = await Reading.SendAsync(office, "zhouyifan", id, await Reading.ToAsync(office, "dingyi"));
        await office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(leaver, ended, true));

        var preview = await office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(Administrator, leaver));
        Assert.Equal((id, "发起的传阅"), Assert.Single(preview.Items) is var line ? (line.DocumentId, line.Holds) : default);
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(leaver, "离任。", Owners: new Dictionary<string, string> { [id] = owner })));

        await Play.RefusedAsync(Refusal.Forbidden, () => office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(leaver, sheet, true)));
        Assert.Equal(1, await office.ActAsync<ICirculationDesk, int>(desk => desk.AddAsync(owner, sheet, new CirculationOrder { PersonIds = [added] })));
        var sheets = await office.ActAsync<ICirculationLists, IReadOnlyList<CirculationView>>(lists => lists.OfDocumentAsync(owner, id));
        Assert.Equal([("罗予（周亦凡发起）", true, 2), ("周亦凡", false, 0)], sheets.Select(view => (view.SenderName, view.IsMine, view.Readers.Count)));
        var dossier = await office.ReadAsync("luoyu", id);
        Assert.Equal(["周亦凡", "周亦凡"], dossier.Trace.Where(row => row.Act == "传阅").Select(row => row.ActorName));
        Assert.StartsWith("周亦凡移交罗予：发起的传阅。", Assert.Single(dossier.Trace, row => row.Act == "交接").Opinion, StringComparison.Ordinal);
        Assert.True((await office.ActAsync<ICirculationDesk, CirculationEnding>(desk => desk.EndAsync(owner, sheet, true))).IsEnded);
    }

    [Fact]
    public async Task A_signature_goes_only_to_who_has_the_post_and_until_then_nothing_moves()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await office.DecideAsync(login, id, "同意");
        var (leaver, other) = (await office.PersonIdAsync("luming"), await office.PersonIdAsync("hansong"));
        Assert.Null(Assert.Single((await office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(Administrator, leaver))).Items).OwnerId);
        Task<string> OrderAsync(string? successor) => office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(
            Administrator, new HandoverRequest(leaver, "离任。", SuccessorId: successor, Owners: new Dictionary<string, string> { [id] = other })));
        Assert.Contains("不任此岗位", (await Play.RefusedAsync(Refusal.Invalid, () => OrderAsync(null))).Message, StringComparison.Ordinal);
        Assert.Equal("签发/陆明", await office.WaitingAsync(id));
        await OrderAsync(other);
        Assert.Equal("签发/韩松", await office.WaitingAsync(id));
        await office.DecideAsync("hansong", id, "签发");
    }

    [Fact]
    public async Task Deciding_and_handing_over_at_once_lets_one_win_and_loses_nothing()
    {
        await using var office = await StartAsync();
        var (leaver, owner) = (await office.PersonIdAsync("zhouyifan"), await office.PersonIdAsync("luoyu"));
        var ids = new List<string>();
        for (var count = 0; count < 3; count++)
        {
            ids.Add(await office.DraftAsync());
            await office.StartAsync(ids[count]);
            await office.DecideAsync("hemin", ids[count], "同意");
        }

        var seats = await office.ActAsync<IOfficeData, List<string>>(data => data.Seats.Where(seat => seat.PersonId == leaver).Select(seat => seat.Id).ToListAsync());
        var decisions = seats.Select(seat => Task.Run(async () =>
        {
            try
            {
                await office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(leaver, seat, new SeatAnswer("同意")));
                return true;
            }
            catch (RefusalException refusal)
            {
                Assert.Equal(Refusal.Forbidden, refusal.Refusal);
                return false;
            }
        })).ToList();
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(leaver, "轮岗。", Owners: ids.ToDictionary(id => id, _ => owner))));
        var decided = (await Task.WhenAll(decisions)).Count(isDecided => isDecided);
        await office.Dispatcher.DrainAsync();
        var states = await office.ActAsync<IOfficeData, List<string>>(data => data.Seats.Where(seat => seats.Contains(seat.Id)).Select(seat => seat.PersonId).ToListAsync());
        Assert.Equal((decided, 3 - decided), (states.Count(person => person == leaver), states.Count(person => person == owner)));
    }

    [Fact]
    public async Task Only_personnel_and_administrators_order_and_a_press_repeated_is_one()
    {
        await using var office = await StartAsync();
        var leaver = await office.PersonIdAsync("linzhiyuan");
        await office.DraftAsync();
        var request = new HandoverRequest(leaver, "轮岗。", office.Clock.Now.AddDays(2), Key: "once");
        var stranger = new HandoverActor(await office.PersonIdAsync("hemin"), "hemin", false);
        await Play.RefusedAsync(Refusal.Forbidden, () => office.ActAsync<IHandoverDesk, HandoverPreview>(desk => desk.PreviewAsync(stranger, leaver)));
        await Play.RefusedAsync(Refusal.Forbidden, () => office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(stranger, request)));
        var actor = await OfficerAsync(office);
        var ids = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(actor, request)))));
        var id = Assert.Single(ids.Distinct());
        await Play.RefusedAsync(Refusal.Conflict, () => office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(actor, request with { Key = "again" })));
        await office.ActAsync<IHandoverDesk>(desk => desk.CancelAsync(actor, id));
        await MoveAsync(office, office.Clock.Now.AddDays(3));
        Assert.Equal("已取消", (await office.ActAsync<IHandoverDesk, HandoverView>(desk => desk.ReadAsync(actor, id))).State);
    }

    [Theory]
    [InlineData("", 1, Refusal.Invalid, "事由")]
    [InlineData("轮岗。", -1, Refusal.Invalid, "交接时间")]
    [InlineData("轮岗。", 400, Refusal.Invalid, "交接时间")]
    public async Task What_is_no_plain_hand_over_is_refused_and_says_why(string reason, int days, Refusal expected, string says)
    {
        await using var office = await StartAsync();
        var leaver = await office.PersonIdAsync("linzhiyuan");
        var refusal = await Play.RefusedAsync(expected, () => office.ActAsync<IHandoverDesk, string>(desk =>
            desk.OrderAsync(Administrator, new HandoverRequest(leaver, reason, office.Clock.Now.AddDays(days)))));
        Assert.Contains(says, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_can_not_be_done_at_its_moment_says_why_and_both_sides_sign_what_was_done()
    {
        await using var office = await StartAsync();
        var (leaver, owner) = (await office.PersonIdAsync("linzhiyuan"), await office.PersonIdAsync("luoyu"));
        var id = await office.DraftAsync();
        var plan = await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(
            Administrator, new HandoverRequest(leaver, "轮岗。", office.Clock.Now.AddDays(2), Owners: new Dictionary<string, string> { [id] = owner })));
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(owner, "离任。")));
        await MoveAsync(office, office.Clock.Now.AddDays(2));
        Assert.Contains("接收人须为现任职的其他人员", (await office.ActAsync<IHandoverDesk, HandoverView>(desk => desk.ReadAsync(Administrator, plan))).Problem, StringComparison.Ordinal);
        Assert.Equal(1, (await office.ReadAsync("linzhiyuan", id)).CurrentVersion);
        await Play.RefusedAsync(Refusal.Conflict, () => office.ActAsync<IHandoverDesk>(desk => desk.SignAsync(leaver, plan)));

        await office.ActAsync<IHandoverDesk>(desk => desk.CancelAsync(Administrator, plan));
        var done = await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(Administrator, new HandoverRequest(leaver, "轮岗。")));
        var head = new HandoverActor(await office.PersonIdAsync("hemin"), "hemin", false);
        Assert.True((await office.ActAsync<IHandoverDesk, HandoverView>(desk => desk.ReadAsync(head, done))).MaySign);
        foreach (var person in new[] { leaver, head.PersonId!, head.PersonId! })
            await office.ActAsync<IHandoverDesk>(desk => desk.SignAsync(person, done));
        await Play.RefusedAsync(Refusal.NotFound, () => office.ActAsync<IHandoverDesk>(desk => desk.SignAsync(owner, done)));
        var paper = await office.ActAsync<IHandoverDesk, DocFlow.Documents.Papers.Paper>(desk => desk.PrintAsync(head, done));
        var words = paper.Rows.Select(row => string.Join(' ', row.Cells.SelectMany(cell => cell.Texts).Select(text => text.Words))).ToList();
        Assert.Equal(("林知远同志工作交接单", 2), (paper.PlainTitle, words.Count(row => row.Contains("已签字", StringComparison.Ordinal))));
        Assert.Contains(words, row => row.StartsWith("1 ", StringComparison.Ordinal) && row.EndsWith("草稿 林知远 何敏", StringComparison.Ordinal));
    }

    private static async Task<HandoverActor> OfficerAsync(OfficeHost office) => new(await office.PersonIdAsync("dingyi"), "dingyi", false);

    private static Task<string> PostOfAsync(OfficeHost office, string unit, string name) =>
        office.ActAsync<IOfficeData, string>(data => data.Posts.Where(post => post.Unit!.Name == unit && post.Name == name).Select(post => post.Id).SingleAsync());

    private static Task MoveAsync(OfficeHost office, DateTimeOffset moment) => office.ActAsync<ClockMover, int>(mover => mover.MoveToAsync(moment));

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }
}
