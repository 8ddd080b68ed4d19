using DocFlow.Documents.Tests.Measuring;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Outline;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>The bookmarks of a PDF, as another library reads them.</summary>
public sealed class OutlineTests
{
    private const string Body = """
        现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”。
        （一）严格审批。期间原则上不召开全市性会议。
        1.确需召开的，提前3个工作日报市委办公室审核。
        （1）审核内容包括必要性、规模和时长。
        [页]
        二、工作要求
        各单位要认真落实。
        """;

    private const string Annexes = "附件:\n  - 标题: 工作安排表\n    正文: |\n      一、任务\n      内容甲。\n  - 标题: 联系人名单\n    方向: 横\n    正文: 内容乙。\n";

    [Fact]
    public void The_title_its_headings_and_the_annexes_are_a_tree()
    {
        string[] expected =
        [
            "0 中共云河市委办公室关于开展“无会周”活动的通知",
            "1 一、时间安排",
            "2 （一）严格审批",
            "3 1.确需召开的，提前3个工作日报市委办公室审核",
            "1 二、工作要求",
            "0 附件1　工作安排表",
            "1 一、任务",
            "0 附件2　联系人名单",
        ];

        Assert.Equal(expected, NodesOf(Sources.Notice(Annexes + Sources.Imprint, Body)).Select(node => $"{node.Level} {node.Title}"));
    }

    [Fact]
    public void Each_leads_to_its_page()
    {
        var nodes = NodesOf(Sources.Notice(Annexes + Sources.Imprint, Body));

        Assert.Equal([1, 1, 1, 1, 2, 3, 3, 4], nodes.Select(node => node.PageNumber));
        Assert.True(nodes[1].Destination.Coordinates.Top > nodes[2].Destination.Coordinates.Top);
        Assert.All(nodes.Take(7), node => Assert.InRange(node.Destination.Coordinates.Top!.Value, 1, 842));
    }

    [Fact]
    public void An_order_is_named_by_its_mark_and_number() =>
        Assert.Equal("云河市人民政府令第12号", Assert.Single(NodesOf(SpecialSources.Order())).Title);

    [Fact]
    public void A_level_that_was_skipped_leaves_no_hole()
    {
        var nodes = NodesOf(Sources.Notice(body: "1.第一件事。\n一、第二件事\n"));

        Assert.Equal([0, 1, 1], nodes.Select(node => node.Level));
    }

    [Fact]
    public void A_long_heading_is_cut() =>
        Assert.Equal(41, NodesOf(Sources.Notice(body: "一、" + Sources.PlainWords))[1].Title.Length);

    private static List<DocumentBookmarkNode> NodesOf(string source)
    {
        using var document = PdfDocument.Open(MeasuredPdf.Of(source).Bytes);
        Assert.True(document.TryGetBookmarks(out var bookmarks));
        return [.. bookmarks.GetNodes().Cast<DocumentBookmarkNode>()];
    }
}
