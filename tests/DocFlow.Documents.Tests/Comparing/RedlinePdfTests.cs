using DocFlow.Documents.Comparing;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Comparing;

/// <summary>花脸稿 in official layout: without what is struck it reads as the later text, without what is underlined as the earlier one.</summary>
[Trait("Journey", "J04")]
public sealed class RedlinePdfTests
{
    private static readonly DocumentPress Press = new(TestFonts.Library);
    private static readonly RevisionAuthor Drafter = new("林知远（拟稿）", new DateTimeOffset(2026, 11, 26, 10, 0, 0, TimeSpan.FromHours(8)));
    private static readonly RevisionAuthor Checker = new("周亦凡（核稿）", new DateTimeOffset(2026, 11, 26, 15, 30, 0, TimeSpan.FromHours(8)));

    [Theory]
    [MemberData(nameof(RedlineTests.Pairs), MemberType = typeof(RedlineTests))]
    public void Without_the_struck_it_is_the_later_text_and_without_the_underlined_the_earlier_one(string before, string after)
    {
        var pages = Typeset(Source(before), Source(after));

        Assert.Equal(Words(after), Text(pages, Ink.Red));
        Assert.Equal(Words(before), Text(pages, Ink.Blue));
    }

    [Fact]
    public void What_is_deleted_is_struck_and_what_is_inserted_underlined_where_it_stands()
    {
        var page = Typeset(Source("原则上不召开全市性会议。"), Source("不召开全市性会议，特殊情况除外。")).Pages[0];

        foreach (var (role, ink, words) in new[] { (RuleRole.Deleted, Ink.Red, "原则上"), (RuleRole.Inserted, Ink.Blue, "，特殊情况除外") })
        {
            var line = Assert.Single(page.Lines, line => line.Role == LineRole.Body);
            var run = Assert.Single(line.Runs, run => run.Ink == ink);
            var rule = Assert.Single(page.Rules, rule => rule.Role == role);
            Assert.Equal((words, ink), (run.Text, rule.Ink));
            Assert.Equal((run.X, run.X + run.Width), (rule.X1, rule.X2));
            // 3号: a character is 5.6 mm high, most of it above the baseline.
            Assert.True(role == RuleRole.Deleted ? rule.Y1 < line.Baseline - 1.5 && rule.Y1 > line.Baseline - 3 : rule.Y1 > line.Baseline && rule.Y1 < line.Baseline + 1.5);
        }
    }

    [Fact]
    public void Each_change_has_its_number_in_the_margin_and_its_author_step_and_time_in_the_list()
    {
        var document = Typeset(Source("原则上不召开全市性会议。\n第二段。"), Source("不召开全市性会议。\n第二段。\n第三段。", copies: "市政府办公室，市政协办公室"));

        var margin = document.Pages.SelectMany(page => page.Lines).Where(line => line.Role == LineRole.Revision && line.Left > LayoutProfile.Right).ToList();
        Assert.Equal(["1", "2", "3"], margin.Select(line => line.Text));
        var list = string.Concat(document.Pages[^1].Lines.Where(line => line.Role == LineRole.TableCell).Select(line => line.Text));
        Assert.Equal("序号位置原文改为修改人（环节）1正文原则上（删去）周亦凡（核稿）2026年11月26日15:302正文（无）第三段。周亦凡（核稿）2026年11月26日15:303抄送（无），市政协办公室周亦凡（核稿）2026年11月26日15:30", list);
        Assert.Contains("花脸稿（第1稿至第2稿）", document.Pages[0].Lines[0].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Title_recipients_annexes_and_copies_are_marked_where_they_stand_and_the_rest_is_listed()
    {
        var document = Typeset(
            Source("正文。", title: "关于开展“无会周”活动的通知", annex: "工作安排表"), Source("正文。", title: "关于试行“无会周”活动的通知", annex: "会议安排表", copies: "市政协办公室", urgency: "特急"));

        Assert.Equal("关于试行“无会周”活动的通知", Text(document, Ink.Red, LineRole.Title));
        Assert.Equal("关于开展“无会周”活动的通知", Text(document, Ink.Blue, LineRole.Title));
        Assert.Equal("附件：会议安排表", Text(document, Ink.Red, LineRole.AnnexList));
        Assert.Equal("附件：工作安排表", Text(document, Ink.Blue, LineRole.AnnexList));
        Assert.Equal("抄送：市政协办公室。", Text(document, Ink.Red, LineRole.ImprintCopies));
        Assert.Equal("抄送：市政府办公室。", Text(document, Ink.Blue, LineRole.ImprintCopies));
        var list = string.Concat(document.Pages[^1].Lines.Select(line => line.Text));
        Assert.Contains("紧急程度（无）特急", list, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unchanged_text_has_no_marks_and_no_list()
    {
        var document = Typeset(Source("正文。"), Source("正文。"));

        Assert.DoesNotContain(document.Pages.SelectMany(page => page.Rules), rule => rule.Role is RuleRole.Deleted or RuleRole.Inserted);
        Assert.DoesNotContain(document.Pages.SelectMany(page => page.Lines), line => line.Text.Contains("修改明细表", StringComparison.Ordinal) && line.Role == LineRole.Title);
    }

    [Fact]
    public void The_file_can_be_read_and_has_the_words_of_both()
    {
        using var stream = new MemoryStream();
        Press.Write(Typeset(Source("原则上不召开全市性会议。"), Source("不召开全市性会议。")), FileFormat.Pdf, stream);

        using var pdf = UglyToad.PdfPig.PdfDocument.Open(stream.ToArray());
        Assert.Contains("原则上不召开全市性会议", string.Concat(pdf.GetPage(1).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
        Assert.Contains("修改明细表", string.Concat(pdf.GetPage(pdf.NumberOfPages).Letters.Select(letter => letter.Value)), StringComparison.Ordinal);
    }

    private static TypesetDocument Typeset(string before, string after) => Press.Typeset([Version(before, Drafter), Version(after, Checker)], "第1稿至第2稿");

    private static ComparedVersion Version(string source, RevisionAuthor author) => new(DocumentSource.Read(source, new SourceReadOptions { ReadSibling = _ => "附件正文。" }).Document!, author);

    private static string Text(TypesetDocument document, Ink without, LineRole? role = null) => string.Concat(document.Pages
        .TakeWhile(page => !page.Lines.Any(line => line.Role == LineRole.Title && line.Text == "修改明细表"))
        .SelectMany(page => page.Lines).Where(line => role is null ? line.Role is LineRole.Body or LineRole.TableCell : line.Role == role)
        .SelectMany(line => line.Runs).Where(run => run.Ink != without).Select(run => run.Text));

    private static string Words(string text) => text.ReplaceLineEndings("").Replace("|", "", StringComparison.Ordinal);

    private static string Source(string body, string title = "关于开展“无会周”活动的通知", string copies = "市政府办公室", string? annex = null, string? urgency = null) => $"""
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: {title}
        主送: 各县（区）委办公室
        抄送: {copies}
        印发机关: 中共云河市委办公室
        {(annex is null ? "" : $"附件: [{annex}]")}
        {(urgency is null ? "" : $"紧急程度: {urgency}")}
        ---
        """ + "\n" + body;
}
