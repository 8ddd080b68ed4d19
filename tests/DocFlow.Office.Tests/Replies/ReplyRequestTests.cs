using DocFlow.Office.Dossiers;
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
    [InlineData("请于2026年12月18日前将修改意见书面反馈我办。", true)]
    [InlineData("当否，请复。", true)]
    [InlineData("请按要求办理，并于12月20日前将办理情况函告我办。", true)]
    [InlineData("特此函复。", false)]
    [InlineData("你局《关于测算费用的函》收悉。现函复如下。", false)]
    [InlineData("你局《关于商请借用会议室的函》收悉。经研究，现答复如下。\n特此函复。", false)]
    [InlineData("经研究，现函复你局。", false)]
    [InlineData("请遵照执行。专此函复。", false)]
    [InlineData("特此函告。", false)]
    public void A_letter_asks_for_an_answer_unless_it_is_one(string body, bool asks) => Assert.Equal(asks, ReplyRequest.Asks("关于商请协助测算费用的函", body));

    [Fact]
    public void A_title_that_says_so_is_an_answer() => Assert.False(ReplyRequest.Asks("关于商请协助测算费用的复函", "有关情况请函告我办。"));

    [Theory]
    [InlineData("请于12月10日前函复。", "2026-12-10")]
    [InlineData("请于2027年1月8日前将意见函复我办。", "2027-01-08")]
    // Sent in December, January is next year's.
    [InlineData("请于1月8日前函复。", "2027-01-08")]
    [InlineData("请于12月10日下班前将意见反馈我办。", "2026-12-10")]
    [InlineData("请于12月10日（星期四）17：30前函复。", "2026-12-10")]
    [InlineData("贵办已于11月20日前反馈意见，其余请函复。", null)]
    [InlineData("请于2月30日前函复。", null)]
    [InlineData("活动于12月10日前结束。盼复。", null)]
    [InlineData("盼复。", null)]
    public void The_day_is_the_one_that_the_request_names(string body, string? day) =>
        Assert.Equal(day, ReplyRequest.Day(body, new DateOnly(2026, 12, 4))?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));

    [Fact]
    public void The_elements_are_no_part_of_the_body() => Assert.Equal("盼复。", SourceBody.Of("---\n标题: 关于商请复函\n---\n盼复。"));

    [Theory]
    [InlineData("云办函〔2026〕58号", "云办函〔2026〕58号")]
    [InlineData(" 云办函[2026] 58号 ", "云办函〔2026〕58号")]
    [InlineData("云办函【2026］58号", "云办函〔2026〕58号")]
    [InlineData("云办函（2026）第058号", "云办函〔2026〕58号")]
    [InlineData("无号", "无号")]
    [InlineData("  ", null)]
    [InlineData(null, null)]
    public void A_number_is_the_same_whatever_brackets_it_is_typed_with(string? typed, string? number) => Assert.Equal(number, ReplyNumber.Of(typed));
}
