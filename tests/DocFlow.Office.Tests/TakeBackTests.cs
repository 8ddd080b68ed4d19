using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>取回: by whom, until when, and where the document then is.</summary>
public sealed class TakeBackTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_drafter_takes_back_what_nobody_has_opened_and_sends_it_again()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        Assert.True((await _office.ReadAsync("linzhiyuan", id)).MayTakeBack);

        await _office.TakeBackAsync("linzhiyuan", id);

        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
        var row = Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "取回");
        Assert.Equal(("林知远", "拟稿", "有一处要改。"), (row.ActorName, row.StepName, row.Opinion));
        Assert.Contains("林知远取回了", Assert.Single(await _office.NoticesAsync("hemin", NoticeKind.Return)), StringComparison.Ordinal);
        await _office.DecideAsync("linzhiyuan", id, "送审");
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Once_the_next_person_has_opened_it_taking_back_is_refused()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.ReadAsync("hemin", id);

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.TakeBackAsync("linzhiyuan", id));

        Assert.Equal("何敏已打开“科室审核”，不能取回；需要修改的，请联系其退回。", refusal.Message);
        Assert.False((await _office.ReadAsync("linzhiyuan", id)).MayTakeBack);
    }

    [Fact]
    public async Task A_stand_ins_look_counts_as_opened_and_the_drafters_own_look_does_not()
    {
        var id = await _office.CountersigningAsync();
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await _office.DecideAsync(login, id, "同意");
        await _office.ReadAsync("linzhiyuan", id);
        Assert.True((await _office.ReadAsync("jiangyue", id)).MayTakeBack);

        await _office.ReadAsync("xupei", id);

        Assert.False((await _office.ReadAsync("jiangyue", id)).MayTakeBack);
        await Play.RefusedAsync(Refusal.Conflict, () => _office.TakeBackAsync("jiangyue", id));
    }

    [Fact]
    public async Task The_last_countersigner_takes_back_only_the_own_seat_and_the_others_opinions_stay()
    {
        var id = await _office.CountersigningAsync();
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await _office.DecideAsync(login, id, "同意", $"{login}的意见");
        await Play.RefusedAsync(Refusal.Conflict, () => _office.TakeBackAsync("baihua", id));
        await Play.RefusedAsync(Refusal.Forbidden, () => _office.TakeBackAsync("suxiao", id));

        await _office.TakeBackAsync("jiangyue", id);

        Assert.Equal("会签/江月", await _office.WaitingAsync(id));
        Assert.Equal(
            ["拟稿", "科室审核", "办公室核稿"],
            (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.Opinion == "取回到“会签”，略过本环节").Select(row => row.StepName));
        await _office.DecideAsync("jiangyue", id, "同意");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        Assert.Contains((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Opinion == "baihua的意见");
    }

    [Fact]
    [Trait("Rule", "P-40")]
    public async Task A_signature_taken_back_is_void_and_the_document_waits_for_it_again()
    {
        var id = await _office.SignedAsync();

        await _office.TakeBackAsync("luming", id);

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal((DocumentState.Running, null), (dossier.State, dossier.SignedHash));
        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    [Fact]
    [Trait("Rule", "P-41")]
    public async Task What_has_come_to_a_step_that_cannot_return_is_not_taken_back()
    {
        var id = await _office.SignedAsync();
        await _office.DecideAsync("suxiao", id, "通过");

        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => _office.TakeBackAsync("suxiao", id));

        Assert.Contains("编号登记", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_revision_that_went_straight_back_goes_straight_again_after_it_was_taken_back()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "请改一句。", straightBack: true);
        await _office.DecideAsync("linzhiyuan", id, "送审");

        await _office.TakeBackAsync("linzhiyuan", id);

        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
        await _office.DecideAsync("linzhiyuan", id, "送审");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_seat_is_marked_seen_once_and_the_decision_that_follows_is_not_disturbed()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.ReadAsync("hemin", id);
        var first = await SeenAsync(id);
        _office.Time.Advance(TimeSpan.FromMinutes(5));

        await _office.DecideAsync("hemin", id, "同意");

        Assert.Equal(first, await SeenAsync(id));
        Assert.NotNull(first);
    }

    private Task<DateTimeOffset?> SeenAsync(string id) => _office.ActAsync<IOfficeData, DateTimeOffset?>(data => data.Seats
        .Where(seat => seat.WorkItem!.DocumentId == id && seat.WorkItem.StepName == "科室审核").Select(seat => seat.SeenAt).SingleAsync());
}
