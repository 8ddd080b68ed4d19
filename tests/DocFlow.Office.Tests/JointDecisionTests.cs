using DocFlow.Office.Desks;
using DocFlow.Office.Outbox;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>When a step with several seats is done, by its rule.</summary>
public sealed class JointDecisionTests : IAsyncLifetime
{
    private const int Countersign = 3;

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_return_waits_for_the_others_where_the_rule_says_so_and_their_opinions_stay()
    {
        Rule(node => node with { OnReturn = ReturnRule.AwaitOpen });
        var id = await _office.CountersigningAsync();
        var act = Assert.Single((await _office.ReadAsync("shilei", id)).Acts);
        Assert.Equal((ReturnRule.AwaitOpen, "白桦、江月"), (act.OnReturn, string.Join('、', act.OthersPending)));

        await _office.DecideAsync("shilei", id, "退回", "预算未落实。");
        Assert.Equal("会签/白桦 会签/江月", await _office.WaitingAsync(id));
        await _office.DecideAsync("baihua", id, "同意", "无意见。");
        await _office.DecideAsync("jiangyue", id, "同意", "建议附表。");

        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
        await _office.EditAsync("linzhiyuan", id, source => source + "\n二、预算\n\n预算已落实。\n");
        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal(
            ["预算未落实。/1", "无意见。/1", "建议附表。/1"],
            dossier.Trace.Where(row => row.StepName == "会签" && row.Act is "同意" or "退回").Select(row => $"{row.Opinion}/{row.VersionOrdinal}"));
        Assert.Equal(["白桦/1", "石磊/1", "江月/1"], dossier.EarlierOpinions.Select(opinion => $"{opinion.PersonName}/{opinion.Ordinal}"));
    }

    [Fact]
    public async Task While_others_are_awaited_a_return_cannot_name_a_way_of_its_own_and_stays_open()
    {
        Rule(node => node with { OnReturn = ReturnRule.AwaitOpen });
        var id = await _office.CountersigningAsync();

        await Play.RefusedAsync(Refusal.Invalid, () => _office.DecideAsync("shilei", id, "退回", "请改。", returnTo: "SectionReview1"));
        await Play.RefusedAsync(Refusal.Invalid, () => _office.DecideAsync("shilei", id, "退回", "请改。", straightBack: true));

        Assert.Single((await _office.ReadAsync("shilei", id)).Acts);
    }

    [Fact]
    public async Task A_share_that_agrees_carries_the_step_and_withdraws_who_has_not_answered()
    {
        Rule(node => node with { Completion = CompletionRule.Share, Percent = 60 });
        var id = await _office.CountersigningAsync();

        await _office.DecideAsync("baihua", id, "退回", "不同意。");
        Assert.Equal("会签/石磊 会签/江月", await _office.WaitingAsync(id));
        await _office.DecideAsync("shilei", id, "同意");
        await _office.DecideAsync("jiangyue", id, "同意");

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task A_share_that_cannot_be_reached_any_more_sends_it_back()
    {
        Rule(node => node with { Completion = CompletionRule.Share, Percent = 67 });
        var id = await _office.CountersigningAsync();

        await _office.DecideAsync("baihua", id, "退回", "不同意。");

        // 67 of a hundred of three are three: two can't reach them.
        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task The_first_to_agree_decides_for_all_where_any_is_enough()
    {
        Rule(node => node with { Completion = CompletionRule.Any });
        var id = await _office.CountersigningAsync();

        await _office.DecideAsync("shilei", id, "同意");

        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        Assert.Empty((await _office.ReadAsync("baihua", id)).Acts);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(0)]
    [InlineData(101)]
    public async Task A_share_without_a_sensible_number_is_refused_and_says_how_to_mend_it(int? percent)
    {
        Rule(node => node with { Completion = CompletionRule.Share, Percent = percent });
        var id = await _office.CountersigningAsync();

        var failing = Assert.Single((await _office.ActAsync<IOutboxCare, Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);

        Assert.Contains("比例须为1至100", failing.Error, StringComparison.Ordinal);
        Assert.Equal("", await _office.WaitingAsync(id));
    }

    private void Rule(Func<ShortProcedure.Node, ShortProcedure.Node> change) => _office.Procedure.Nodes[Countersign] = change(_office.Procedure.Nodes[Countersign]);
}
