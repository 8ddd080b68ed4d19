using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DocFlow.Documents.Tests.Word;

/// <summary>Word files: valid, holding the format in their own terms, and opened by the real LibreOffice on the same pages.</summary>
public sealed class WordTests
{
    public static TheoryData<string> Samples() =>
        new(Directory.GetFiles(RepositoryFolder.Templates, "sample.gw.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Templates, Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal));

    private static readonly Lazy<Dictionary<string, MeasuredPdf>> Opened = new(() =>
        LibreOffice.ToPdf(Samples().ToDictionary(sample => sample.Data.Replace('/', '-'), sample => Write(Typeset(sample.Data)))));

    [Theory]
    [MemberData(nameof(Samples))]
    public void File_is_valid_by_the_schema(string sample)
    {
        using var stream = new MemoryStream(Write(Typeset(sample)));
        using var document = WordprocessingDocument.Open(stream, false);
        var errors = new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{error.Description} at {error.Path?.XPath}").ToList();

        Assert.Empty(errors);
    }

    [Fact]
    public void Generated_files_are_valid_by_the_schema() => Assert.All(GeneratedSources.All.Take(15), source =>
    {
        using var stream = new MemoryStream(Write(new Typesetter(TestFonts.Library).Typeset(DocumentSource.Read(source.Value).Document!)));
        using var document = WordprocessingDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(document).Select(error => $"{source.Key}: {error.Description} at {error.Path?.XPath}"));
    });

    [Fact]
    [Trait("Rule", "G-01")]
    [Trait("Rule", "G-03")]
    [Trait("Rule", "G-04")]
    public void Sheet_and_margins_are_the_standards()
    {
        var xml = Part(Write(Typeset("notice/general")), "word/document.xml");

        Assert.Contains("<w:pgSz w:w=\"11906\" w:h=\"16838\"/>", xml, StringComparison.Ordinal);
        var margins = System.Text.RegularExpressions.Regex.Match(xml, "<w:pgMar w:top=\"(\\d+)\" w:right=\"(\\d+)\" w:bottom=\"(\\d+)\" w:left=\"(\\d+)\"");
        int Margin(int group) => int.Parse(margins.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture);
        Assert.InRange(Margin(1), 1960 - 57, 1960 + 57);
        Assert.InRange(Margin(4), 1587 - 57, 1587 + 57);
        Assert.InRange(11906 - Margin(2) - Margin(4), 8845 - 57, 8845 + 57);
        Assert.InRange(16838 - Margin(1) - Margin(3), 13031 - 60, 13031 + 60);
    }

    [Fact]
    [Trait("Rule", "G-07")]
    [Trait("Rule", "G-09")]
    [Trait("Rule", "G-12")]
    [Trait("Rule", "G-40")]
    [Trait("Rule", "G-47")]
    public void Styles_name_the_official_families_and_nothing_is_bold()
    {
        var file = Write(Typeset("notice/general"));
        var styles = Part(file, "word/styles.xml");

        Assert.All(["仿宋_GB2312", "楷体_GB2312", "黑体", "宋体", "方正小标宋简体"], family => Assert.Contains(family, styles, StringComparison.Ordinal));
        Assert.Contains("<w:sz w:val=\"32\"/>", styles, StringComparison.Ordinal);
        Assert.Contains("<w:sz w:val=\"44\"/>", styles, StringComparison.Ordinal);
        Assert.Contains("w:before=\"0\" w:after=\"0\" w:line=\"589\" w:lineRule=\"exact\"", styles, StringComparison.Ordinal);
        Assert.DoesNotContain("<w:b/>", styles + Part(file, "word/document.xml"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "G-82")]
    [Trait("Rule", "G-90")]
    public void Page_numbers_are_fields_on_both_sides_and_row_starts_are_kept()
    {
        var file = Write(Typeset("notice/general"));

        Assert.Contains("<w:evenAndOddHeaders/>", Part(file, "word/settings.xml"), StringComparison.Ordinal);
        Assert.Contains("w:noLineBreaksBefore", Part(file, "word/settings.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:jc w:val=\"right\"/>", Part(file, "word/footer1.xml"), StringComparison.Ordinal);
        Assert.Contains(" PAGE ", Part(file, "word/footer2.xml"), StringComparison.Ordinal);
        Assert.Contains("<w:overflowPunct w:val=\"0\"/>", Part(file, "word/styles.xml"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_document_gives_the_same_bytes()
    {
        Assert.Equal(Write(Typeset("notice/general")), Write(Typeset("notice/general")));
        Assert.Equal(MeasuredPdf.Write(Typeset("notice/general")), MeasuredPdf.Write(Typeset("notice/general")));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void LibreOffice_opens_it_on_as_many_pages_with_all_its_text(string sample)
    {
        var typeset = Typeset(sample);
        var pdf = OpenedPdf(sample);

        Assert.Equal(typeset.Pages.Count, pdf.Pages.Count);
        var opened = Plain(string.Concat(pdf.AllRows.Select(row => row.Text)));
        foreach (var text in typeset.Source.Body.OfType<Paragraph>().Select(paragraph => paragraph.Text))
            Assert.Contains(Plain(text)[..Math.Min(20, Plain(text).Length)], opened, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    [Trait("Rule", "G-24")]
    [Trait("Rule", "G-26")]
    [Trait("Rule", "G-35")]
    [Trait("Rule", "G-41")]
    [Trait("Rule", "G-70")]
    [Trait("Rule", "G-81")]
    public void Opened_pages_hold_the_places_of_mark_rule_title_imprint_and_number(string sample)
    {
        var typeset = Typeset(sample);
        var first = OpenedPdf(sample).Pages[0];
        var mark = first.Rows.Where(row => row.Glyphs.Any(glyph => glyph.IsRed)).SelectMany(row => row.Glyphs).ToList();

        Assert.Equal(SpecialSources.MarkTopOf(typeset.Source.Format), mark.Min(glyph => glyph.InkTop), 1.0);
        Assert.Equal(106, (mark.Min(glyph => glyph.Left) + mark.Max(glyph => glyph.Right)) / 2, 1.0);
        Assert.Equal(typeset.Pages[0].Rules.Where(rule => rule.Ink == Ink.Red).Select(rule => rule.Y1).Order(), first.Lines.Where(line => line.IsRed).Select(line => Math.Round(line.Y, 2)).Distinct().Order(), (one, other) => Math.Abs(one - other) < 1);
        if (typeset.Pages[0].Lines.FirstOrDefault(line => line.Role == LineRole.Title) is { } title)
            Assert.Equal(title.Baseline, first.Rows.First(row => Math.Abs(row.Size - 22) < 0.5).Baseline, 1.0);
        if (typeset.Source.Format == PageFormat.Letter)
            return;
        Assert.Equal(262, OpenedPdf(sample).Pages[^1].Lines.Max(line => line.Y), 1.0);
        var dash = first.Rows.Single(row => row.Baseline > 263).Glyphs[0];
        Assert.Equal(269, (dash.InkTop + dash.InkBottom) / 2, 1.0);
    }

    private static MeasuredPdf OpenedPdf(string sample)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        return Opened.Value[sample.Replace('/', '-')];
    }

    private static string Plain(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    private static TypesetDocument Typeset(string sample)
    {
        var reading = DocumentSource.Read(File.ReadAllText(Path.Combine(RepositoryFolder.Templates, sample, "sample.gw.txt")));
        return new Typesetter(TestFonts.Library).Typeset(reading.Document!);
    }

    private static byte[] Write(TypesetDocument typeset)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }

    private static string Part(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open(), Encoding.UTF8);
        return reader.ReadToEnd();
    }
}
