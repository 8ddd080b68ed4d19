using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>What people decide on is what they saw, and fit to be sent.</summary>
public sealed class ReviewedTextTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_text_that_a_fellow_reviewer_may_be_reading_is_changed_only_as_a_new_version()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var own = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        var (reviewer, fellow) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("luoyu"));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.EditAsync("hemin", id, source => source + "\n二、第一次修改。\n");
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.EditAsync("hemin", id, source => source + "\n三、还只有自己看过。\n");
        Assert.Equal(2, (await _office.ReadAsync("hemin", id)).Versions[^1].Ordinal);
        var added = await _office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(reviewer, own, fellow, "一并看看。"));
        var read = (await _office.ReadAsync("luoyu", id)).Versions[^1].Ordinal;

        _office.Time.Advance(TimeSpan.FromMinutes(1));
        await _office.EditAsync("hemin", id, source => source + "\n四、同事没有看过的一句。\n");

        await RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(fellow, added, new SeatAnswer("同意", ReadVersion: read))));
        Assert.Equal(3, (await _office.ReadAsync("hemin", id)).Versions[^1].Ordinal);
    }

    [Fact]
    public async Task StartAsync_WhenTheTextHasBlockingFindings_NamesThemAndKeepsTheDraft()
    {
        var id = await _office.DraftAsync(Play.Notice + "\n（此页无正文）\n");

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.StartAsync(id));

        Assert.Contains("此页无正文", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(DocumentState.Draft, (await _office.ReadAsync("linzhiyuan", id)).State);
    }

    [Fact]
    public async Task A_revision_with_blocking_findings_is_not_sent_for_review_again()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "退回", "请补充。");
        await _office.EditAsync("linzhiyuan", id, source => source + "\n（此页无正文）\n");

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.DecideAsync("linzhiyuan", id, "送审"));

        Assert.Contains("此页无正文", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("拟稿", Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
    }

    private static async Task<RefusalException> RefusedAsync(Refusal expected, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(expected, refusal.Refusal);
        return refusal;
    }
}
