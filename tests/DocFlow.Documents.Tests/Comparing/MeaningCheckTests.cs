using DocFlow.Documents.Comparing.Meaning;

namespace DocFlow.Documents.Tests.Comparing;

/// <summary>Changes that alter duties, scope, deadlines, amounts or who answers are told; others aren't.</summary>
[Trait("Journey", "J04")]
public sealed class MeaningCheckTests
{
    private static readonly string[] Organs = ["市财政局", "市委组织部", "市委办公室"];

    [Theory]
    // J04 (1): duty strengthened by removal of “原则上”.
    [InlineData("原则上不召开全市性会议。", "不召开全市性会议。", "义务：删去“原则上”，要求变严。")]
    [InlineData("应当在会前报送。", "可以在会前报送。", "义务：“应当”改为“可以”，要求变宽。")]
    [InlineData("可以召开。", "不得召开。", "义务：“可以”改为“不得”，要求变严。")]
    [InlineData("各单位须报送。", "各单位报送。", "义务：删去“须”，要求变宽。")]
    [InlineData("召开全市性会议。", "召开会议。", "范围：删去“全市”。")]
    [InlineData("提前3个工作日报市委办公室审核。", "提前5个工作日报市委办公室审核。", "时限：“3个工作日”改为“5个工作日”。")]
    [InlineData("12月8日前报送。", "12月15日前报送。", "时限：“12月8日前”改为“12月15日前”。")]
    [InlineData("三个月内完成。", "六个月内完成。", "时限：“三个月内”改为“六个月内”。")]
    [InlineData("每月通报执行情况。", "每季度通报执行情况。", "时限：“每月”改为“每季度”。")]
    [InlineData("每月第二周开展。", "每月第三周开展。", "时限：“第二周”改为“第三周”。")]
    [InlineData("安排经费15.5万元。", "安排经费18万元。", "数量：“15.5万元”改为“18万元”。")]
    [InlineData("由市财政局牵头。", "由市委组织部牵头。", "责任单位：“市财政局”改为“市委组织部”。")]
    [InlineData("由市财政局牵头。", "由市财政局配合。", "责任单位：“牵头”改为“配合”。")]
    [InlineData("", "（三）市委办公室每月通报执行情况。", "时限：增加“每月”。 责任单位：增加“市委办公室”。")]
    [InlineData("（二）所有会议一律从简。", "", "义务：删去“一律”，要求变宽。 范围：删去“所有”。")]
    public void A_change_of_meaning_is_told_in_one_line_a_kind(string before, string after, string told) =>
        Assert.Equal(told, string.Join(' ', MeaningCheck.Of(before, after, Organs).Select(alarm => alarm.Message)));

    [Theory]
    [InlineData("为进一步精简会议，现将有关事项通知如下。", "为进一步改进会风，现将有关事项通知如下。")]
    // Words that only look like duties.
    [InlineData("做好工作。", "做好应急工作。")]
    [InlineData("研究方案。", "研究可行方案，作出相应安排。")]
    // The number of a paragraph.
    [InlineData("（二）工作要求", "（三）工作要求")]
    [InlineData("1.时间", "2.时间")]
    [InlineData("一、总体安排", "二、总体安排")]
    // Moved, not altered.
    [InlineData("应当报送，不得迟报。", "不得迟报，应当报送。")]
    public void A_change_of_wording_alone_is_no_alarm(string before, string after) => Assert.Empty(MeaningCheck.Of(before, after, Organs));
}
