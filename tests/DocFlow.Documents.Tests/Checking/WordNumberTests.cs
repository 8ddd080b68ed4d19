using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Checking;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Numbers that Word counts itself are read as what stands on the page: levels, their families and their order are judged by them.</summary>
public sealed class WordNumberTests
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Good = "<w:lvl w:ilvl=\"0\"><w:start w:val=\"3\"/><w:numFmt w:val=\"chineseCountingThousand\"/><w:lvlText w:val=\"%1、\"/></w:lvl><w:lvl w:ilvl=\"1\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"（%2）\"/></w:lvl>";

    [Fact]
    public void Headings_with_right_numbers_in_their_families_have_no_finding()
    {
        var findings = Check(Good, (0, "黑体", "加强领导"), (1, "楷体_GB2312", "明确分工"), (1, "楷体_GB2312", "压实责任"), (0, "黑体", "强化督查"), (1, "楷体_GB2312", "定期通报"));

        Assert.DoesNotContain(findings, finding => finding.Rule is "G-09" or "G-46" or "G-47" or "G-48");
        Assert.DoesNotContain("自动编号", Assert.Single(findings, finding => finding.Rule == "T-03").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_heading_in_the_family_of_text_is_found() =>
        Assert.Contains(Check(Good, (0, "仿宋_GB2312", "加强领导")), finding => finding.Rule == "G-47" && finding.Text == "加强领导");

    [Fact]
    public void Wrong_forms_are_found() => Assert.Contains(Check(
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"decimal\"/><w:lvlText w:val=\"%1、\"/></w:lvl>", (0, "仿宋_GB2312", "加强领导")), finding => finding.Rule == "G-47" && finding.Measured?.Contains("1、", StringComparison.Ordinal) == true);

    [Fact]
    public void Numbers_that_begin_too_late_are_found() => Assert.Contains(Check(
        Good.Replace("w:val=\"3\"", "w:val=\"5\"", StringComparison.Ordinal), (0, "黑体", "加强领导")), finding => finding.Rule == "G-48" && finding.Text?.StartsWith("五、", StringComparison.Ordinal) == true);

    [Fact]
    public void Numbers_that_cannot_be_told_are_said_to_be_so() => Assert.Contains("自动编号", Assert.Single(Check(
        "<w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"hebrew1\"/><w:lvlText w:val=\"%1.\"/></w:lvl>", (0, "仿宋_GB2312", "加强领导。")), finding => finding.Rule == "T-03").Message, StringComparison.Ordinal);

    [Fact]
    public void A_bullet_is_no_number() => Assert.DoesNotContain("自动编号", Assert.Single(Check(
        "<w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/><w:lvlText w:val=\"\uF06C\"/></w:lvl>", (0, "仿宋_GB2312", "加强领导。")), finding => finding.Rule == "T-03").Message, StringComparison.Ordinal);

    private static IReadOnlyList<Finding> Check(string levels, params (int Level, string Font, string Text)[] paragraphs)
    {
        var body = string.Concat(paragraphs.Select(paragraph => ForeignWord.Paragraph(
            $"<w:numPr><w:ilvl w:val=\"{paragraph.Level}\"/><w:numId w:val=\"1\"/></w:numPr><w:spacing w:line=\"579\" w:lineRule=\"exact\"/><w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>", paragraph.Font, 32, paragraph.Text, "<w:spacing w:val=\"-5\"/>")));
        using var stream = new MemoryStream();
        stream.Write(new ForeignWord { ExtraBody = body }.Write());
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = archive.CreateEntry("word/numbering.xml").Open();
            part.Write(Encoding.UTF8.GetBytes($"<w:numbering {Namespace}><w:abstractNum w:abstractNumId=\"0\">{levels}</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>"));
        }

        return CheckedFiles.CheckWord(stream.ToArray());
    }
}
