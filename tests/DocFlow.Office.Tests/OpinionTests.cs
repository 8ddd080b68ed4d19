using DocFlow.Office.Opinions;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>意见采纳情况: what was said, and what the drafter made of it.</summary>
[Trait("Journey", "J05")]
public sealed class OpinionTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Opinions_stand_in_the_organisations_order_with_unit_person_text_version_and_the_systems_label()
    {
        var id = await _office.CountersignedAsync();

        var sheet = await _office.OpinionsAsync("linzhiyuan", id);

        Assert.Equal(
            [
                "会签 市委组织部 白桦 同意  第1稿",
                $"会签 市财政局 石磊 同意 {CountersignPlay.Suggestion} 第1稿",
                $"会签 市行政审批局 江月 同意 {CountersignPlay.Silence} 第1稿 系统",
                "科室审核 秘书一科 何敏 同意  第1稿",
                "办公室核稿 秘书二科 周亦凡 同意 已核，文字稍有调整。 第1稿",
            ],
            sheet.Rows.Select(row => $"{row.StepName} {row.UnitName} {row.PersonName} {row.Outcome} {row.Opinion} 第{row.VersionOrdinal}稿{(row.IsBySystem ? " 系统" : "")}"));
        Assert.Equal([false, true, false, false, true], sheet.Rows.Select(row => row.IsToBeAnswered));
        Assert.True(sheet.MayAnswer);
    }

    [Fact]
    public async Task The_drafter_answers_changes_the_answer_and_each_change_is_one_event()
    {
        var id = await _office.CountersignedAsync();

        await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.NotAdopted, "预算由承办单位另报。");
        await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.NotAdopted, " 预算由承办单位另报。 ");
        var answer = await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.Partly, "只附全市性会议的预算。");

        Assert.Equal((Adoption.Partly, "只附全市性会议的预算。", "林知远"), (answer.Adoption, answer.Reason, answer.AnsweredByName));
        var acts = (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.Act.EndsWith("采纳", StringComparison.Ordinal)).ToList();
        Assert.Equal(
            ["会签 不采纳 对市财政局石磊的意见：预算由承办单位另报。", "会签 部分采纳 对市财政局石磊的意见：只附全市性会议的预算。"],
            acts.Select(row => $"{row.StepName} {row.Act} {row.Opinion}"));
    }

    [Fact]
    public async Task The_same_answer_pressed_many_times_at_once_is_one_event()
    {
        var id = await _office.CountersignedAsync();

        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Task.Run(() => _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.Adopted))));

        Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Trace, row => row.Act == "采纳");
    }

    [Theory]
    [InlineData(Adoption.Partly)]
    [InlineData(Adoption.NotAdopted)]
    public async Task What_is_not_adopted_whole_needs_a_reason(Adoption adoption)
    {
        var id = await _office.CountersignedAsync();

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.AnswerAsync("linzhiyuan", id, "市财政局", adoption, "  "));

        Assert.Contains("理由", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("市委组织部", "没有写意见")]
    [InlineData("市行政审批局", "视为无意见")]
    public async Task Where_nothing_was_said_there_is_nothing_to_answer(string unit, string why)
    {
        var id = await _office.CountersignedAsync();

        var refusal = await RefusedAsync(Refusal.Invalid, () => _office.AnswerAsync("linzhiyuan", id, unit, Adoption.Adopted));

        Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Others_read_the_opinions_and_do_not_answer_them_and_strangers_see_nothing()
    {
        var id = await _office.CountersignedAsync();

        Assert.False((await _office.OpinionsAsync("shilei", id)).MayAnswer);
        await RefusedAsync(Refusal.Forbidden, () => _office.AnswerAsync("zhengliqun", id, "市财政局", Adoption.Adopted));
        await RefusedAsync(Refusal.NotFound, () => _office.OpinionsAsync("luoyu", id));
    }

    [Fact]
    public async Task Answers_are_fixed_when_the_document_is_signed_and_open_again_when_it_comes_back()
    {
        var id = await _office.CountersignedAsync();
        await _office.DecideAsync("zhengliqun", id, "同意");
        await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.Adopted);
        await _office.DecideAsync("luming", id, "签发", "同意印发。");

        Assert.False((await _office.OpinionsAsync("linzhiyuan", id)).MayAnswer);
        await RefusedAsync(Refusal.Conflict, () => _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.NotAdopted, "另行研究。"));
        await _office.DecideAsync("suxiao", id, "退回", "附件缺页。");
        await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.NotAdopted, "另行研究。");
    }

    private static async Task<RefusalException> RefusedAsync(Refusal expected, Func<Task> act)
    {
        var refusal = await Assert.ThrowsAsync<RefusalException>(act);
        Assert.Equal(expected, refusal.Refusal);
        return refusal;
    }
}
