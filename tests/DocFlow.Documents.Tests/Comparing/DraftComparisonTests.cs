using DocFlow.Documents.Comparing.Settling;
using DocFlow.Documents.Source;

namespace DocFlow.Documents.Tests.Comparing;

/// <summary>Single changes of a text, taken or refused in any choice.</summary>
[Trait("Journey", "J04")]
public sealed class DraftComparisonTests
{
    private const string Head = "---\n文种: 通知\n发文机关: 中共云河市委办公室\n标题: 关于开展“无会周”活动的通知\n主送: 各县（区）委办公室\n---\n";

    [Theory]
    [MemberData(nameof(RedlineTests.Pairs), MemberType = typeof(RedlineTests))]
    public void With_none_refused_it_is_the_later_text_and_with_all_refused_the_earlier_one(string before, string after)
    {
        var comparison = Compare(Head + before, Head + after);

        Assert.Equal($"{Head}{after}\n".ReplaceLineEndings("\n"), comparison.Without(new HashSet<int>()).Source);
        Assert.Equal(Rows(Head + before), Rows(comparison.Without(All(comparison)).Source));
    }

    [Theory]
    [MemberData(nameof(RedlineTests.Pairs), MemberType = typeof(RedlineTests))]
    public void Each_change_can_be_refused_alone_and_the_text_can_still_be_read(string before, string after)
    {
        var comparison = Compare(Head + before, Head + after);

        foreach (var change in comparison.Changes.Where(change => !change.LineAfter.StartsWith('|') && !change.LineBefore.StartsWith('|')))
        {
            var text = comparison.Without(new HashSet<int> { change.Id }).Source;
            Assert.True(DocumentSource.Read(text).IsReadable, text);
            Assert.NotEqual(comparison.Without(new HashSet<int>()).Source, text);
        }
    }

    [Fact]
    public void One_change_is_taken_the_other_refused()
    {
        // J04: 周亦凡 changes a sentence and adds to another; 林知远 takes one and refuses the other.
        var comparison = Compare(
            Head + "二、有关要求\n\n（一）“无会周”期间，原则上不召开全市性会议。\n\n（二）确需召开的，报市委办公室审核。",
            Head + "二、有关要求\n\n（一）“无会周”期间，不召开全市性会议。\n\n（二）确需召开的，提前5个工作日报市委办公室审核。");

        Assert.Equal([(1, "正文", "原则上", "", "（一）“无会周”期间，", "不召开全市性会议。"), (2, "正文", "", "提前5个工作日", "（二）确需召开的，", "报市委办公室审核。")],
            comparison.Changes.Select(change => (change.Id, change.Place, change.Before, change.After, change.Left, change.Right)));
        Assert.Equal("义务：删去“原则上”，要求变严。", Assert.Single(comparison.Changes[0].Alarms).Message);
        Assert.Equal(Head + "二、有关要求\n\n（一）“无会周”期间，原则上不召开全市性会议。\n\n（二）确需召开的，提前5个工作日报市委办公室审核。\n", comparison.Without(new HashSet<int> { 1 }).Source);
    }

    [Fact]
    public void Two_changes_of_one_paragraph_are_two()
    {
        var comparison = Compare(Head + "各单位应当在3日内把书面材料报送市委办公室。", Head + "各单位可以在5日内把书面材料报送市委办公室。");

        Assert.Equal([("应当", "可以"), ("3", "5")], comparison.Changes.Select(change => (change.Before, change.After)));
        Assert.Equal(Head + "各单位应当在5日内把书面材料报送市委办公室。\n", comparison.Without(new HashSet<int> { 1 }).Source);
        Assert.Equal(["义务：“应当”改为“可以”，要求变宽。", "时限：“3日内”改为“5日内”。"], comparison.Changes.SelectMany(change => change.Alarms).Select(alarm => alarm.Message));
    }

    [Fact]
    public void An_element_changes_as_a_whole_and_a_change_of_recipients_alters_the_scope()
    {
        var comparison = Compare(Head + "正文。", Head.Replace("主送: 各县（区）委办公室", "主送:\n  - 各县（区）委办公室\n  - 市直各单位", StringComparison.Ordinal) + "正文。");

        var change = Assert.Single(comparison.Changes);
        Assert.Equal(("主送", "主送: 各县（区）委办公室"), (change.Place, change.Before));
        Assert.Equal("范围：主送机关有变化。", Assert.Single(change.Alarms).Message);
        Assert.Equal(Head + "正文。\n", comparison.Without(new HashSet<int> { 1 }).Source);
    }

    [Theory]
    [InlineData("标题: 关于开展“无会周”活动的通知", "标题: \"关于开展“无会周”活动的通知\"")]
    [InlineData("主送: [各县（区）委办公室, 市直各单位]", "主送:\n  - 各县（区）委办公室\n  - '市直各单位'")]
    [InlineData("附件:\n  - 标题: 安排表\n    文件: 安排表.gw.txt", "附件:\n- {标题: \"安排表\", 文件: 安排表.gw.txt}")]
    public void An_element_that_is_only_written_in_another_way_is_no_change(string before, string after)
    {
        var comparison = Compare($"---\n文种: 通知\n{before}\n---\n正文。", $"---\n文种: 通知\n{after}\n---\n正文。");

        Assert.Empty(comparison.Changes);
        Assert.Equal($"---\n文种: 通知\n{after}\n---\n正文。\n", comparison.Without(new HashSet<int>()).Source);
    }

    [Theory]
    [InlineData("主送: [甲, 乙]", "主送: [乙, 甲]")]
    [InlineData("标题: 关于甲的通知", "标题: '关于乙的通知'")]
    [InlineData("标题: 关于甲的通知", "标题: '关于甲的通知")]
    public void An_element_that_says_something_else_or_cannot_be_read_is_one(string before, string after) =>
        Assert.Single(Compare($"---\n文种: 通知\n{before}\n---\n正文。", $"---\n文种: 通知\n{after}\n---\n正文。").Changes);

    [Fact]
    public void Annex_files_are_compared_too()
    {
        var comparison = DraftComparison.Of(
            new DraftText(Head + "正文。", new Dictionary<string, string> { ["安排.gw.txt"] = "地点在301会议室。", ["旧表.gw.txt"] = "旧表。" }),
            new DraftText(Head + "正文。", new Dictionary<string, string> { ["安排.gw.txt"] = "地点在302会议室。", ["新表.gw.txt"] = "新表。" }),
            []);

        Assert.Equal([("安排.gw.txt", "301", "302"), ("新表.gw.txt", "", "新表。"), ("旧表.gw.txt", "旧表。", "")], comparison.Changes.Select(change => (change.Place, change.Before, change.After)));
        Assert.Equal([("安排.gw.txt", "地点在301会议室。\n"), ("旧表.gw.txt", "旧表。")], comparison.Without(All(comparison)).Files.Select(file => (file.Key, file.Value)));
        Assert.Equal([("安排.gw.txt", "地点在302会议室。\n"), ("新表.gw.txt", "新表。")], comparison.Without(new HashSet<int>()).Files.Select(file => (file.Key, file.Value)));
    }

    private static DraftComparison Compare(string before, string after) =>
        DraftComparison.Of(new DraftText(before, new Dictionary<string, string>()), new DraftText(after, new Dictionary<string, string>()), []);

    private static HashSet<int> All(DraftComparison comparison) => [.. comparison.Changes.Select(change => change.Id)];

    // Empty lines say nothing.
    private static List<string> Rows(string text) => [.. text.ReplaceLineEndings("\n").Split('\n').Where(row => row.Length > 0)];
}
