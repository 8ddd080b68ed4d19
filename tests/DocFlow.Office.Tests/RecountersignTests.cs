using DocFlow.Office.Desks;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>实质修改须重新会签, where the text is changed after the countersigning by whoever reviews it.</summary>
public sealed class RecountersignTests : IAsyncLifetime
{
    private static readonly string[] Cosigners = ["baihua", "shilei", "jiangyue"];

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J07")]
    [Trait("Rule", "P-18")]
    public async Task A_text_that_a_reviewer_changed_after_the_countersigning_is_not_agreed_to_but_sent_back_to_it()
    {
        await RequireAsync(true);
        var id = await ChangedByDirectorAsync();

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("zhengliqun", id, "同意"));

        Assert.Equal("第2稿未经会签（会签针对第1稿），按规定须重新会签，不能同意。请选“退回”，退回到“会签”；会签后再继续办理。", refusal.Message);
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        Assert.Equal(refusal.Message, (await OutlookAsync("zhengliqun", id, "同意")).Refusal);
        Assert.Null((await OutlookAsync("zhengliqun", id, "退回")).Refusal);
        await _office.DecideAsync("zhengliqun", id, "退回", "第二条有改动，请再会签。", straightBack: true, returnTo: "Countersign1");
        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
        foreach (var login in Cosigners)
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("zhengliqun", id, "同意");
        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    [Fact]
    [Trait("Journey", "J07")]
    public async Task Where_the_office_does_not_want_it_the_changed_text_goes_on_to_be_signed()
    {
        await RequireAsync(false);
        var id = await ChangedByDirectorAsync();

        await _office.DecideAsync("zhengliqun", id, "同意");

        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task What_was_changed_after_the_countersigning_is_not_signed_either()
    {
        await RequireAsync(false);
        var id = await ChangedByDirectorAsync();
        await _office.DecideAsync("zhengliqun", id, "同意");
        await RequireAsync(true);

        await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("luming", id, "签发"));

        await _office.DecideAsync("luming", id, "退回", "请再会签。", straightBack: true, returnTo: "Countersign1");
        foreach (var login in Cosigners)
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("luming", id, "签发");
        Assert.Equal("复核/苏晓", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task Only_the_latest_countersigning_counts_whoever_is_no_longer_asked()
    {
        await RequireAsync(true);
        var id = await ChangedByDirectorAsync();
        await _office.DecideAsync("zhengliqun", id, "退回", "第二条有改动，请再会签。", straightBack: true, returnTo: "Countersign1");
        var (drafter, seat) = (await _office.PersonIdAsync("linzhiyuan"), Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId);
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, seat, "改动不涉及。"));
        await _office.DecideAsync("shilei", id, "同意");
        await _office.DecideAsync("jiangyue", id, "同意");

        await _office.DecideAsync("zhengliqun", id, "同意");

        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    // Going back to a countersigning that asks nobody any more would end where it began.
    [Fact]
    public async Task Where_the_countersigning_was_passed_because_nobody_has_to_be_asked_any_more_the_document_goes_on()
    {
        await RequireAsync(true);
        var id = await _office.CountersigningAsync();
        foreach (var login in Cosigners)
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "会签单位无须会签，请改。");
        await _office.EditAsync("linzhiyuan", id, Changed, cosigningUnitIds: []);
        await _office.DecideAsync("linzhiyuan", id, "送审");
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));

        await _office.DecideAsync("zhengliqun", id, "同意");

        Assert.Equal("签发/陆明", await _office.WaitingAsync(id));
    }

    // What is only gone by on the way back asks nobody: the changed text still has to be countersigned.
    [Fact]
    public async Task A_countersigning_that_was_only_gone_by_does_not_count()
    {
        await RequireAsync(true);
        var id = await ChangedByDirectorAsync();
        await RequireAsync(false);
        await _office.DecideAsync("zhengliqun", id, "同意");
        await _office.DecideAsync("luming", id, "退回", "请主任再看。", returnTo: "DirectorReview1");
        await RequireAsync(true);

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("zhengliqun", id, "同意"));

        Assert.StartsWith("第2稿未经会签", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_reviews_before_the_countersigning_agrees_to_what_they_changed()
    {
        await RequireAsync(true);
        var id = await _office.CountersigningAsync();
        foreach (var login in Cosigners)
            await _office.DecideAsync(login, id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "请再核。", returnTo: "OfficeReview1");
        await _office.EditAsync("zhouyifan", id, Changed);

        await _office.DecideAsync("zhouyifan", id, "同意");

        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
    }

    private async Task<Outlook> OutlookAsync(string login, string id, string outcome)
    {
        var (person, act) = (await _office.PersonIdAsync(login), Assert.Single((await _office.ReadAsync(login, id)).Acts));
        return await _office.ActAsync<IProcedureOutlook, Outlook>(outlooks => outlooks.OfAnswerAsync(person, act.SeatId, new SeatAnswer(outcome)));
    }

    private static string Changed(string source) => source + "\n二、其他\n\n另行通知。\n";

    private async Task<string> ChangedByDirectorAsync()
    {
        var id = await _office.CountersigningAsync();
        foreach (var login in Cosigners)
            await _office.DecideAsync(login, id, "同意");
        await _office.EditAsync("zhengliqun", id, Changed);
        return id;
    }

    private Task RequireAsync(bool isRequired) => _office.ActAsync<IServiceProvider>(async services =>
    {
        await ((OfficeSettings)services.GetService(typeof(OfficeSettings))!).WriteAsync(RecountersignSetting.Key, new RecountersignSetting(isRequired));
        await ((IOfficeData)services.GetService(typeof(IOfficeData))!).SaveChangesAsync();
    });
}
