using System.Text;
using DocFlow.Documents.Pdf;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;

namespace DocFlow.Documents.Tests.Pdf;

public sealed class PdfWriterTests
{
    [Fact]
    public void The_same_document_always_gives_the_same_bytes()
    {
        var source = Sources.Notice(Sources.Imprint, Sources.LongBody(3));
        Assert.Equal(Fresh(source), Fresh(source));

        static byte[] Fresh(string source)
        {
            using var stream = new MemoryStream();
            new PdfWriter(TestFonts.Library).Write(Typeset(source), stream, new PdfDetails("标题", "作者"));
            return stream.ToArray();
        }
    }

    [Fact]
    public void Common_characters_extract_as_themselves_not_as_radicals()
    {
        const string words = "人一大小山水木火土金日月";
        Assert.Contains(MeasuredPdf.Of(Sources.Notice(body: words)).AllRows, row => row.Text == words);
    }

    [Theory]
    [InlineData("增长15.5%以上", "15.5%")]
    [InlineData("共1,234.56万元", "1,234.56万元")]
    [InlineData("同比增长GDP总量", "GDP")]
    public void Numbers_and_words_extract_without_gaps_that_read_as_spaces(string body, string expected)
    {
        var row = MeasuredPdf.Of(Sources.Notice(body: body)).Pages[0].Rows.Single(row => row.Text.Contains(expected, StringComparison.Ordinal));
        var at = row.Text.IndexOf(expected, StringComparison.Ordinal);
        var glyphs = row.Glyphs.Skip(at).Take(expected.Length).ToList();

        // Readers take a tenth of the type size for a space.
        Assert.All(glyphs.Zip(glyphs.Skip(1)), pair => Assert.True(pair.Second.Left - pair.First.Right < 0.1 * 16 * 25.4 / 72, $"{pair.First.Text} {pair.Second.Text}"));
    }

    [Fact]
    [Trait("Rule", "G-13")]
    public void Characters_that_the_first_face_lacks_come_from_another_and_are_reported()
    {
        const string rare = "玥喆堃昇祎珺";
        var typeset = Typeset(Sources.Notice(body: $"联系人：李{rare}。"));
        var pdf = MeasuredPdf.Read(MeasuredPdf.Write(typeset));

        Assert.Contains(pdf.AllRows, row => row.Text.Contains(rare, StringComparison.Ordinal));
        Assert.All(typeset.Pages.SelectMany(page => page.Lines).SelectMany(line => line.Runs).SelectMany(run => run.Glyphs), glyph => Assert.NotEqual(0, glyph.Id));
        Assert.Contains(typeset.Findings, finding => finding.Text is { } text && rare.Contains(text, StringComparison.Ordinal));
    }

    [Fact]
    public void Three_pages_take_less_than_200_kilobytes()
    {
        var pdf = MeasuredPdf.Of(Sources.Notice(body: Sources.LongBody(6)));
        Assert.InRange(pdf.Pages.Count, 3, 4);
        Assert.InRange(pdf.Bytes.Length, 1, 200 * 1024);
    }

    [Fact]
    public void The_file_is_tagged_Chinese_and_names_its_title()
    {
        var pdf = MeasuredPdf.Of(Sources.Notice());
        var text = Encoding.Latin1.GetString(pdf.Bytes);
        Assert.Contains("/StructTreeRoot", text, StringComparison.Ordinal);
        Assert.Contains("/Lang(zh-CN)", text, StringComparison.Ordinal);
        Assert.Contains("/S/H1", text, StringComparison.Ordinal);
        using var read = PdfDocument.Open(pdf.Bytes);
        Assert.Equal("中共云河市委办公室关于开展“无会周”活动的通知", read.Information.Title);
    }

    [Fact]
    public void A_reused_subset_gives_the_same_file_as_a_new_one()
    {
        var writer = new PdfWriter(TestFonts.Library);
        var typeset = Typeset(Sources.Notice());
        Assert.Equal(Write(), Write());

        byte[] Write()
        {
            using var stream = new MemoryStream();
            writer.Write(typeset, stream, new PdfDetails("标题", "作者"));
            return stream.ToArray();
        }
    }

    private static TypesetDocument Typeset(string source) => new Typesetter(TestFonts.Library).Typeset(DocumentSource.Read(source).Document!);
}
