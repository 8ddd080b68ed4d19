using DocFlow.Office.Replies;

namespace DocFlow.Office.Tests.Replies;

/// <summary>Which letters ask for an answer, and by when.</summary>
public sealed class ReplyRequestTests
{
    [Theory]
    [InlineData("特此函商，盼复。", true)]
    [InlineData("请予支持，并请函复。", true)]
    [InlineData("请于12月10日前函复。", true)]
    [InlineData("请将测算结果于本周内回复我办。", true)]
    [InlineData("特此函复。", false)]
    [InlineData("你局《关于测算费用的函》收悉。现函复如下。", false)]
    [InlineData("特此函告。", false)]
    public void A_letter_asks_for_an_answer_unless_it_is_one(string words, bool asks) => Assert.Equal(asks, ReplyRequest.Asks($"---\n文种: 函\n---\n{words}\n"));

    [Theory]
    [InlineData("请于12月10日前函复。", "2026-12-10")]
    [InlineData("请于2027年1月8日前将意见函复我办。", "2027-01-08")]
    // Sent in December, January is next year's.
    [InlineData("请于1月8日前函复。", "2027-01-08")]
    [InlineData("请于2月30日前函复。", null)]
    [InlineData("活动于12月10日前结束，盼复。", null)]
    [InlineData("盼复。", null)]
    public void The_day_is_the_one_that_the_request_names(string words, string? day) =>
        Assert.Equal(day, ReplyRequest.Day(words, new DateOnly(2026, 12, 4))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Theory]
    [InlineData("云办函〔2026〕58号", "云办函〔2026〕58号")]
    [InlineData(" 云办函[2026] 58号 ", "云办函〔2026〕58号")]
    [InlineData("云办函【2026］58号", "云办函〔2026〕58号")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_number_is_the_same_whatever_brackets_it_is_typed_with(string? typed, string? number) => Assert.Equal(number, ReplyNumber.Of(typed));
}
