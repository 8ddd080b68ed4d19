using System.Diagnostics;
using System.Text;
using System.Xml.Linq;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>A PDF for keeping says that it is PDF/A-2u and holds what ISO 19005-2 asks for, as far as it can be read here; no validator was at hand.</summary>
public sealed class ArchivalPdfTests
{
    private const string PdfInfo = "/usr/bin/pdfinfo";

    private static readonly XNamespace Identity = "http://www.aiim.org/pdfa/ns/id/";
    private static readonly XNamespace DublinCore = "http://purl.org/dc/elements/1.1/";

    private static readonly Lazy<byte[]> File = new(() => Write(isArchival: true));

    [Fact]
    public void Metadata_name_the_part_and_agree_with_the_information()
    {
        using var document = PdfDocument.Open(File.Value);
        Assert.True(document.TryGetXmpMetadata(out var metadata));
        using var packet = new MemoryStream(metadata.GetXmlBytes().ToArray());
        var xml = XDocument.Load(packet);

        Assert.Equal("2", xml.Descendants(Identity + "part").Single().Value);
        Assert.Equal("U", xml.Descendants(Identity + "conformance").Single().Value);
        Assert.Equal(document.Information.Title, xml.Descendants(DublinCore + "title").Single().Value.Trim());
        Assert.Equal(document.Information.Author, xml.Descendants(DublinCore + "creator").Single().Value.Trim());
        Assert.False(document.IsEncrypted);
    }

    [Fact]
    public void Colours_have_a_meaning_and_none_is_of_another_space()
    {
        using var document = PdfDocument.Open(File.Value);
        var intents = Assert.IsType<ArrayToken>(document.Structure.Catalog.CatalogDictionary.Data["OutputIntents"]);
        var intent = Assert.IsType<DictionaryToken>(Assert.Single(intents.Data));
        Assert.Equal("GTS_PDFA1", Assert.IsType<NameToken>(intent.Data["S"]).Data);
        var profile = Assert.IsType<StreamToken>(document.Structure.GetObject(((IndirectReferenceToken)intent.Data["DestOutputProfile"]).Data).Data).Decode(UglyToad.PdfPig.Filters.DefaultFilterProvider.Instance).ToArray();

        // ICC.1: the profile's own length, its space and its signature stand at fixed places.
        Assert.Equal(profile.Length, System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(profile));
        Assert.Equal("RGB XYZ ", Encoding.ASCII.GetString(profile, 16, 8));
        Assert.Equal("acsp", Encoding.ASCII.GetString(profile, 36, 4));
        Assert.Equal(0, profile.Length % 4);
        Assert.DoesNotContain("DeviceCMYK", Encoding.Latin1.GetString(File.Value), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_font_is_in_the_file_and_every_glyph_has_its_character()
    {
        var text = Encoding.Latin1.GetString(File.Value);
        var fonts = text.Split("/Subtype/Type0").Length - 1;

        Assert.True(fonts > 3);
        Assert.Equal(fonts, text.Split("/ToUnicode").Length - 1);
        Assert.Equal(fonts, text.Split("/FontFile").Length - 1);
        using var document = PdfDocument.Open(File.Value);
        Assert.DoesNotContain(document.GetPages().SelectMany(page => page.Letters), letter => letter.Value.Length == 0 || letter.Value[0] is '\0' or '\uFFFD');
    }

    [Fact]
    public async Task Another_reader_finds_the_metadata()
    {
        Assert.SkipUnless(System.IO.File.Exists(PdfInfo), "poppler (pdfinfo) is not installed.");
        var path = Path.GetTempFileName();
        try
        {
            await System.IO.File.WriteAllBytesAsync(path, File.Value, TestContext.Current.CancellationToken);
            using var process = Process.Start(new ProcessStartInfo(PdfInfo, ["-meta", path]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
            var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
            await process.WaitForExitAsync(TestContext.Current.CancellationToken);

            Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>", answer, StringComparison.Ordinal);
            Assert.Equal("", await errors);
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Fact]
    public void The_same_input_gives_the_same_bytes() => Assert.Equal(File.Value, Write(isArchival: true));

    [Fact]
    public void A_pdf_that_was_not_asked_for_as_such_does_not_claim_it() => Assert.DoesNotContain("pdfaid", Encoding.Latin1.GetString(Write(isArchival: false)), StringComparison.Ordinal);

    private static byte[] Write(bool isArchival)
    {
        var press = new DocumentPress(TestFonts.Library, new TypesettingOptions { Seals = new SampleSeals(TestFonts.Library) });
        using var stream = new MemoryStream();
        press.Write(press.Typeset(Sources.Read(Sources.Notice(Sources.Imprint, "一、时间安排\n（一）严格审批。联系人李玥、堃昇。"))), FileFormat.Pdf, stream, isArchival);
        return stream.ToArray();
    }
}
