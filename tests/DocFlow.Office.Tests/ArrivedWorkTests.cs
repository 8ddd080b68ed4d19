using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Leaves;
using DocFlow.Office.Notices;
using DocFlow.Office.Sending;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>待办: who is given work is told of it when it arrives, in the bell and on the ways of their choice.</summary>
public sealed class ArrivedWorkTests : IAsyncLifetime
{
    private const string Title = "《中共云河市委办公室关于开展“无会周”活动的通知》";

    private readonly KeptMail _mail = new();
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<INoticeChannel>(_mail));

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Each_holder_is_told_once_when_a_step_opens_with_its_title_step_and_due_time()
    {
        await _office.CountersigningAsync();

        foreach (var login in new[] { "jiangyue", "shilei", "baihua" })
            Assert.Equal([$"{Title}的“会签”请您办理，2026年12月1日17:30前办完。"], await _office.NoticesAsync(login, NoticeKind.Work));
        Assert.Equal([$"{Title}的“科室审核”请您办理，2026年11月27日17:30前办完。"], await _office.NoticesAsync("hemin", NoticeKind.Work));
    }

    [Fact]
    public async Task Who_chose_mail_for_it_is_mailed_and_not_once_it_is_done_also_by_another()
    {
        await ChooseAsync("jiangyue");
        await ChooseAsync("tangning");
        await DelegateAsync("jiangyue", "tangning");
        await _office.CountersigningAsync();
        await _office.SendAsync();
        Assert.Equal(
            [("jiangyue", $"{Title}的“会签”请您办理，2026年12月1日17:30前办完。"), ("tangning", $"{Title}的“会签”请您代江月办理，2026年12月1日17:30前办完。")],
            _mail.Sent.Select(mail => (mail.Login, mail.Subject)).Order());

        _mail.Sent.Clear();
        var second = await _office.CountersigningAsync();
        await _office.DecideAsync("tangning", second, "同意");
        await _office.SendAsync();

        // The others' seats are still open.
        Assert.Equal("会签/石磊 会签/白桦", string.Join(' ', (await _office.WaitingAsync(second)).Split(' ').Order(StringComparer.Ordinal).Reverse()));
        Assert.Empty(_mail.Sent);
    }

    [Fact]
    public async Task What_comes_back_arrives_again()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "退回", "请补充依据。");
        Assert.Equal([$"{Title}的“拟稿”请您办理。"], (await _office.NoticesAsync("linzhiyuan", NoticeKind.Work)).Select(text => text.Split('，')[0].TrimEnd('。') + "。"));

        await _office.DecideAsync("linzhiyuan", id, "送审");

        Assert.Equal(2, (await _office.NoticesAsync("hemin", NoticeKind.Work)).Count);
    }

    [Fact]
    public async Task Who_was_asked_to_come_after_is_told_when_the_turn_has_come()
    {
        var id = await _office.CountersigningAsync();
        await _office.AddSeatAsync("shilei", id, "luoyu", SeatPlace.After);
        Assert.Empty(await _office.NoticesAsync("luoyu", NoticeKind.Work));

        await _office.DecideAsync("shilei", id, "同意");

        Assert.Equal([$"{Title}的“会签”请您办理，2026年12月1日17:30前办完。"], await _office.NoticesAsync("luoyu", NoticeKind.Work));
    }

    [Fact]
    public async Task Who_would_do_handed_over_work_in_the_new_holders_place_is_told_too()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await DelegateAsync("luoyu", "tangning");
        var act = Assert.Single((await _office.ReadAsync("hemin", id)).Acts);
        var (actor, to) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("luoyu"));

        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(actor, act.SeatId, to, "由您熟悉。"));

        Assert.Equal([$"何敏把{Title}的“科室审核”转给您办理：由您熟悉。"], await _office.NoticesAsync("luoyu", NoticeKind.Seats));
        Assert.Contains($"何敏把{Title}的“科室审核”转给您代罗予办理：由您熟悉。", await _office.NoticesAsync("tangning", NoticeKind.Seats));
    }

    [Fact]
    public async Task While_both_holder_and_stand_in_are_away_both_are_told_of_what_waits_for_the_holder()
    {
        foreach (var login in new[] { "zhengliqun", "xupei" })
        {
            var person = await _office.PersonIdAsync(login);
            await _office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(person, new LeaveRequest(_office.Clock.Now, _office.Clock.Now.AddDays(3), "年休假。")));
        }

        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");

        Assert.Contains("请您办理", Assert.Single(await _office.NoticesAsync("zhengliqun", NoticeKind.Work)), StringComparison.Ordinal);
        Assert.Contains("请您代郑立群办理", Assert.Single(await _office.NoticesAsync("xupei", NoticeKind.Work)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_counts_arrived_work_once()
    {
        var person = await _office.PersonIdAsync("shilei");
        await _office.ActAsync<INoticeChoices>(choices => choices.SaveAsync(person, new NoticeChoiceSheet("shilei@example.cn", true, [])));
        await _office.CountersigningAsync();

        await _office.SendAsync();

        var mail = Assert.Single(_mail.Sent);
        Assert.Equal("今日待办1件、待阅0件", mail.Subject);
        Assert.DoesNotContain(mail.Lines, line => line.StartsWith("未读通知", StringComparison.Ordinal));
    }

    private async Task ChooseAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<INoticeChoices>(choices => choices.SaveAsync(person, new NoticeChoiceSheet($"{login}@example.cn", false, [new ChosenWay(NoticeKind.Work, NoticeWay.Mail)])));
    }

    private async Task DelegateAsync(string from, string to)
    {
        var (giver, taker) = (await _office.PersonIdAsync(from), await _office.PersonIdAsync(to));
        await _office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(giver, new DelegationRequest(taker, _office.Clock.Now, _office.Clock.Now.AddDays(20), "外出学习。")));
    }

    private sealed class KeptMail : INoticeChannel
    {
        public NoticeWay Way => NoticeWay.Mail;

        public bool IsReady => true;

        public List<OutsideNotice> Sent { get; } = [];

        public Task SendAsync(OutsideNotice notice, CancellationToken cancellationToken)
        {
            Sent.Add(notice);
            return Task.CompletedTask;
        }
    }
}
