using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Replies;

/// <summary>An answer finds what waited for it, and nothing else.</summary>
public sealed class AwaitedReplyTests : IAsyncLifetime
{
    private const string Number = "云办函〔2026〕58号";

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, Letters>());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("市财政局", Number)]
    [InlineData("云河市财政局", "云办函[2026]58号")]
    public async Task An_answer_of_the_one_that_was_asked_is_joined_to_the_letter_and_shown_to_who_sent_it(string sender, string number)
    {
        var waiting = await AwaitAsync("市财政局");
        var reply = await RegisterAsync(sender, number);

        await TakeAsync(reply);
        // A burst that runs again finds it done.
        await TakeAsync(reply);

        Assert.Equal(waiting, await OriginAsync(reply));
        Assert.Equal([$"{sender}来函（云财函〔2026〕9号），登记为云收〔2026〕1号"], await ValuesAsync(waiting, "reply"));
        Assert.Equal([$"答复{Number}，已核销"], await SaidAsync(reply));
        // Its step hasn't begun here, and is left to the sender.
        Assert.Contains(await NoticesAsync("linzhiyuan"), text => text.Contains("已收到复函", StringComparison.Ordinal) && text.Contains("没有自动办结", StringComparison.Ordinal));
        Assert.Contains(await NoticesAsync("linzhiyuan"), text => text.StartsWith("请您传阅《关于测算值班室维修费用的复函》", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("市财政局", "云办函〔2026〕85号")]
    [InlineData("市审计局", Number)]
    public async Task An_answer_to_another_letter_or_of_somebody_else_closes_nothing_and_is_said(string sender, string number)
    {
        var waiting = await AwaitAsync("市财政局");
        var reply = await RegisterAsync(sender, number);

        await TakeAsync(reply);

        Assert.Null(await OriginAsync(reply));
        Assert.Empty(await ValuesAsync(waiting, "reply"));
        Assert.Equal([$"没有等待“{sender}”答复{number}的函件，未核销；请核对来文单位和答复文号"], await SaidAsync(reply));
        Assert.Contains(await NoticesAsync("suxiao"), text => text.Contains("未核销", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_says_to_wait_for_an_answer_to_anothers_letter_is_not_shown_it()
    {
        await AwaitAsync("局", by: "dingyi");
        var waiting = await AwaitAsync("市财政局");
        var reply = await RegisterAsync("市财政局", Number);

        await TakeAsync(reply);

        Assert.Equal(waiting, await OriginAsync(reply));
        Assert.DoesNotContain(await NoticesAsync("dingyi"), text => text.Contains("复函", StringComparison.Ordinal));
        var other = await _office.PersonIdAsync("dingyi");
        await Play.RefusedAsync(Refusal.NotFound, () => _office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(other, reply)));
    }

    [Fact]
    public async Task The_name_itself_comes_before_one_that_ends_alike_and_of_two_that_end_alike_neither_is_taken()
    {
        var (finance, other) = (await AwaitAsync("市财政局"), await AwaitAsync("清江市财政局"));
        var named = await RegisterAsync("清江市财政局", Number);
        var unclear = await RegisterAsync("财政局", Number);

        await TakeAsync(named);
        await TakeAsync(unclear);

        Assert.Equal(other, await OriginAsync(named));
        Assert.Null(await OriginAsync(unclear));
        Assert.Empty(await ValuesAsync(finance, "reply"));
    }

    [Fact]
    public async Task Without_a_number_nothing_is_looked_for()
    {
        await AwaitAsync("市财政局");
        var reply = await RegisterAsync("市财政局", null);

        await TakeAsync(reply);

        Assert.Null(await OriginAsync(reply));
        Assert.Empty(await SaidAsync(reply));
    }

    [Fact]
    public async Task Of_two_that_were_asked_each_answer_closes_its_own()
    {
        var (finance, audit) = (await AwaitAsync("市财政局"), await AwaitAsync("市审计局"));
        var reply = await RegisterAsync("市审计局", Number);

        await TakeAsync(reply);

        Assert.Equal(audit, await OriginAsync(reply));
        Assert.Empty(await ValuesAsync(finance, "reply"));
    }

    [Fact]
    public async Task What_the_letter_itself_came_of_is_not_its_answer()
    {
        var asked = await RegisterAsync("市财政局", Number);
        await AwaitAsync("市财政局", bornFromId: asked);

        await TakeAsync(asked);

        Assert.Null(await OriginAsync(asked));
        Assert.StartsWith("没有等待", Assert.Single(await SaidAsync(asked)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_procedure_that_is_about_no_document_from_outside_takes_no_answer()
    {
        var waiting = await AwaitAsync("市财政局");

        await Play.RefusedAsync(Refusal.Invalid, () => TakeAsync(waiting, "number"));
        await Play.RefusedAsync(Refusal.Invalid, async () => await TakeAsync(await RegisterAsync("市财政局", Number), "nobody"));
    }

    // The letter was issued; a wait of whoever else can read it is theirs alone.
    private async Task<string> AwaitAsync(string from, string? bornFromId = null, string by = "linzhiyuan")
    {
        var (sender, post) = (await _office.PersonIdAsync("linzhiyuan"), await _office.ActAsync<IOfficeData, string>(data => data.Posts.Select(post => post.UnitId).FirstAsync()));
        var letter = await _office.ActAsync<IOfficeData, string>(async data =>
        {
            if (await data.Documents.FirstOrDefaultAsync(row => row.Number == Number) is { } issued)
                return issued.Id;
            var now = OfficeHost.Thursday.ToUniversalTime();
            var added = new Document
            {
                Id = OfficeId.New(now), Title = "关于商请协助测算值班室维修费用的函", Kind = "函", Number = Number, State = DocumentState.Archived, DrafterId = sender, DrafterUnitId = post, BornFromId = bornFromId,
                CreatedAt = now, UpdatedAt = now, InstanceId = OfficeId.New(now), ProcedureId = "policy-document",
            };
            data.Documents.Add(added);
            await data.SaveChangesAsync();
            return added.Id;
        });
        var waiter = await _office.PersonIdAsync(by);
        return await _office.ActAsync<IMatterDesk, string>(desk => desk.StartAsync(waiter, Letters.Awaited, new MatterForm(new Dictionary<string, string?>
        {
            ["title"] = "关于商请协助测算值班室维修费用的函", ["number"] = Number, ["from"] = from, ["replyBy"] = "2026-12-15",
        }, BornFromId: by == "linzhiyuan" ? letter : null)));
    }

    private async Task<string> RegisterAsync(string sender, string? answers)
    {
        var registry = await _office.PersonIdAsync("suxiao");
        return await _office.ActAsync<IMatterDesk, string>(desk => desk.StartAsync(registry, Letters.Incoming, new MatterForm(new Dictionary<string, string?>
        {
            ["title"] = "关于测算值班室维修费用的复函", ["sender"] = sender, ["senderNumber"] = "云财函〔2026〕9号", ["answers"] = answers, ["receivedOn"] = "2026-11-26", ["urgency"] = "平件",
        })));
    }

    private Task TakeAsync(string matter, string field = "answers") => _office.BurstAsync<IAwaitedReplies, bool>(async replies =>
    {
        await replies.TakeAsync(matter, "TakeReply1", field);
        return true;
    });

    private Task<string?> OriginAsync(string matter) => _office.ActAsync<IOfficeData, string?>(data => data.Documents.Where(row => row.Id == matter).Select(row => row.BornFromId).SingleAsync());

    private Task<List<string>> ValuesAsync(string matter, string key) => _office.ActAsync<IOfficeData, List<string>>(data => data.MatterValues.Where(row => row.DocumentId == matter && row.Key == key && row.Text != "").Select(row => row.Text).ToListAsync());

    private async Task<List<string?>> SaidAsync(string matter)
    {
        var reader = await _office.PersonIdAsync("suxiao");
        var dossier = await _office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(reader, matter));
        return [.. dossier.Trace.Where(row => row.Act == "核销待复").Select(row => row.Opinion)];
    }

    private async Task<List<string>> NoticesAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        return [.. (await _office.ActAsync<INoticeBoard, Paged<NoticeRow>>(board => board.ListAsync(person, 0, 50))).Rows.Select(row => row.Text)];
    }
}
