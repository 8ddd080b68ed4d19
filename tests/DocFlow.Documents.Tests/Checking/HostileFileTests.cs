using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Tests.Measuring;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Files that are broken, hostile or odd are refused in one line or checked, never opened further or worked on for ever.</summary>
public sealed class HostileFileTests
{
    private const string Namespace = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    public static TheoryData<string, string, string> BrokenDocuments => new()
    {
        { "external entity", $"<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><w:document xmlns:w=\"{Namespace}\"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p></w:body></w:document>", "已损坏" },
        { "growing entities", $"<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]><w:document xmlns:w=\"{Namespace}\"><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>", "已损坏" },
        { "not closed", $"<w:document xmlns:w=\"{Namespace}\"><w:body><w:p>", "已损坏" },
        { "another root", "<html/>", "已损坏" },
        { "no body", $"<w:document xmlns:w=\"{Namespace}\"/>", "已损坏" },
        { "empty part", "", "已损坏" },
    };

    [Theory]
    [MemberData(nameof(BrokenDocuments))]
    public void A_broken_text_part_is_refused(string name, string xml, string message)
    {
        Assert.NotEmpty(name);
        Assert.Contains(message, Assert.Throws<UnreadableFileException>(() => CheckedFiles.CheckWord(Package(("word/document.xml", xml)))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_nothing_but_its_text_is_checked()
    {
        var findings = CheckedFiles.CheckWord(Package(("word/document.xml", $"<w:document xmlns:w=\"{Namespace}\"><w:body><w:p><w:r><w:t>要加强领导,落实责任。</w:t></w:r></w:p></w:body></w:document>")));

        Assert.Contains(findings, finding => finding.Rule == "G-93");
        Assert.Contains("没有写明的纸张和页边距", Assert.Single(findings, finding => finding.Rule == "T-03").Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Styles_that_are_based_on_each_other_end()
    {
        var styles = $"<w:styles xmlns:w=\"{Namespace}\"><w:style w:type=\"paragraph\" w:styleId=\"a\"><w:basedOn w:val=\"b\"/></w:style><w:style w:type=\"paragraph\" w:styleId=\"b\"><w:basedOn w:val=\"a\"/></w:style></w:styles>";
        var text = $"<w:document xmlns:w=\"{Namespace}\"><w:body><w:p><w:pPr><w:pStyle w:val=\"a\"/></w:pPr><w:r><w:t>请知悉。</w:t></w:r></w:p></w:body></w:document>";

        Assert.NotEmpty(CheckedFiles.CheckWord(Package(("word/document.xml", text), ("word/styles.xml", styles))));
    }

    [Fact]
    public void A_bomb_in_another_part_is_not_copied_out()
    {
        var text = $"<w:document xmlns:w=\"{Namespace}\"><w:body><w:p><w:r><w:t>请知悉。</w:t></w:r></w:p></w:body></w:document>";
        using var target = new MemoryStream();
        using (var archive = new ZipArchive(target, ZipArchiveMode.Create, leaveOpen: true))
        {
            using (var part = archive.CreateEntry("word/document.xml").Open())
                part.Write(Encoding.UTF8.GetBytes(text));
            using var bomb = archive.CreateEntry("word/media/image1.bin", CompressionLevel.Fastest).Open();
            var block = new byte[1024 * 1024];
            for (var count = 0; count < 257; count++)
                bomb.Write(block);
        }

        Assert.Contains("超过上限", Assert.Throws<UnreadableFileException>(() => WordCorrector.Correct(target.ToArray())).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pdf_with_a_plain_font_is_checked()
    {
        using var builder = new PdfDocumentBuilder();
        builder.AddPage(PageSize.A4).AddText("Nothing of an official document.", 12, new PdfPoint(100, 700), builder.AddStandard14Font(Standard14Font.Helvetica));

        Assert.NotEmpty(FileChecker.CheckPdf(builder.Build()));
    }

    [Fact]
    public void An_encrypted_pdf_is_refused()
    {
        var pdf = Encoding.Latin1.GetString(CheckedFiles.Pdf(Sources.Notice()));
        var encrypted = pdf.Replace("/Root", "/Encrypt << /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) >> /ID [(0000000000000000) (0000000000000000)] /Root", StringComparison.Ordinal);

        Assert.Throws<UnreadableFileException>(() => FileChecker.CheckPdf(Encoding.Latin1.GetBytes(encrypted)));
    }

    [Fact]
    public void A_pdf_of_a_thousand_pages_is_refused()
    {
        using var builder = new PdfDocumentBuilder();
        var font = builder.AddStandard14Font(Standard14Font.Helvetica);
        for (var page = 0; page < 1000; page++)
            builder.AddPage(PageSize.A4).AddText("page", 12, new PdfPoint(100, 700), font);
        var pdf = builder.Build();

        Assert.Contains("超过上限", Assert.Throws<UnreadableFileException>(() => FileChecker.CheckPdf(pdf)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_is_called_off_ends()
    {
        using var source = new CancellationTokenSource();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => FileChecker.CheckPdf(CheckedFiles.Pdf(Sources.Notice()), source.Token));
    }

    // Flipped, cut and repeated bytes, of a fixed seed.
    [Theory]
    [InlineData("docx")]
    [InlineData("pdf")]
    [InlineData("xml")]
    public void Mutated_files_are_checked_or_refused_and_nothing_else(string kind)
    {
        const int rounds = 120;
        var random = new Random(20261126);
        var good = new ForeignWord();
        var original = kind == "pdf" ? CheckedFiles.Pdf(Sources.Notice(Sources.Imprint)) : good.Write();
        var text = kind == "xml" ? PartOf(original, "word/document.xml") : "";
        for (var round = 0; round < rounds; round++)
        {
            var mutated = kind == "xml" ? Package(("word/document.xml", Mutate(text, random))) : Mutate(original, random);
            try
            {
                Assert.NotNull(kind == "pdf" ? FileChecker.CheckPdf(mutated) : CheckedFiles.CheckWord(mutated));
                if (kind == "xml")
                    Assert.NotNull(WordCorrector.Correct(mutated));
            }
            catch (UnreadableFileException refused)
            {
                Assert.DoesNotContain('\n', refused.Message);
            }
        }
    }

    private static byte[] Mutate(byte[] content, Random random)
    {
        var mutated = content.ToArray();
        for (var count = random.Next(1, 12); count > 0; count--)
            mutated[random.Next(mutated.Length)] = (byte)random.Next(256);
        return random.Next(4) == 0 ? mutated[..random.Next(1, mutated.Length)] : mutated;
    }

    // Elements doubled, dropped or with values that make no sense; the XML stays well-formed.
    private static string Mutate(string xml, Random random)
    {
        string[] values = ["-1", "0", "99999999999999", "", "abc", "1e9", "2147483647", "-2147483648"];
        var document = System.Xml.Linq.XDocument.Parse(xml);
        for (var count = random.Next(1, 8); count > 0 && document.Root!.HasElements; count--)
        {
            var elements = document.Root!.Descendants().Where(element => element.Parent is not null).ToList();
            var element = elements[random.Next(elements.Count)];
            switch (random.Next(4))
            {
                case 0 when element.Attributes().Where(attribute => attribute.Name.NamespaceName == Namespace).ToList() is { Count: > 0 } attributes:
                    attributes[random.Next(attributes.Count)].Value = values[random.Next(values.Length)];
                    break;
                case 1:
                    element.AddAfterSelf(new System.Xml.Linq.XElement(element));
                    break;
                case 2:
                    element.Remove();
                    break;
                default:
                    element.RemoveAttributes();
                    break;
            }
        }

        return document.ToString(System.Xml.Linq.SaveOptions.DisableFormatting);
    }

    private static string PartOf(byte[] file, string name)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        using var reader = new StreamReader(archive.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Package(params (string Name, string Content)[] parts)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in parts)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(content));
            }
        }

        return stream.ToArray();
    }
}
