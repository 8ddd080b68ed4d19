using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;
using DocumentFormat.OpenXml.Packaging;
using WordParagraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Faults planted in documents are found in their Word and PDF files, each at its place; clean files have none that blocks.</summary>
public sealed class FileCheckerTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-check-").FullName;

    public static TheoryData<string> Samples() =>
        new(Directory.GetFiles(RepositoryFolder.Templates, "sample.gw.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Templates, Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal));

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(Samples))]
    public void Sample_has_no_blocking_finding(string sample)
    {
        var (word, pdf) = Render(File.ReadAllText(Path.Combine(RepositoryFolder.Templates, sample, "sample.gw.txt")));
        Assert.DoesNotContain(FileChecker.CheckWord(word), finding => finding.Severity == FindingSeverity.Blocking);
        Assert.DoesNotContain(FileChecker.CheckPdf(pdf), finding => finding.Severity == FindingSeverity.Blocking);
        Assert.True(FileChecker.CheckPdf(pdf).All(finding => finding.Rule != "G-48"), CheckedFiles.Describe(FileChecker.CheckPdf(pdf)));
    }

    [Theory]
    [Trait("Rule", "G-29")]
    [InlineData("依据云办发[2026]37号执行。", "云办发[2026]37号", "G-29", FindingSeverity.Blocking)]
    [InlineData("依据云办发〔2026〕037号执行。", "云办发〔2026〕037号", "G-29", FindingSeverity.Blocking)]
    [Trait("Rule", "G-51")]
    [InlineData("于2026年01月5日报送。", "2026年01月5日", "G-51", FindingSeverity.Blocking)]
    [InlineData("于2026年2月30日报送。", "2026年2月30日", "G-51", FindingSeverity.Blocking)]
    [Trait("Rule", "G-61")]
    [InlineData("（此页无正文）", "此页无正文", "G-61", FindingSeverity.Blocking)]
    [Trait("Rule", "G-93")]
    [InlineData("加强领导,落实责任。", "导,落", "G-93", FindingSeverity.Blocking)]
    [Trait("Rule", "G-94")]
    [InlineData("共１２项。", "１２", "G-94", FindingSeverity.Blocking)]
    [InlineData("于26年底完成。", "于26年", "G-94", FindingSeverity.Blocking)]
    [Trait("Rule", "G-47")]
    [InlineData("①加强领导", "①", "G-47", FindingSeverity.Info)]
    [Trait("Rule", "G-48")]
    [InlineData("一、加强领导\n三、落实责任", "三、", "G-48", FindingSeverity.Info)]
    public void A_fault_far_down_is_found_at_its_place(string fault, string words, string rule, FindingSeverity severity)
    {
        var (word, pdf) = Render(Sources.Notice(Sources.Imprint, Sources.LongBody(4) + "\n" + fault));

        var inPdf = Assert.Single(FileChecker.CheckPdf(pdf), finding => finding.Rule == rule);
        var page = MeasuredPdf.Read(File.ReadAllBytes(pdf)).Pages.Single(page => page.TextRows.Any(row => row.Text.Contains(words, StringComparison.Ordinal)));
        Assert.Equal(page.Number, inPdf.Page);
        Assert.True(page.Number > 1);
        Assert.Equal(page.TextRows.ToList().FindIndex(row => row.Text.Contains(words, StringComparison.Ordinal)) + 1, inPdf.Line);

        var inWord = Assert.Single(FileChecker.CheckWord(word), finding => finding.Rule == rule);
        using var document = WordprocessingDocument.Open(word, false);
        var paragraphs = document.MainDocumentPart!.Document!.Descendants<WordParagraph>().ToList();
        Assert.Equal(paragraphs.FindIndex(paragraph => paragraph.InnerText.Contains(words, StringComparison.Ordinal)) + 1, inWord.Line);

        Assert.All([inPdf, inWord], finding =>
        {
            Assert.Equal(severity, finding.Severity);
            Assert.NotNull(finding.Clause);
            Assert.NotNull(finding.Strength);
            Assert.NotNull(finding.Required);
            Assert.NotNull(finding.Fix);
        });
    }

    [Theory]
    [Trait("Rule", "G-29")]
    [Trait("Rule", "G-43")]
    [InlineData("云办发[2026]37号", Sources.Issuer + "关于开会的通知", "G-29")]
    [InlineData("云办发〔2026〕第37号", Sources.Issuer + "关于开会的通知", "G-29")]
    [InlineData("云办发〔2026〕37号", Sources.Issuer + "关于开会的通知。", "G-43")]
    [InlineData("云办发〔2026〕37号", Sources.Issuer + "开会的通知", "G-43")]
    public void A_wrong_element_is_found_on_page_1(string number, string title, string rule)
    {
        var (word, pdf) = Render(Sources.Notice(Sources.Imprint, number: $"发文字号: \"{number}\"", title: title));

        var inPdf = Assert.Single(FileChecker.CheckPdf(pdf), finding => finding.Severity == FindingSeverity.Blocking);
        Assert.Equal((rule, 1), (inPdf.Rule, inPdf.Page!.Value));
        Assert.Equal(rule, Assert.Single(FileChecker.CheckWord(word), finding => finding.Severity == FindingSeverity.Blocking).Rule);
    }

    [Fact]
    public void Source_findings_name_the_elements_line()
    {
        var reading = DocumentSource.Read(Sources.Notice(Sources.Imprint, number: "发文字号: \"云办发[2026]37号\"", title: Sources.Issuer + "关于开会,学习的通知", recipients: "甲局,乙局"));
        var findings = DocumentChecker.Check(reading.Document!, reading.ElementLines);

        Assert.Equal([("G-29", 4), ("G-93", 5), ("G-93", 6)], findings.Select(finding => (finding.Rule, finding.Line!.Value)));
    }

    [Fact]
    public void A_zip_bomb_is_not_unpacked()
    {
        var path = Path.Combine(_folder, "bomb.docx");
        using (var archive = System.IO.Compression.ZipFile.Open(path, System.IO.Compression.ZipArchiveMode.Create))
        using (var entry = archive.CreateEntry("word/document.xml", System.IO.Compression.CompressionLevel.Fastest).Open())
        {
            var block = new byte[1024 * 1024];
            for (var count = 0; count < 65; count++)
                entry.Write(block);
        }

        Assert.Contains("超过上限", Assert.Throws<UnreadableFileException>(() => FileChecker.CheckWord(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new byte[] { 0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1 }, "已加密")]
    [InlineData(new byte[] { 1, 2, 3 }, "不是 Word 文件")]
    [InlineData(new byte[] { }, "不是 Word 文件")]
    public void A_word_file_that_is_none_is_refused(byte[] bytes, string message)
    {
        var path = Path.Combine(_folder, "a.docx");
        File.WriteAllBytes(path, bytes);
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => FileChecker.CheckWord(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "不是 PDF 文件")]
    [InlineData("%PDF-1.7 broken", "不是 PDF 文件")]
    public void A_pdf_that_is_none_is_refused(string content, string message)
    {
        var path = Path.Combine(_folder, "a.pdf");
        File.WriteAllText(path, content);
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => FileChecker.CheckPdf(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_without_text_is_refused()
    {
        using var builder = new UglyToad.PdfPig.Writer.PdfDocumentBuilder();
        builder.AddPage(UglyToad.PdfPig.Content.PageSize.A4);
        var path = Path.Combine(_folder, "scan.pdf");
        File.WriteAllBytes(path, builder.Build());
        Assert.Contains("没有文字层", Assert.Throws<UnreadableFileException>(() => FileChecker.CheckPdf(path)).Message, StringComparison.Ordinal);
    }

    private (string Word, string Pdf) Render(string source)
    {
        var reading = DocumentSource.Read(source);
        Assert.Empty(reading.Problems);
        var typeset = new Typesetter(TestFonts.Library).Typeset(reading.Document!);
        var (word, pdf) = (Path.Combine(_folder, "a.docx"), Path.Combine(_folder, "a.pdf"));
        using (var file = File.Create(word))
            WordWriter.Write(typeset.Source, typeset, file);
        File.WriteAllBytes(pdf, MeasuredPdf.Write(typeset));
        return (word, pdf);
    }
}
