using DocFlow.Office.Circulation;
using DocFlow.Office.Desks;
using DocFlow.Office.Handovers;
using DocFlow.Office.Notices;
using DocFlow.Office.Outbox;
using DocFlow.Office.Sending;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>Notices that leave the system: to whom, what, and what not any more.</summary>
public sealed class SendingTests : IAsyncLifetime
{
    private readonly KeptChannel _mail = new(NoticeWay.Mail);
    private readonly KeptChannel _webhook = new(NoticeWay.Webhook);
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() =>
        _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<INoticeChannel>(_mail).AddSingleton<INoticeChannel>(_webhook));

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_notice_goes_on_the_ways_that_its_person_chose_for_its_kind_and_on_no_other()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new(NoticeKind.Urge, NoticeWay.Mail), new(NoticeKind.Return, NoticeWay.Webhook));
        await ChooseAsync("baihua", null, false, new ChosenWay(NoticeKind.Urge, NoticeWay.Webhook));
        var id = await UrgedAsync();

        await _office.SendAsync();

        var mail = Assert.Single(_mail.Sent);
        Assert.Equal(("shilei", "shilei@example.cn", id, NoticeKind.Urge), (mail.Login, mail.Mail, mail.DocumentId, mail.Kind));
        Assert.Contains("林知远催办《中共云河市委办公室关于开展“无会周”活动的通知》的“会签”：请于今日办理。", mail.Lines);
        Assert.Equal("baihua", Assert.Single(_webhook.Sent).Login);
    }

    [Fact]
    public async Task Nothing_is_sent_for_a_seat_that_was_closed_meanwhile_or_a_notice_that_was_read()
    {
        foreach (var login in new[] { "shilei", "baihua", "jiangyue" })
            await ChooseAsync(login, $"{login}@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        var id = await UrgedAsync();
        await _office.DecideAsync("shilei", id, "同意");
        var reader = await _office.PersonIdAsync("baihua");
        await _office.ActAsync<INoticeBoard, int>(board => board.ReadAllAsync(reader));

        await _office.SendAsync();

        Assert.Equal("jiangyue", Assert.Single(_mail.Sent).Login);
    }

    [Fact]
    public async Task What_was_refused_is_tried_again_with_the_same_id_and_holds_nothing_up()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        _mail.FailNext = 1;
        var id = await UrgedAsync();

        await _office.SendAsync();
        Assert.Empty(_mail.Sent);
        await _office.DecideAsync("baihua", id, "同意");
        Assert.Null((await _office.ReadAsync("linzhiyuan", id)).Problem);
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.SendAsync();

        Assert.Equal(_mail.Tried[0], Assert.Single(_mail.Sent).Id);
        Assert.Equal(2, _mail.Tried.Count);
    }

    [Fact]
    public async Task The_dispatcher_of_procedures_leaves_notices_alone()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        await UrgedAsync();

        await _office.Dispatcher.DrainAsync();

        Assert.Empty(_mail.Tried);
        Assert.Equal(1, await _office.ActAsync<IOfficeData, int>(data => data.OutboxMessages.CountAsync(message => message.State == OutboxState.Waiting)));
    }

    [Fact]
    public async Task A_classified_documents_title_doesnt_leave_the_system()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        var id = await UrgedAsync();
        await ClassifyAsync(id);

        await _office.SendAsync();

        var mail = Assert.Single(_mail.Sent);
        Assert.Equal(["您有一条公文通知，内容请登录系统查看。"], mail.Lines);
        Assert.DoesNotContain("无会周", mail.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_digest_says_of_a_classified_document_only_that_there_is_one()
    {
        await ChooseAsync("shilei", "shilei@example.cn", true);
        var (sender, order) = (await _office.PersonIdAsync("linzhiyuan"), await Reading.ToAsync(_office, "shilei"));
        var id = await _office.CountersigningAsync();
        await _office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, id, order));
        await ClassifyAsync(id);

        await _office.SendAsync();

        var mail = Assert.Single(_mail.Sent);
        Assert.Equal("今日待办1件、待阅1件", mail.Subject);
        Assert.Equal(2, mail.Lines.Count(line => line == "1. 一件公文，内容请登录系统查看"));
        Assert.DoesNotContain(mail.Lines, line => line.Contains("无会周", StringComparison.Ordinal) || line.Contains("会签", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_handover_names_no_classified_document_outside()
    {
        await ChooseAsync("hemin", "hemin@example.cn", false, new ChosenWay(NoticeKind.Seats, NoticeWay.Mail));
        await _office.DraftAsync(Play.Notice.Replace("“无会周”", "“读书月”", StringComparison.Ordinal));
        await ClassifyAsync(await _office.DraftAsync());
        var leaver = await _office.PersonIdAsync("linzhiyuan");

        await _office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(new HandoverActor(null, "sysadmin", true), new HandoverRequest(leaver, "离任。")));
        await _office.SendAsync();

        Assert.Equal(
            ["林知远岗位变动，2件公文移交给您：《中共云河市委办公室关于开展“读书月”活动的通知》等。请核对后在交接单上签字。"], Assert.Single(_mail.Sent).Lines);
    }

    [Fact]
    public async Task A_matters_title_goes_out_since_it_has_fields_in_place_of_a_text()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        var matter = await BorrowRoom.AddAsync(_office, "linzhiyuan", "借一号会议室", "一号", 5, OfficeHost.Thursday);
        var person = await _office.PersonIdAsync("shilei");
        await _office.ActAsync<IOfficeData>(async data =>
        {
            data.DocumentVersions.Add(new Dossiers.DocumentVersion
            {
                Id = OfficeId.New(OfficeHost.Thursday), DocumentId = matter, Ordinal = 1, SourceText = """{"subject":"借一号会议室"}""", ContentHash = new string('0', 64), AuthorId = person, At = OfficeHost.Thursday.ToUniversalTime(),
            });
            await data.SaveChangesAsync();
        });
        await _office.ActAsync<IServiceProvider>(async services =>
        {
            await services.GetRequiredService<NoticeWriter>().TellAsync([person], NoticeKind.Urge, "urge", "请尽快办理《借一号会议室》。", matter, null, CancellationToken.None);
            await services.GetRequiredService<IOfficeData>().SaveChangesAsync();
        });

        await _office.SendAsync();

        Assert.Equal(["请尽快办理《借一号会议室》。"], Assert.Single(_mail.Sent).Lines);
    }

    [Fact]
    public async Task The_digest_goes_once_a_working_day_at_its_hour_by_the_office_clock()
    {
        await ChooseAsync("shilei", "shilei@example.cn", true);
        await _office.ActAsync<IOfficeRuleDesk>(desk => desk.ChangeAsync("sysadmin", new OfficeRules(false, 9)));
        await _office.CountersigningAsync();
        // Thursday 2026-11-26 after ten: today's.
        await _office.SendAsync();
        Assert.Equal("今日待办1件、待阅0件", Assert.Single(_mail.Sent).Subject);
        await _office.SendAsync();
        Assert.Single(_mail.Sent);

        // Friday 08:59, and 09:00.
        await ToAsync(new DateTimeOffset(2026, 11, 27, 8, 59, 0, TimeSpan.FromHours(8)));
        Assert.Single(_mail.Sent);
        await ToAsync(new DateTimeOffset(2026, 11, 27, 9, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(2, _mail.Sent.Count);
        Assert.Contains(_mail.Sent[1].Lines, line => line.StartsWith("1. 《中共云河市委办公室关于开展“无会周”活动的通知》会签", StringComparison.Ordinal));

        // No digest on a Saturday.
        await ToAsync(new DateTimeOffset(2026, 11, 28, 12, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(2, _mail.Sent.Count);
    }

    [Fact]
    public async Task With_nothing_to_do_there_is_no_digest()
    {
        await ChooseAsync("dingyi", "dingyi@example.cn", true);

        await _office.SendAsync();

        Assert.Empty(_mail.Tried);
    }

    [Theory]
    [InlineData("not an address")]
    [InlineData("a@example.cn\r\nBcc: b@example.cn")]
    [InlineData("a@example.cn, b@example.cn")]
    [InlineData("甲 <a@example.cn>")]
    [InlineData("a@localhost")]
    [InlineData("a@example.cn%0aBcc:b")]
    public async Task What_isnt_one_bare_address_is_refused(string address) =>
        await Play.RefusedAsync(Refusal.Invalid, () => ChooseAsync("shilei", address, false));

    [Fact]
    public async Task Mail_without_an_address_is_refused_and_choices_are_read_back()
    {
        await Play.RefusedAsync(Refusal.Invalid, () => ChooseAsync("shilei", null, false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail)));
        await ChooseAsync("shilei", " shilei@example.cn ", true, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail), new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Return, NoticeWay.Webhook));
        var person = await _office.PersonIdAsync("shilei");

        var sheet = await _office.ActAsync<INoticeChoices, NoticeChoiceSheet>(choices => choices.ReadAsync(person));

        Assert.Equal(("shilei@example.cn", false), (sheet.Mail, sheet.WantsDigest));
        Assert.Equal([new ChosenWay(NoticeKind.Return, NoticeWay.Webhook)], sheet.Chosen);
        Assert.Equal([NoticeWay.Mail, NoticeWay.Webhook], sheet.Ways);
    }

    [Fact]
    public async Task Nothing_is_left_for_a_way_that_isnt_set_up()
    {
        await ChooseAsync("shilei", "shilei@example.cn", false, new ChosenWay(NoticeKind.Urge, NoticeWay.Mail));
        _mail.IsReady = false;
        await UrgedAsync();

        Assert.Equal(0, await _office.ActAsync<IOfficeData, int>(data => data.OutboxMessages.CountAsync(message => message.Kind == "notice")));
    }

    private async Task<string> UrgedAsync()
    {
        var id = await _office.DraftAsync(Play.Notice, false, "市行政审批局", "市财政局", "市委组织部");
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.ActAsync<ISeatDesk>(desk => desk.UrgeAsync(drafter, id, "请于今日办理。"));
        return id;
    }

    // As where an office may draft classified documents.
    private Task ClassifyAsync(string id)
    {
        var classified = Play.Notice.Replace("抄送:", "份号: \"000001\"\n密级: 秘密★1年\n抄送:", StringComparison.Ordinal);
        return _office.ActAsync<IOfficeData>(data => data.DocumentVersions.Where(version => version.DocumentId == id).ExecuteUpdateAsync(set => set.SetProperty(version => version.SourceText, classified)));
    }

    private async Task ChooseAsync(string login, string? mail, bool wantsDigest, params ChosenWay[] chosen)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<INoticeChoices>(choices => choices.SaveAsync(person, new NoticeChoiceSheet(mail, wantsDigest, chosen)));
    }

    private async Task ToAsync(DateTimeOffset later)
    {
        _office.Time.Advance(later - _office.Clock.Now);
        await _office.SendAsync();
    }

    /// <summary>Keeps what is sent, and fails when it is told to.</summary>
    private sealed class KeptChannel(NoticeWay way) : INoticeChannel
    {
        public NoticeWay Way => way;

        public bool IsReady { get; set; } = true;

        public int FailNext { get; set; }

        public List<string> Tried { get; } = [];

        public List<OutsideNotice> Sent { get; } = [];

        public Task SendAsync(OutsideNotice notice, CancellationToken cancellationToken)
        {
            Tried.Add(notice.Id);
            if (FailNext-- > 0)
                throw new IOException("The server is away.");
            Sent.Add(notice);
            return Task.CompletedTask;
        }
    }
}
