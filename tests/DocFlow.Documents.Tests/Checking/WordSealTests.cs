using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DocFlow.Documents.Tests.Rules;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Places of seals and of a joint mark's end in Word files, as their anchors and frames tell them.</summary>
public sealed partial class WordSealTests
{
    private const int PerMillimetre = 36000;

    [Theory]
    [InlineData(RuleDocuments.Sealed)]
    [InlineData(RuleDocuments.JointSealed)]
    [InlineData(RuleDocuments.ManySealed)]
    [InlineData(RuleDocuments.Joint)]
    public void Seals_and_marks_in_their_places_are_no_fault(string name) =>
        Assert.DoesNotContain(CheckedFiles.CheckWord(RuleDocuments.Word(name)), finding => finding.Rule is "G-54" or "G-55" or "G-56" or "G-57" or "G-28");

    [Fact]
    public void A_seal_aside_of_the_date_is_found() => AssertFound(RuleDocuments.Sealed, xml => MoveSeal(xml, 0, 20), "G-54", "偏20");

    [Fact]
    public void Seals_that_cross_are_found() => AssertFound(RuleDocuments.JointSealed, xml => MoveSeal(xml, 0, 20), "G-57", "重叠");

    [Fact]
    public void A_seal_outside_the_type_area_is_found() => AssertFound(RuleDocuments.JointSealed, xml => MoveSeal(xml, 0, -100), "G-57", " mm至");

    [Fact]
    public void A_name_without_its_seal_is_found() => AssertFound(RuleDocuments.JointSealed, RemoveSeal, "G-56", "3枚印章，4个署名");

    [Fact]
    public void A_seal_that_hangs_on_the_date_and_stands_beside_it_is_found() =>
        AssertFound(RuleDocuments.Sealed, xml => HangOn(xml, 60), "G-56", "相距");

    [Fact]
    public void A_seal_below_name_and_date_is_found() => AssertFound(RuleDocuments.Sealed, xml => HangOn(xml, 0), "G-54", "署名高于印章中心");

    [Fact]
    public void The_end_of_a_joint_mark_out_of_the_middle_is_found() =>
        AssertFound(RuleDocuments.Joint, xml => MarkFrame().Replace(xml, match => string.Create(CultureInfo.InvariantCulture, $"{match.Groups[1].Value}{int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture) + 700}\""), 1), "G-28", "偏下");

    [Theory]
    [InlineData("", "靠上")]
    [InlineData("<w:vAlign w:val=\"bottom\"/>", "靠下")]
    [InlineData("<w:vAlign w:val=\"center\"/>", null)]
    public void In_a_table_the_end_stands_in_the_middle_of_its_cell(string place, string? measured)
    {
        static string Cell(string properties, params string[] rows) => $"<w:tc><w:tcPr>{properties}</w:tcPr>{string.Concat(rows.Select(row => ForeignWord.Paragraph("<w:spacing w:line=\"1000\" w:lineRule=\"exact\"/>", "方正小标宋简体", 84, row, "<w:color w:val=\"FF0000\"/>")))}</w:tc>";
        var table = $"<w:tbl><w:tblPr/><w:tr>{Cell("", "中共云河市委办公室", "云河市人民政府办公室")}{Cell(place, "文件")}</w:tr></w:tbl>";
        var file = Rewrite(new ForeignWord { Mark = "占位文件" }.Write(), xml => MarkParagraph().Replace(xml, table, 1));
        var finding = CheckedFiles.CheckWord(file).FirstOrDefault(finding => finding.Rule == "G-28");

        Assert.Equal(measured, finding?.Measured);
    }

    private static void AssertFound(string name, Func<string, string> change, string rule, string measured)
    {
        var findings = CheckedFiles.CheckWord(Rewrite(RuleDocuments.Word(name), change));

        Assert.True(findings.Any(finding => finding.Rule == rule && finding.Measured!.Contains(measured, StringComparison.Ordinal)), CheckedFiles.Describe(findings));
    }

    private static string MoveSeal(string xml, int index, double right)
    {
        var match = SealPlace().Matches(xml)[index];
        var x = long.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) + (long)(right * PerMillimetre);
        return string.Concat(xml.AsSpan(0, match.Groups[1].Index), x.ToString(CultureInfo.InvariantCulture), xml.AsSpan(match.Groups[1].Index + match.Groups[1].Length));
    }

    private static string RemoveSeal(string xml)
    {
        var at = SealRun().Match(xml);
        return xml.Remove(at.Index, at.Length);
    }

    // Down from the row of the name, which it is anchored in.
    private static string HangOn(string xml, double down) =>
        SealHeight().Replace(xml, string.Create(CultureInfo.InvariantCulture, $"<wp:positionV relativeFrom=\"paragraph\"><wp:posOffset>{(long)(down * PerMillimetre)}</wp:posOffset>"), 1);

    private static byte[] Rewrite(byte[] file, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(file);
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = archive.GetEntry("word/document.xml")!;
            string xml;
            using (var reader = new StreamReader(entry.Open()))
                xml = reader.ReadToEnd();
            var changed = change(xml);
            Assert.NotEqual(xml, changed);
            entry.Delete();
            using var target = archive.CreateEntry("word/document.xml").Open();
            target.Write(Encoding.UTF8.GetBytes(changed));
        }

        return stream.ToArray();
    }

    [GeneratedRegex("relativeHeight=\"10\\d\\d\".*?<wp:positionH relativeFrom=\"page\"><wp:posOffset>(-?\\d+)</wp:posOffset>")]
    private static partial Regex SealPlace();

    [GeneratedRegex("(?<=relativeHeight=\"10\\d\\d\"[^>]*>(?:(?!positionV).)*)<wp:positionV relativeFrom=\"page\"><wp:posOffset>-?\\d+</wp:posOffset>")]
    private static partial Regex SealHeight();

    [GeneratedRegex("<w:r><w:drawing><wp:anchor [^>]*relativeHeight=\"10\\d\\d\".*?</w:drawing></w:r>")]
    private static partial Regex SealRun();

    [GeneratedRegex("(<w:framePr [^>]*w:y=\")(\\d+)\"")]
    private static partial Regex MarkFrame();

    [GeneratedRegex("<w:p>(?:(?!</w:p>).)*占位文件.*?</w:p>")]
    private static partial Regex MarkParagraph();
}
