using DocFlow.Office.Tracking;

namespace DocFlow.Office.Tests;

/// <summary>Which sentences of a document lay a duty on somebody.</summary>
public sealed class DutySentenceTests
{
    [Theory]
    [InlineData("（一）确需召开的，由承办单位提前3个工作日报市委办公室审核。", "确需召开的，由承办单位提前3个工作日报市委办公室审核")]
    [InlineData("市委办公室每月通报执行情况。", "市委办公室每月通报执行情况")]
    [InlineData("1.各县应当于12月25日前报送方案；2.逾期不候。", "各县应当于12月25日前报送方案")]
    [InlineData("为进一步精简会议，决定开展“无会周”活动。现将有关事项通知如下。", null)]
    [InlineData("一、时间安排", null)]
    public void A_sentence_with_a_frequency_a_term_or_a_duty_is_proposed_without_its_marker(string text, string? duty) =>
        Assert.Equal(duty is null ? [] : [duty], DutySentences.Of($"---\n标题: 每月必须报送的标题\n---\n{text}\n"));
}
