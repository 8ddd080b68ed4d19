using DocFlow.Documents.Papers;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DocFlow.Documents.Tests.Papers;

/// <summary>Printed tables by position: title, type area (28–184 × 37–262 mm, GB/T 9704 5.2.1), repeated head, and Word against PDF.</summary>
public sealed class PaperTests(ITestOutputHelper output)
{
    private const double Left = 28;
    private const double Right = 184;
    private const double Top = 37;
    private const double Bottom = 262;
    private const double Tolerance = 0.3;

    private static readonly DocumentPress Press = new(TestFonts.Library);

    public static TheoryData<string> Samples() => new(All.Keys);

    private static Dictionary<string, Paper> All { get; } = new()
    {
        ["opinions"] = PaperSamples.Opinions(), ["opinions-long"] = PaperSamples.Opinions(more: 30), ["form"] = PaperSamples.Form(2), ["form-long"] = PaperSamples.Form(20),
        ["form-signed"] = PaperSamples.Form(2, PaperSamples.Signature()), ["form-written"] = PaperSamples.Written(2), ["form-written-long"] = PaperSamples.Written(12),
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void The_title_stands_in_the_middle_in_the_titles_face_and_size(string sample)
    {
        var page = Measure(sample).Pages[0];

        foreach (var row in page.Rows.Where(row => row.Size > 20))
        {
            Assert.Equal((Left + Right) / 2, row.Middle, Tolerance);
            Assert.Equal(22, row.Size, 0.1);
        }

        Assert.InRange(page.Rows.Count(row => row.Size > 20), 1, 3);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Everything_stands_inside_the_type_area(string sample)
    {
        foreach (var page in Measure(sample).Pages)
        {
            Assert.All(page.Lines, line =>
            {
                Assert.InRange(line.Left, Left - Tolerance, Right + Tolerance);
                Assert.InRange(line.Right, Left - Tolerance, Right + Tolerance);
                Assert.InRange(line.Y - line.Rise / 2, Top - Tolerance, Bottom + Tolerance);
                Assert.InRange(line.Y + line.Rise / 2, Top - Tolerance, Bottom + Tolerance);
            });
            Assert.Equal(Left, page.Lines.Min(line => line.Left), Tolerance);
            Assert.Equal(Right, page.Lines.Max(line => line.Right), Tolerance);
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Every_word_stands_inside_its_cell(string sample)
    {
        foreach (var page in Measure(sample).Pages)
        {
            foreach (var row in page.TextRows.Where(row => row.Size < 13 && !row.Text.StartsWith("拟稿单位：", StringComparison.Ordinal)))
            {
                // Vertical rules that this row of text passes.
                var edges = page.Lines.Where(line => line.Rise > 1 && line.Y - line.Rise / 2 < row.Baseline && line.Y + line.Rise / 2 > row.Baseline).Select(line => line.Left).ToList();
                Assert.True(edges.Count >= 2, row.Text);
                Assert.All(row.Glyphs, glyph => Assert.DoesNotContain(edges, edge => glyph.Left < edge - Tolerance && glyph.Right > edge + Tolerance));
            }
        }
    }

    [Fact]
    public void The_head_is_repeated_at_the_top_of_each_page()
    {
        var pages = Measure("opinions-long").Pages;

        Assert.InRange(pages.Count, 3, 8);
        Assert.All(pages, page => Assert.Single(page.Rows, row => row.Text == "序号单位意见采纳情况理由备注"));
        Assert.All(pages.Skip(1), page => Assert.InRange(page.Rows.First(row => row.Text.StartsWith("序号", StringComparison.Ordinal)).BoxTop, Top, Top + 4));
        Assert.All(pages, page => Assert.Contains(page.Rows, row => row.Text == $"— {page.Number} —" || row.Text == $"—{page.Number}—"));
    }

    [Fact]
    [Trait("Journey", "J05")]
    public void Three_units_stand_with_their_opinions_and_answers()
    {
        var pages = Measure("opinions").Pages;
        var text = string.Concat(Assert.Single(pages).Rows.Select(row => row.Text));

        Assert.All(new[] { "市委组织部", "市财政局", "市行政审批局", "部分采纳", "系统自动" }, words => Assert.Contains(words, text, StringComparison.Ordinal));
        Assert.DoesNotContain("— 1 —", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_form_with_long_opinions_goes_on_on_the_next_page_and_a_short_one_is_one_sheet()
    {
        Assert.Single(Measure("form").Pages);
        var pages = Measure("form-long").Pages;

        Assert.InRange(pages.Count, 2, 3);
        Assert.Equal(20, pages.SelectMany(page => page.Rows).Count(row => row.Text.Contains("石磊", StringComparison.Ordinal)));
    }

    [Fact]
    [Trait("Journey", "J08")]
    public void A_signature_stands_before_the_name_inside_its_box_and_covers_no_word()
    {
        var page = Measure("form-signed").Pages[0];

        var picture = Assert.Single(page.Pictures);
        var (words, name) = (page.Rows.Single(row => row.Text == "同意印发。"), page.Rows.Single(row => row.Text.StartsWith("陆明", StringComparison.Ordinal)));
        Assert.Equal((30, 12), (Math.Round(picture.Width, 1), Math.Round(picture.Height, 1)));
        // 2 mm before the name, in the middle of its row.
        Assert.Equal(name.Left - 2, picture.Right, 0.5);
        Assert.Equal((name.BoxTop + name.BoxBottom) / 2, picture.Centre.Y, 1.0);
        Assert.True(picture.Top > words.BoxBottom, $"{picture.Top} {words.BoxBottom}");
        var box = page.Lines.Where(line => line.Rise < 0.1).Select(line => line.Y).Order().ToList();
        Assert.Equal(box.Count(y => y < picture.Top), box.Count(y => y < picture.Top + picture.Height));
        Assert.Empty(Measure("form").Pages[0].Pictures);
    }

    [Theory]
    [Trait("Journey", "J08")]
    [InlineData("form-written", 1, 4)]
    [InlineData("form-written-long", 2, 14)]
    public void Handwriting_stands_inside_its_box_and_covers_no_word(string sample, int pages, int pictures)
    {
        var measured = Measure(sample).Pages;

        Assert.Equal((pages, pictures), (measured.Count, measured.Sum(page => page.Pictures.Count)));
        foreach (var page in measured)
        {
            var across = page.Lines.Where(line => line.Rise < 0.1).Select(line => line.Y).ToList();
            foreach (var picture in page.Pictures)
            {
                var (left, right, top, bottom) = (picture.Left, picture.Right, picture.Top, picture.Top + picture.Height);
                // In the box at the right of its label, whose rules are 21 mm and the whole width from the left.
                Assert.InRange(left, Left + 21, Right);
                Assert.InRange(right, left + 1, Right);
                Assert.InRange(top, Top, Bottom - picture.Height);
                Assert.Equal(across.Count(y => y < top), across.Count(y => y < bottom));
                Assert.DoesNotContain(page.Rows, row => row.Left < right && row.Right > left && row.BoxTop < bottom && row.BoxBottom > top);
                Assert.DoesNotContain(page.Pictures, other => other != picture && other.Left < right && other.Right > left && other.Top < bottom && other.Top + other.Height > top);
            }
        }

        // 12 strokes over 1600 × 320 units of 0.05 mm, and the widest line's half around them.
        var leaders = measured[0].Pictures.MaxBy(picture => picture.Width)!;
        Assert.Equal((81, 17), (Math.Round(leaders.Width), Math.Round(leaders.Height)));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Word_is_valid_by_the_schema_and_repeats_its_head(string sample)
    {
        using var stream = new MemoryStream(Write(sample, FileFormat.Word));
        using var document = WordprocessingDocument.Open(stream, false);

        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Description} at {error.Path?.XPath}"));
        var table = Assert.Single(document.MainDocumentPart!.Document!.Body!.Elements<Table>());
        var heads = table.Elements<TableRow>().TakeWhile(row => row.TableRowProperties?.GetFirstChild<TableHeader>() is not null).Count();
        Assert.Equal(All[sample].Rows.Count(row => row.IsHead), heads);
        Assert.Equal(sample switch { "form-signed" => 1, "form-written" => 4, "form-written-long" => 14, _ => 0 }, document.MainDocumentPart.ImageParts.Count());
    }

    [Fact]
    public void Word_and_pdf_hold_the_same_rows_in_the_same_places()
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        var opened = LibreOffice.ToPdf(All.Keys.ToDictionary(sample => sample, sample => Write(sample, FileFormat.Word)), asWordReadsIt: true);

        foreach (var sample in All.Keys)
        {
            var pdf = Measure(sample);
            var agreement = Agreement.Of(pdf, opened[sample], tolerance: 1);
            output.WriteLine($"{sample}: {pdf.Pages.Count}/{opened[sample].Pages.Count} pages, {agreement}: {string.Join(" / ", agreement.Differences.Take(4))}");
            Assert.Equal(pdf.Pages.Count, opened[sample].Pages.Count);
            Assert.Equal(agreement.Rows, agreement.SameText);
            // Two cells of a row with the same sign can't be told apart.
            Assert.DoesNotContain(agreement.Differences, difference => !difference.Contains("“—”", StringComparison.Ordinal));
            foreach (var (ours, theirs) in pdf.Pages.Zip(opened[sample].Pages))
            {
                Assert.Equal(ours.Pictures.Count, theirs.Pictures.Count);
                foreach (var (own, other) in ours.Pictures.OrderBy(picture => picture.Top).Zip(theirs.Pictures.OrderBy(picture => picture.Top)))
                    Assert.True(Math.Abs(own.Left - other.Left) < 1 && Math.Abs(own.Top - other.Top) < 1, $"{sample}, page {ours.Number}: {own} {other}");
            }
        }
    }

    private static MeasuredPdf Measure(string sample) => MeasuredPdf.Read(Write(sample, FileFormat.Pdf));

    private static byte[] Write(string sample, FileFormat format)
    {
        using var stream = new MemoryStream();
        Press.Write(Press.Typeset(All[sample]), format, stream);
        return stream.ToArray();
    }
}
