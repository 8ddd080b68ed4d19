using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using SkiaSharp;

namespace DocFlow.Documents.Tests.Preview;

public sealed class PagePreviewTests
{
    private const int Resolution = 150;

    private const string Landscape = "附件:\n  - 标题: 工作安排表\n    方向: 横\n    正文: |\n      | 日期 | 内容 |\n      |---|---|\n      | 12月7日 | 调研 |";

    [Fact]
    [Trait("Rule", "G-24")]
    public void The_marks_red_ink_starts_72_mm_below_the_top()
    {
        using var painter = new PagePainter();
        using var picture = SKBitmap.Decode(painter.Paint(Pages(Sources.Notice())[0], Resolution));
        var top = Enumerable.Range(0, picture.Height).First(y => Enumerable.Range(0, picture.Width).Any(x => picture.GetPixel(x, y) is { Red: > 200, Green: < 128, Blue: < 128 }));

        Assert.Equal(72, top * 25.4 / Resolution, 0.5);
        Assert.Equal(210, picture.Width * 25.4 / Resolution, 0.5);
    }

    [Fact]
    [Trait("Rule", "G-84")]
    public void A_landscape_annex_has_its_head_at_the_left_and_its_number_where_portrait_pages_have_it()
    {
        var pages = Pages(Sources.Notice(Landscape));
        var page = pages.Single(candidate => candidate.IsLandscape);
        var words = PageTextLayer.Of(page);

        var label = words.Single(text => text.Text == "附件");
        Assert.Equal(-90, label.Turn);
        Assert.InRange(label.X, 27, 30);
        Assert.InRange(label.Y, 255, 263);
        var number = words.Where(text => text.Turn == 0).ToList();
        Assert.NotEmpty(number);
        Assert.All(number, text => Assert.InRange(text.Y, 262, 272));
    }

    [Fact]
    public void The_text_layer_holds_the_pages_words_in_reading_order()
    {
        var words = string.Concat(PageTextLayer.Of(Pages(Sources.Notice())[0]).Select(text => text.Text));
        Assert.Contains("中共云河市委办公室文件云办发〔2026〕37号", words, StringComparison.Ordinal);
        Assert.Contains("经研究，决定开展“无会周”活动。现将有关事项通知如下。", words, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_looks_the_same_is_drawn_once()
    {
        using var painter = new PagePainter();
        var pictures = new PagePictures(painter, capacity: 2);
        var first = pictures.Get(Pages(Sources.Notice())[0], Resolution);
        Assert.Same(first, pictures.Get(Pages(Sources.Notice())[0], Resolution));

        pictures.Get(Pages(Sources.Notice(body: "甲。"))[0], Resolution);
        pictures.Get(Pages(Sources.Notice(body: "乙。"))[0], Resolution);
        Assert.NotSame(first, pictures.Get(Pages(Sources.Notice())[0], Resolution));
    }

    [Fact]
    public void A_changed_word_changes_the_pages_fingerprint() =>
        Assert.NotEqual(PageFingerprint.Of(Pages(Sources.Notice(body: "甲。"))[0]), PageFingerprint.Of(Pages(Sources.Notice(body: "乙。"))[0]));

    private static IReadOnlyList<TypesetPage> Pages(string source) => new Typesetter(TestFonts.Library).Typeset(DocumentSource.Read(source).Document!).Pages;
}
