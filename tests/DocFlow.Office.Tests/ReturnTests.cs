using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>Ways back: where they end, and what they keep.</summary>
public sealed class ReturnTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J07")]
    public async Task A_revision_comes_straight_back_and_the_skipped_steps_are_named()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        await _office.DecideAsync("zhengliqun", id, "退回", "第二段请改一句。", straightBack: true);
        await _office.DecideAsync("linzhiyuan", id, "送审");

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal("主任审核", Assert.Single(dossier.Waiting).StepName);
        Assert.Equal(
            ["科室审核", "办公室核稿", "会签"],
            dossier.Trace.Where(row => row.Opinion?.Contains("直送", StringComparison.Ordinal) == true).Select(row => row.StepName));

        await _office.DecideAsync("zhengliqun", id, "退回", "再改一句。");
        await _office.DecideAsync("linzhiyuan", id, "送审");
        Assert.Equal("科室审核", Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
    }

    [Fact]
    [Trait("Journey", "J07")]
    public async Task A_way_straight_back_ends_where_its_target_is_passed_by_rule()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "退回", "请改第一条。", straightBack: true);
        var reviewer = await _office.PersonIdAsync("zhouyifan");
        var now = _office.Clock.Now;
        await _office.ActAsync<IOfficeData>(data => data.Appointments.Where(row => row.PersonId == reviewer)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.To, now)));

        await _office.DecideAsync("linzhiyuan", id, "送审");

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal("主任审核", Assert.Single(dossier.Waiting).StepName);
        Assert.Equal(
            ["科室审核"],
            dossier.Trace.Where(row => row.Opinion?.Contains("直送", StringComparison.Ordinal) == true).Select(row => row.StepName));
    }

    [Fact]
    [Trait("Journey", "J07")]
    [Trait("Rule", "P-46")]
    public async Task A_way_straight_back_to_recheck_never_skips_the_signature()
    {
        var id = await _office.SignedAsync();
        await _office.DecideAsync("suxiao", id, "退回", "第三段日期有误。", straightBack: true);
        await _office.DecideAsync("linzhiyuan", id, "送审");

        Assert.Equal("签发", Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
        await _office.DecideAsync("luming", id, "签发");
        await _office.DecideAsync("suxiao", id, "通过");
        await _office.DecideAsync("suxiao", id, "编号");
        Assert.Equal("云办发〔2026〕37号", (await _office.ReadAsync("linzhiyuan", id)).Number);
    }

    [Fact]
    [Trait("Rule", "P-41")]
    public async Task A_return_after_numbering_and_sealing_keeps_the_number_and_seals_anew()
    {
        var sealing = _office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Seal);
        _office.Procedure.Nodes.Insert(sealing + 1, new("Recheck2", "印前复核", StepKind.Recheck, "机要文印室/监印员"));
        var id = await _office.SignedAsync();
        await ThroughAsync(id, ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"));
        await _office.DecideAsync("guchen", id, "退回", "日期有误。");
        Assert.Single(await DrawnAsync(id));
        await ThroughAsync(
            id, ("linzhiyuan", "送审"), ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发"),
            ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("guchen", "通过"), ("suxiao", "印发"));

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal((DocumentState.Archived, "云办发〔2026〕37号"), (dossier.State, dossier.Number));
        Assert.Equal(38, await _office.ActAsync<IOfficeData, int>(data =>
            data.NumberCounters.Where(counter => counter.OrganCode == "云办发").Select(counter => counter.Next).SingleAsync()));
        Assert.Equal(2, await _office.ActAsync<IOfficeData, int>(data => data.SealRecords.CountAsync()));
        Assert.Equal(2, dossier.Trace.Count(row => row.Act == "生成正式文件"));
        Assert.Single(dossier.Trace, row => row.Act == "沿用编号");
        Assert.True(Assert.Single(await DrawnAsync(id)) >= dossier.SignedAt);
    }

    [Fact]
    public async Task A_file_drawn_under_a_voided_signature_is_still_shown_with_that_signature()
    {
        var sealing = _office.Procedure.Nodes.FindIndex(node => node.Kind == StepKind.Seal);
        _office.Procedure.Nodes.Insert(sealing + 1, new("Recheck2", "印前复核", StepKind.Recheck, "机要文印室/监印员"));
        var id = await _office.SignedAsync();
        await ThroughAsync(id, ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"));
        await _office.DecideAsync("guchen", id, "退回", "日期有误。");

        var order = await _office.ActAsync<IServiceProvider, RenderOrder>(async services =>
        {
            var data = services.GetRequiredService<IOfficeData>();
            var rendering = await data.Renderings.FirstAsync(row => row.Purpose == RenderingPurpose.Final);
            return await services.GetRequiredService<RenderOrders>().OfAsync(await data.Documents.SingleAsync(), rendering, CancellationToken.None);
        });

        Assert.Equal((new DateOnly(2026, 11, 26), "陆明"), (order.SignedOn, order.SignerName));
    }

    private async Task ThroughAsync(string id, params (string Login, string Outcome)[] acts)
    {
        foreach (var (login, outcome) in acts)
            await _office.DecideAsync(login, id, outcome);
    }

    private Task<List<DateTimeOffset>> DrawnAsync(string id) => _office.ActAsync<IOfficeData, List<DateTimeOffset>>(data => data.Renderings
        .Where(row => row.DocumentId == id && row.Purpose == RenderingPurpose.Final && row.Format == "pdf").Select(row => row.At).ToListAsync());
}
