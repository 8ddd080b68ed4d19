using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Notices;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>退回到任一步: which steps, who is told, and countersigning anew.</summary>
public sealed class ReturnToTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_return_to_an_earlier_step_goes_on_from_there_by_the_ordinary_way()
    {
        var id = await AtDirectorAsync();

        await _office.DecideAsync("zhengliqun", id, "退回", "请再核。", returnTo: "SectionReview1");
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
        await _office.DecideAsync("hemin", id, "同意");

        Assert.Equal("办公室核稿/周亦凡", await _office.WaitingAsync(id));
        Assert.Contains("郑立群在“主任审核”把", Assert.Single(await _office.NoticesAsync("linzhiyuan", NoticeKind.Return)), StringComparison.Ordinal);
        Assert.Contains("退回到“科室审核”：请再核。", Assert.Single(await _office.NoticesAsync("hemin", NoticeKind.Return)), StringComparison.Ordinal);
        Assert.Empty(await _office.NoticesAsync("zhouyifan", NoticeKind.Return));
    }

    [Theory]
    [InlineData("DirectorReview1")]
    [InlineData("Sign1")]
    [InlineData("Nowhere1")]
    public async Task A_step_that_does_not_come_before_is_refused_and_the_seat_stays_open(string node)
    {
        var id = await AtDirectorAsync();

        await Play.RefusedAsync(Refusal.Invalid, () => _office.DecideAsync("zhengliqun", id, "退回", "请再核。", returnTo: node));

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    [Trait("Rule", "P-46")]
    public async Task No_return_ends_beyond_the_signature_and_any_voids_it()
    {
        var signing = _office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Sign);
        _office.Procedure.Nodes.Insert(signing + 1, new("AfterReview1", "签后校对", StepKind.Review, "综合科/科员"));
        var id = await _office.SignedAsync();
        await _office.DecideAsync("luoyu", id, "同意");
        var choices = Assert.Single((await _office.ReadAsync("suxiao", id)).Acts).ReturnChoices;
        Assert.Equal([null, "SectionReview1", "OfficeReview1", "DirectorReview1"], choices.Select(choice => choice.NodeId));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.DecideAsync("suxiao", id, "退回", "日期有误。", returnTo: "AfterReview1"));

        await _office.DecideAsync("suxiao", id, "退回", "日期有误。", returnTo: "DirectorReview1", straightBack: true);

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal((DocumentState.Running, null), (dossier.State, dossier.SignedHash));
        Assert.Contains("签发失效", Assert.Single(await _office.NoticesAsync("luming", NoticeKind.SignatureVoid)), StringComparison.Ordinal);
        await _office.DecideAsync("zhengliqun", id, "同意");
        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task The_same_return_pressed_again_is_known_and_a_late_press_by_another_is_told()
    {
        var id = await AtDirectorAsync();
        var (director, standIn) = (await _office.PersonIdAsync("zhengliqun"), await _office.PersonIdAsync("xupei"));
        var seat = Assert.Single((await _office.ReadAsync("zhengliqun", id)).Acts).SeatId;
        var answer = new SeatAnswer("退回", "请再核。", ReturnTo: "SectionReview1");
        await _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(director, seat, answer));
        await _office.Dispatcher.DrainAsync();

        var again = await _office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(director, seat, answer));

        Assert.True(again.WasRecordedBefore);
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(standIn, seat, answer)));
        Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "退回");
    }

    [Theory]
    [Trait("Journey", "J07")]
    [InlineData(false, true, "主任审核/郑立群")]
    [InlineData(true, false, "主任审核/郑立群")]
    [InlineData(true, true, "会签/白桦 会签/石磊 会签/江月")]
    public async Task A_changed_text_is_countersigned_anew_on_its_way_straight_back_where_the_office_wants_it(bool isRequired, bool isChanged, string expected)
    {
        await _office.ActAsync<IServiceProvider>(async services =>
        {
            await ((OfficeSettings)services.GetService(typeof(OfficeSettings))!).WriteAsync(RecountersignSetting.Key, new RecountersignSetting(isRequired));
            await ((IOfficeData)services.GetService(typeof(IOfficeData))!).SaveChangesAsync();
        });
        var id = await _office.CountersigningAsync();
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "请改一句。", straightBack: true);
        if (isChanged)
            await _office.EditAsync("linzhiyuan", id, source => source + "\n二、其他\n\n另行通知。\n");

        await _office.DecideAsync("linzhiyuan", id, "送审");

        Assert.Equal(expected, await _office.WaitingAsync(id));
        Assert.Equal(
            isChanged ? ["会签/白桦/1", "会签/石磊/1", "会签/江月/1"] : [],
            (await _office.ReadAsync("zhengliqun", id)).EarlierOpinions.Select(opinion => $"{opinion.StepName}/{opinion.PersonName}/{opinion.Ordinal}"));
        if (expected.StartsWith("会签", StringComparison.Ordinal))
        {
            foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
                await _office.DecideAsync(login, id, "同意");
            Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
            Assert.Empty((await _office.ReadAsync("zhengliqun", id)).EarlierOpinions);
        }
    }

    private async Task<string> AtDirectorAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        return id;
    }
}
