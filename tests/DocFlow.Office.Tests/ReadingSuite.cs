using DocFlow.Office.Circulation;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Desks;
using DocFlow.Office.Following;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using static DocFlow.Office.Tests.Running.Reading;

namespace DocFlow.Office.Tests;

/// <summary>Notices, following and lists, on each database.</summary>
public abstract class ReadingSuite(ITestDatabase database, string? absent = null)
{
    private const string Title = "中共云河市委办公室关于开展“无会周”活动的通知";

    [Fact]
    public async Task Notices_are_listed_newest_first_counted_and_read_one_by_one_by_document_or_all()
    {
        await using var office = await StartAsync();
        var ids = new List<string>();
        for (var index = 0; index < 4; index++)
        {
            ids.Add(await office.DraftAsync());
            await SendAsync(office, "linzhiyuan", ids[index], await ToAsync(office, "dingyi"));
            office.Time.Advance(TimeSpan.FromMinutes(1));
        }

        var (reader, other) = (await office.PersonIdAsync("dingyi"), await office.PersonIdAsync("hemin"));
        var rows = await NoticesAsync(office, "dingyi");
        Assert.Equal(Enumerable.Reverse(ids), rows.Select(row => row.DocumentId!));
        Assert.Equal(4, await UnreadNoticesAsync(office, reader));

        await Play.RefusedAsync(Refusal.NotFound, () => office.ActAsync<INoticeBoard>(board => board.ReadAsync(other, rows[0].Id)));
        await office.ActAsync<INoticeBoard>(board => board.ReadAsync(reader, rows[0].Id));
        await office.ActAsync<INoticeBoard>(board => board.ReadAsync(reader, rows[0].Id));
        Assert.Equal(3, await UnreadNoticesAsync(office, reader));
        await office.ActAsync<INoticeBoard>(board => board.ReadOfDocumentAsync(reader, ids[0]));
        Assert.Equal(2, await UnreadNoticesAsync(office, reader));
        Assert.Equal(2, await office.ActAsync<INoticeBoard, int>(board => board.ReadAllAsync(reader)));
        Assert.Equal(0, await UnreadNoticesAsync(office, reader));
        Assert.All(await NoticesAsync(office, "dingyi"), row => Assert.NotNull(row.ReadAt));
    }

    [Fact]
    public async Task What_is_to_be_read_and_what_was_decided_says_where_it_is_with_whom_since_when_and_until_when()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await SendAsync(office, "linzhiyuan", id, await ToAsync(office, "dingyi"));
        await office.DecideAsync("hemin", id, "同意");
        var (reader, decider) = (await office.PersonIdAsync("dingyi"), await office.PersonIdAsync("hemin"));

        var unread = Assert.Single((await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.UnreadAsync(reader, 0, 10))).Rows).Now;
        var decided = Assert.Single((await office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.DecidedAsync(decider, 0, 10))).Rows).Now;
        var step = Assert.Single((await office.ReadAsync("linzhiyuan", id)).Waiting);

        foreach (var now in new[] { unread, decided })
        {
            Assert.Equal(("办公室核稿", "周亦凡"), (now.StepName, Assert.Single(now.Holders)));
            Assert.Equal((step.OpenedAt, step.DueAt), (now.Since, now.DueAt));
            Assert.NotNull(now.DueAt);
            Assert.True(now.IsCirculating);
        }

        await office.ActAsync<IReadingDesk, int>(desk => desk.ReadAsync(reader, id));
        Assert.Equal("办公室核稿", Assert.Single((await office.ActAsync<ICirculationLists, Paged<ReadingRow>>(lists => lists.ReadAsync(reader, 0, 10))).Rows).Now.StepName);
    }

    [Fact]
    public async Task Followers_hear_of_each_closed_step_but_not_of_their_own_nor_after_leaving()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        foreach (var login in new[] { "linzhiyuan", "hemin", "suxiao", "suxiao" })
            await FollowAsync(office, login, id);
        await Play.RefusedAsync(Refusal.NotFound, () => FollowAsync(office, "dingyi", id));

        await office.DecideAsync("hemin", id, "同意");
        Assert.Equal([$"您关注的《{Title}》有进展：“科室审核”已办，结果为“同意”。"], (await ProgressAsync(office, "linzhiyuan")).Select(row => row.Text));
        Assert.Empty(await ProgressAsync(office, "hemin"));
        Assert.Single(await ProgressAsync(office, "suxiao"));

        var leaver = await office.PersonIdAsync("suxiao");
        await office.ActAsync<IFollowing>(following => following.LeaveAsync(leaver, id));
        await office.ActAsync<IFollowing>(following => following.LeaveAsync(leaver, id));
        await office.DecideAsync("zhouyifan", id, "同意");
        Assert.Single(await ProgressAsync(office, "suxiao"));
        Assert.Single(await ProgressAsync(office, "hemin"));
    }

    [Fact]
    [Trait("Journey", "J05")]
    public async Task Followers_hear_of_a_step_that_was_closed_by_rule_too()
    {
        await using var office = await StartAsync();
        var at = office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Countersign);
        office.Procedure.Nodes[at] = office.Procedure.Nodes[at] with { WhenOverdue = OverdueRule.NoOpinion };
        var id = await office.DraftAsync(Play.Notice, false, "市财政局");
        await office.StartAsync(id);
        await FollowAsync(office, "suxiao", id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");

        office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 1, 17, 31, 0, TimeSpan.FromHours(8)));
        await office.ActAsync<DeadlineSweeper, int>(sweeper => sweeper.RunDueAsync(CancellationToken.None));

        Assert.Equal($"您关注的《{Title}》有进展：“会签”已办，结果为“同意”。", (await NoticesAsync(office, "suxiao"))[0].Text);
    }

    [Fact]
    public async Task Who_may_no_longer_read_a_followed_document_neither_hears_of_it_nor_sees_it_listed()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        await FollowAsync(office, "suxiao", id);
        Assert.Equal(1, (await FollowedAsync(office, "suxiao")).Total);
        var gone = await office.PersonIdAsync("suxiao");
        await office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == gone)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, OfficeHost.Thursday.ToUniversalTime())));

        await office.DecideAsync("hemin", id, "同意");

        Assert.Empty(await NoticesAsync(office, "suxiao"));
        Assert.Equal(0, (await FollowedAsync(office, "suxiao")).Total);
    }

    [Fact]
    public async Task Lists_say_where_a_document_is_with_whom_since_when_and_until_when()
    {
        await using var office = await StartAsync();
        var id = await office.DraftAsync(Play.Notice, false, "市财政局", "市委组织部");
        await office.StartAsync(id);
        await FollowAsync(office, "linzhiyuan", id);
        await office.DecideAsync("hemin", id, "同意");
        await office.DecideAsync("zhouyifan", id, "同意");
        await office.DecideAsync("baihua", id, "同意");
        var opened = OfficeHost.Thursday.AddMinutes(2);
        var due = new DateTimeOffset(2026, 12, 1, 17, 30, 0, TimeSpan.FromHours(8));
        var decider = await office.PersonIdAsync("hemin");
        var holder = await office.PersonIdAsync("shilei");

        var wheres = new[]
        {
            (await DraftedAsync(office)).Now,
            Assert.Single((await FollowedAsync(office, "linzhiyuan")).Rows).Now,
            Assert.Single((await office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.DecidedAsync(decider, 0, 10))).Rows).Now,
            Assert.Single((await office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(holder, 0, 10))).Rows).Now,
        };

        Assert.All(wheres, where => Assert.Equal(("会签", "石磊", opened, due, false), (where.StepName, string.Join('、', where.Holders), where.Since, where.DueAt, where.IsCirculating)));
    }

    private async Task<OfficeHost> StartAsync()
    {
        Assert.SkipWhen(absent is not null, absent ?? "");
        return await OfficeHost.StartAsync(database);
    }

    private static async Task FollowAsync(OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        await office.ActAsync<IFollowing>(following => following.FollowAsync(person, documentId));
    }

    private static async Task<Paged<FollowRow>> FollowedAsync(OfficeHost office, string login)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IFollowing, Paged<FollowRow>>(following => following.ListAsync(person, 0, 10));
    }

    private static async Task<IReadOnlyList<NoticeRow>> ProgressAsync(OfficeHost office, string login) => [.. (await NoticesAsync(office, login)).Where(row => row.Kind == NoticeKind.Followed)];

    private static Task<int> UnreadNoticesAsync(OfficeHost office, string personId) => office.ActAsync<INoticeBoard, int>(board => board.CountUnreadAsync(personId));
}
