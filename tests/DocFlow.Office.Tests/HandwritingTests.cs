using System.Text;
using System.Text.Json;
using DocFlow.Documents.Handwriting;
using DocFlow.Documents.Papers;
using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Files;
using DocFlow.Office.Handwriting;
using DocFlow.Office.Notices;
using DocFlow.Office.Papers;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>An opinion that is written by hand (手写意见) is part of the decision that it goes with.</summary>
[Trait("Journey", "J08")]
public sealed class HandwritingTests : IAsyncLifetime
{
    // As kept: whole units, pressure in percent.
    private const string Kept = """{"box":[2000,1000],"strokes":[[100,100,50,500,400,80],[600,200,50]]}""";

    private OfficeHost _office = null!;

    public static PenWriting Written { get; } = new([new([new(100.2, 100), new(500, 399.6, 0.8)]), new([new(600, 200)])]);

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_leader_writes_and_signs_in_one_act_and_the_form_shows_it_in_its_box()
    {
        _office.Time.SetUtcNow(new DateTimeOffset(2026, 12, 4, 9, 0, 0, TimeSpan.FromHours(8)));
        var id = await ToSignAsync();

        await WriteAsync("luming", id, "签发", Written);

        var hash = Sm3.Hash(Encoding.UTF8.GetBytes(Kept));
        var act = await _office.ActAsync<IOfficeData, OfficeEvent>(data => data.Events.SingleAsync(row => row.DocumentId == id && row.Act == "签发"));
        Assert.Equal((hash, null), (JsonDocument.Parse(act.DetailJson!).RootElement.GetProperty("手写意见").GetString(), act.Opinion));
        Assert.Equal(hash, (await _office.ReadAsync("linzhiyuan", id)).Trace.Single(row => row.Act == "签发").HandwritingHash);
        var texts = (await BoxAsync(id, "签发")).Texts;
        Assert.Equal(["", "陆明　2026年12月4日"], texts.Select(text => text.Words));
        Assert.Equal("陆明2026年12月4日手写意见", texts[0].Block!.Name);
        Assert.True(texts[0].Block!.Height <= 19 && texts[0].Block!.Width <= 100);
        Assert.Contains(await PaperAsync(id, PaperKind.Trace), row => row.Contains("签发", StringComparison.Ordinal) && row.EndsWith("（手写意见，见发文稿纸） 第1稿", StringComparison.Ordinal));
        Assert.Null(await _office.ActAsync<EventChainAudit, ChainFinding?>(audit => audit.VerifyAsync()));
    }

    [Fact]
    public async Task Who_may_read_the_opinions_sees_it_and_nobody_else()
    {
        var id = await ToSignAsync();
        await WriteAsync("luming", id, "签发", Written, "同意印发。");
        foreach (var (login, outcome) in new[] { ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发") })
            await _office.DecideAsync(login, id, outcome);
        var other = await _office.SignedAsync();
        var hash = Sm3.Hash(Encoding.UTF8.GetBytes(Kept));

        foreach (var login in new[] { "linzhiyuan", "luming", "hemin", "suxiao" })
            Assert.Contains("M100 100L300 250", await DrawAsync(login, id, hash), StringComparison.Ordinal);
        // A recipient reads what was issued, not how it came to be.
        foreach (var login in new[] { "xiahe", "dingyi" })
            await Play.RefusedAsync(Refusal.NotFound, () => DrawAsync(login, id, hash));
        await Play.RefusedAsync(Refusal.NotFound, () => DrawAsync("linzhiyuan", other, hash));
        await Play.RefusedAsync(Refusal.NotFound, () => DrawAsync("linzhiyuan", id, "none"));
        Assert.Equal(["同意印发。", "", "陆明　2026年11月26日"], (await BoxAsync(id, "签发")).Texts.Select(text => text.Words));
    }

    [Fact]
    public async Task A_return_written_by_hand_needs_no_typed_words_and_stays_on_the_text_that_it_was_given_on()
    {
        var id = await ToSignAsync();
        await Play.RefusedAsync(Refusal.Invalid, () => WriteAsync("luming", id, "退回", null));

        await WriteAsync("luming", id, "退回", Written);

        Assert.Contains(await _office.NoticesAsync("linzhiyuan", NoticeKind.Return), notice => notice.EndsWith("退回拟稿人：（手写意见）", StringComparison.Ordinal));
        await _office.EditAsync("linzhiyuan", id, source => source + "\n二、其他\n\n另行通知。\n");
        var texts = (await BoxAsync(id, "签发")).Texts;
        Assert.Equal(["退回（针对第1稿）", "", "陆明　2026年11月26日"], texts.Select(text => text.Words));
        Assert.NotNull(texts[1].Block);
        Assert.Contains("<path", await DrawAsync("linzhiyuan", id, Sm3.Hash(Encoding.UTF8.GetBytes(Kept))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_delegates_hand_is_named_as_the_delegates_and_the_opinion_is_to_be_answered()
    {
        var id = await _office.CountersigningAsync();
        var (from, to, now) = (await _office.PersonIdAsync("shilei"), await _office.PersonIdAsync("luoyu"), _office.Clock.Now);
        await _office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(from, new DelegationRequest(to, now, now + TimeSpan.FromDays(7), "外出学习。")));

        await WriteAsync("luoyu", id, "同意", Written);

        var row = (await _office.OpinionsAsync("linzhiyuan", id)).Rows.Single(row => row.HandwritingHash is not null);
        Assert.Equal(("罗予", "石磊", true, null), (row.PersonName, row.OnBehalfOf, row.IsToBeAnswered, row.Opinion));
        var texts = (await BoxAsync(id, "会签")).Texts;
        Assert.Equal(["市财政局：同意", "", "罗予（代石磊）　2026年11月26日"], texts.Select(text => text.Words));
        Assert.Equal("罗予（代石磊）2026年11月26日手写意见", texts[1].Block!.Name);
        Assert.Contains(await PaperAsync(id, PaperKind.Opinions), line => line.Contains("同意（手写意见，见发文稿纸）", StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_was_written_stays_whatever_is_pressed_later_and_a_changed_stroke_is_never_shown()
    {
        var id = await ToSignAsync();
        var seat = Assert.Single((await _office.ReadAsync("luming", id)).Acts).SeatId;
        await WriteAsync("luming", id, "签发", Written);
        var person = await _office.PersonIdAsync("luming");

        var again = await _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(person, seat, new SeatAnswer("签发") { Handwriting = Written }));
        var other = await Play.RefusedAsync(
            Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, seat, new SeatAnswer("签发") { Handwriting = new([new([new(1, 1)])]) })));

        Assert.True(again.WasRecordedBefore);
        Assert.Contains("您这次的“签发”和意见没有记录", other.Message, StringComparison.Ordinal);
        Assert.Equal(Kept, Encoding.UTF8.GetString(Assert.Single(await KeptAsync())));
        await _office.ActAsync<IOfficeData, int>(data => data.Handwritings.ExecuteUpdateAsync(set => set.SetProperty(row => row.Strokes, Encoding.UTF8.GetBytes(Kept.Replace("600", "601", StringComparison.Ordinal)))));
        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => DrawAsync("linzhiyuan", id, Sm3.Hash(Encoding.UTF8.GetBytes(Kept))));
        Assert.Contains("与办理时记录的不一致", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Writing_that_is_none_of_the_persons_or_the_step_or_no_writing_is_refused_and_nothing_is_kept()
    {
        var id = await ToSignAsync();
        var seat = Assert.Single((await _office.ReadAsync("luming", id)).Acts);
        Assert.True(seat.TakesHandwriting);

        foreach (var bad in new[] { new PenWriting([]), new([new([])]), new([new([new(2001, 0)])]), new([new([new(double.NaN, 0)])]), new([new([.. Enumerable.Repeat(new PenPoint(1, 1), 12_001)])]) })
            Assert.Contains("手写意见", (await Play.RefusedAsync(Refusal.Invalid, () => WriteAsync("luming", id, "签发", bad))).Message, StringComparison.Ordinal);
        await Play.RefusedAsync(Refusal.Invalid, () => WriteAsync("luming", id, "用印", Written));
        foreach (var login in new[] { "linzhiyuan", "hemin", "dingyi" })
        {
            var stranger = await _office.PersonIdAsync(login);
            await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(stranger, seat.SeatId, new SeatAnswer("签发") { Handwriting = Written })));
        }

        await _office.DecideAsync("luming", id, "签发");
        await _office.DecideAsync("suxiao", id, "通过");
        Assert.False(Assert.Single((await _office.ReadAsync("suxiao", id)).Acts).TakesHandwriting);
        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => WriteAsync("suxiao", id, "编号", Written));
        Assert.Contains("不能附手写意见", refusal.Message, StringComparison.Ordinal);
        Assert.Empty(await KeptAsync());
    }

    private async Task<string> ToSignAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        foreach (var login in new[] { "hemin", "zhouyifan", "zhengliqun" })
            await _office.DecideAsync(login, id, "同意");
        return id;
    }

    private async Task WriteAsync(string login, string id, string outcome, PenWriting? writing, string? opinion = null)
    {
        var seat = Assert.Single((await _office.ReadAsync(login, id)).Acts).SeatId;
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, seat, new SeatAnswer(outcome, opinion) { Handwriting = writing }));
        await _office.Dispatcher.DrainAsync();
    }

    private async Task<string> DrawAsync(string login, string id, string hash)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IHandwritingReading, string>(reading => reading.DrawAsync(person, id, hash));
    }

    private Task<List<byte[]>> KeptAsync() => _office.ActAsync<IOfficeData, List<byte[]>>(data => data.Handwritings.Select(row => row.Strokes).ToListAsync());

    private async Task<PaperCell> BoxAsync(string id, string label) => (await ReadAsync(id, PaperKind.Manuscript)).Rows.Single(row => row.Cells[0].Texts[0].Words == label).Cells[1];

    private async Task<List<string>> PaperAsync(string id, PaperKind kind) =>
        [.. (await ReadAsync(id, kind)).Rows.Select(row => string.Join(' ', row.Cells.SelectMany(cell => cell.Texts).Select(text => text.Words)))];

    private async Task<Paper> ReadAsync(string id, PaperKind kind)
    {
        var person = await _office.PersonIdAsync("linzhiyuan");
        return await _office.ActAsync<IPapers, Paper>(papers => papers.ReadAsync(person, id, kind));
    }
}
