using System.IO.Compression;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Word;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Journey J29: files from outside, good and bad, as Word file and as PDF of it.</summary>
[Trait("Journey", "J29")]
public sealed class OutsideFileTests
{
    private const string NarrowMargins = "<w:pgMar w:top=\"1417\" w:right=\"1417\" w:bottom=\"1417\" w:left=\"1417\" w:header=\"851\" w:footer=\"992\" w:gutter=\"0\"/>";

    private static readonly ForeignWord Good = new() { Body = [.. new ForeignWord().Body, .. Enumerable.Repeat(Sources.PlainWords + Sources.PlainWords + Sources.PlainWords + "。", 9)] };
    private static readonly ForeignWord Bad = Good with { Margins = NarrowMargins, Line = "<w:spacing w:line=\"360\" w:lineRule=\"auto\"/>" };

    private static readonly Lazy<Dictionary<string, MeasuredPdf>> Drawn = new(() => LibreOffice.ToPdf(new Dictionary<string, byte[]> { ["good"] = Good.Write(), ["bad"] = Bad.Write() }, asWordReadsIt: true));

    [Fact]
    public void A_good_word_file_has_no_blocking_finding() => AssertNoBlocking(CheckedFiles.CheckWord(Good.Write()));

    [Fact]
    public void A_pdf_of_the_good_file_has_no_blocking_finding()
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        AssertNoBlocking(FileChecker.CheckPdf(Drawn.Value["good"].Bytes));
    }

    [Theory]
    [InlineData("G-02", "25.0 mm", "37 mm±1 mm")]
    [InlineData("G-03", "25.0 mm", "28 mm±1 mm")]
    [InlineData("G-04", "160.0 mm", "156 mm±1 mm")]
    [InlineData("G-05", "247.0 mm", "225 mm±2 mm")]
    [InlineData("G-08", "1.5倍行距（约11.0 mm）", "10.2 mm至10.45 mm（28.95至29.6磅）")]
    public void The_bad_word_file_is_found_with_clause_place_and_measures(string rule, string measured, string required)
    {
        var finding = Assert.Single(CheckedFiles.CheckWord(Bad.Write()), finding => finding.Rule == rule);

        Assert.Equal((measured, required), (finding.Measured, finding.Required));
        Assert.NotNull(finding.Clause);
        Assert.NotNull(finding.Line);
    }

    [Theory]
    [InlineData("G-02")]
    [InlineData("G-03")]
    [InlineData("G-04")]
    [InlineData("G-05")]
    [InlineData("G-08")]
    public void The_pdf_of_the_bad_file_tells_the_same(string rule)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        var findings = FileChecker.CheckPdf(Drawn.Value["bad"].Bytes);
        var finding = findings.FirstOrDefault(finding => finding.Rule == rule);

        Assert.True(finding is not null, CheckedFiles.Describe(findings));
        Assert.NotNull(finding.Page);
        Assert.Contains(" mm", finding.Measured, StringComparison.Ordinal);
        Assert.Contains(" mm", finding.Required, StringComparison.Ordinal);
        Assert.NotNull(finding.Clause);
    }

    [Fact]
    public void What_a_pdf_cannot_tell_is_said_once()
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        var said = Assert.Single(FileChecker.CheckPdf(Drawn.Value["bad"].Bytes), finding => finding.Rule == "T-03");

        Assert.Equal(FindingSeverity.Info, said.Severity);
        Assert.Contains("段前段后间距", said.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_is_refused_for_want_of_a_text_layer()
    {
        using var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4).AddPng(OnePixel, new UglyToad.PdfPig.Core.PdfRectangle(0, 0, 595, 842));

        Assert.Contains("没有文字层", Assert.Throws<UnreadableFileException>(() => FileChecker.CheckPdf(builder.Build())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_with_macros_is_refused()
    {
        var file = Good.Write();
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        using (var macro = archive.CreateEntry("word/vbaProject.bin").Open())
            macro.WriteByte(1);

        Assert.Contains("宏", Assert.Throws<UnreadableFileException>(() => CheckedFiles.CheckWord(stream.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_hidden_paragraph_is_reported()
    {
        const string hidden = "此段不对外公开。";
        var file = Good with { ExtraBody = ForeignWord.Paragraph("<w:spacing w:line=\"579\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\"/>", "仿宋_GB2312", 32, hidden, "<w:vanish/><w:spacing w:val=\"-5\"/>") };
        var finding = Assert.Single(CheckedFiles.CheckWord(file.Write()), finding => finding.Rule == "T-04");

        Assert.Equal(hidden, finding.Text);
        Assert.NotNull(finding.Line);
    }

    private static readonly byte[] OnePixel = Convert.FromBase64String("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    private static void AssertNoBlocking(IReadOnlyList<Finding> findings) =>
        Assert.True(findings.All(finding => finding.Severity != FindingSeverity.Blocking), CheckedFiles.Describe(findings));
}
