using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Checking.Reporting;
using DocFlow.Documents.Tests.Measuring;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Corrected copies of Word files, findings as comments in them, and the report.</summary>
[Trait("Journey", "J29")]
public sealed class CorrectedCopyTests
{
    // What a machine sets right; the others need a person.
    private static readonly string[] Mended =
    [
        "letter paper", "top margin", "left margin", "type area width", "type area height", "rows too far apart", "characters too wide", "multiple line spacing", "body size", "body family", "blue text",
        "black mark", "black rule", "space between paragraphs", "mark's family", "number's brackets", "number on the left", "title's size", "title's family", "bold title", "title on the left", "title's end mark",
        "recipients indented", "recipients' colon", "no first-row indent", "heading's family", "second level's family", "bold text", "annex list flush", "annex list's end mark", "date's zeros", "annex on the same page",
        "annex label's family", "annex label's colon", "copies without full stop", "imprint's size", "page number's size", "page number's family", "footer's distance", "half-width comma", "full-width digits",
    ];

    public static TheoryData<string> MendedNames => new(Mended);

    public static TheoryData<string> LeftNames => new(WordFaultTests.Faults.Keys.Except(Mended));

    [Theory]
    [MemberData(nameof(MendedNames))]
    public void What_a_machine_may_mend_is_mended(string name)
    {
        var (fault, rule, _, _) = WordFaultTests.Faults[name];
        var original = fault.Write();
        var untouched = original.ToArray();
        var before = CheckedFiles.CheckWord(original);
        var corrected = WordCorrector.Correct(original);
        var after = CheckedFiles.CheckWord(corrected.Content);

        Assert.Equal(untouched, original);
        Assert.Contains(corrected.Fixed, finding => finding.Rule == rule);
        Assert.True(after.All(finding => finding.Rule != rule), CheckedFiles.Describe(after));
        Assert.True(after.Count < before.Count, CheckedFiles.Describe(after));
        Assert.True(after.All(finding => finding.Severity != FindingSeverity.Blocking), CheckedFiles.Describe(after));
        AssertValid(corrected.Content);
    }

    [Theory]
    [MemberData(nameof(LeftNames))]
    public void What_needs_a_person_stays_and_is_listed(string name)
    {
        var (fault, rule, _, _) = WordFaultTests.Faults[name];
        var corrected = WordCorrector.Correct(fault.Write());

        Assert.Contains(corrected.Left, finding => finding.Rule == rule);
        AssertValid(corrected.Content);
    }

    [Fact]
    public void A_good_file_keeps_its_text_and_has_nothing_mended()
    {
        var original = new ForeignWord().Write();
        var corrected = WordCorrector.Correct(original);

        Assert.Empty(corrected.Fixed);
        Assert.Equal(TextOf(original), TextOf(corrected.Content));
    }

    [Fact]
    public void Only_the_faulty_characters_change_in_the_text()
    {
        var file = new ForeignWord { Number = "云办发[2026]037号", Body = [ForeignWord.FirstParagraph, "依据云办发（2026）第12号,于2026年01月05日前报送１２份材料。"] };

        var text = TextOf(WordCorrector.Correct(file.Write()).Content);

        Assert.Contains("云办发〔2026〕37号", text, StringComparison.Ordinal);
        Assert.Contains("依据云办发〔2026〕12号，于2026年1月5日前报送12份材料。", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_become_comments_at_their_paragraphs()
    {
        var original = new ForeignWord { Body = [ForeignWord.FirstParagraph, "要加强领导,落实责任。"], TitleAlignment = "left" }.Write();
        var findings = CheckedFiles.CheckWord(original);
        var commented = WordComments.Write(original, findings);

        AssertValid(commented);
        using var document = WordprocessingDocument.Open(new MemoryStream(commented), false);
        var comments = document.MainDocumentPart!.WordprocessingCommentsPart!.Comments!.Elements<Comment>().ToList();
        Assert.Equal(findings.Count(finding => finding.Rule != "T-03"), comments.Count);
        var comma = comments.Single(comment => comment.InnerText.Contains("G-93", StringComparison.Ordinal));
        var marked = document.MainDocumentPart.Document!.Descendants<CommentRangeStart>().Single(start => start.Id == comma.Id).Ancestors<Paragraph>().First();
        Assert.Equal("要加强领导,落实责任。", marked.InnerText);
        Assert.Equal("格式检测", comma.Author!.Value);
        Assert.Equal(TextOf(original), TextOf(commented));
    }

    [Fact]
    public void The_report_is_a_word_file_and_a_pdf_in_the_official_layout()
    {
        var findings = CheckedFiles.CheckWord(new ForeignWord { TitleAlignment = "left" }.Write());
        var press = new DocumentPress(TestFonts.Library);
        var report = press.Typeset(CheckReport.Of("通知.docx", findings, countsParagraphs: true, new DateOnly(2026, 12, 4)));
        using var word = new MemoryStream();
        using var pdf = new MemoryStream();
        press.Write(report, FileFormat.Word, word);
        press.Write(report, FileFormat.Pdf, pdf);

        AssertValid(word.ToArray());
        Assert.Contains("G-42", TextOf(word.ToArray()), StringComparison.Ordinal);
        var rows = MeasuredPdf.Read(pdf.ToArray()).AllRows.Select(row => row.Text).ToList();
        Assert.Contains(rows, row => row.Contains("公文格式检测报告", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("G-42", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Contains("2026年12月4日", StringComparison.Ordinal));
    }

    private static string TextOf(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        return string.Join("\n", document.MainDocumentPart!.Document!.Descendants<Paragraph>().Select(paragraph => string.Concat(paragraph.Descendants<Text>().Select(text => text.Text))));
    }

    private static void AssertValid(byte[] file)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(file), false);
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Microsoft365).Validate(document).Select(error => $"{error.Path?.XPath}: {error.Description}"));
    }
}
