using System.Text;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>
/// The clauses of ISO 19005-2 (PDF/A-2, level U) that matter for files without forms, media or layers, held against every object of a file
/// as another library reads it. Not a validator: none can be had here.
/// </summary>
public sealed class ArchivalClauseTests : IDisposable
{
    private static readonly Lazy<byte[]> File = new(() =>
    {
        var press = new DocumentPress(TestFonts.Library, new TypesettingOptions { Seals = new SampleSeals(TestFonts.Library) });
        using var stream = new MemoryStream();
        var source = Sources.Notice($"附件:\n  - 标题: 名单\n    方向: 横\n    正文: |\n      | 序号 | 单位 |\n      |---|---|\n      | 1 | 甲 |\n{Sources.Imprint}", "一、时间安排\n（一）严格审批。联系人李玥、堃昇，电话A-12，面积3600㎡。");
        press.Write(press.Typeset(Sources.Read(source)), FileFormat.Pdf, stream, isArchival: true);
        return stream.ToArray();
    });

    private readonly PdfDocument _document = PdfDocument.Open(File.Value);
    private readonly IReadOnlyList<(long Number, IToken Token)> _objects;

    public ArchivalClauseTests() => _objects =
        [.. _document.Structure.CrossReferenceTable.ObjectOffsets.Keys.Select(key => (key.ObjectNumber, _document.Structure.GetObject(key).Data))];

    public void Dispose() => _document.Dispose();

    [Fact]
    public void File_starts_with_a_version_and_a_row_of_high_bytes_and_ends_at_its_mark_6_1_2()
    {
        var text = Encoding.Latin1.GetString(File.Value);

        Assert.Matches(@"^%PDF-1\.[0-7]\n%[\u0080-\u00ff]{4,}\n", text[..20]);
        Assert.EndsWith("%%EOF\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Trailer_has_two_ids_and_no_encryption_6_1_3()
    {
        var trailer = Encoding.Latin1.GetString(File.Value)[^600..];
        trailer = trailer[trailer.IndexOf("trailer", StringComparison.Ordinal)..];

        Assert.Matches(@"/ID\[<[0-9A-F]{32}><[0-9A-F]{32}>\]", trailer);
        Assert.DoesNotContain("/Encrypt", trailer, StringComparison.Ordinal);
        Assert.False(_document.IsEncrypted);
    }

    [Fact]
    public void Streams_are_whole_inside_the_file_and_unpacked_by_allowed_filters_6_1_7()
    {
        foreach (var stream in Streams())
        {
            Assert.DoesNotContain("F", stream.StreamDictionary.Data.Keys);
            Assert.DoesNotContain("FFilter", stream.StreamDictionary.Data.Keys);
            if (stream.StreamDictionary.Data.TryGetValue("Filter", out var filter))
                Assert.Equal("FlateDecode", Assert.IsType<NameToken>(filter).Data);
            Assert.Equal(((NumericToken)stream.StreamDictionary.Data["Length"]).Int, stream.Data.Length);
        }
    }

    [Fact]
    public void Nothing_runs_opens_or_hides_anything_6_1_to_6_9()
    {
        string[] forbidden = ["JavaScript", "JS", "Launch", "AA", "OpenAction", "AcroForm", "XFA", "EmbeddedFiles", "EF", "OCProperties", "Annots", "PresSteps", "Perms", "Requirements", "AlternatePresentations", "Movie", "Sound", "RichMedia", "PS", "Ref", "OPI"];
        var found = _objects.SelectMany(item => Dictionaries(item.Token)).SelectMany(dictionary => dictionary.Data.Keys).Intersect(forbidden).ToList();

        Assert.Empty(found);
    }

    [Fact]
    public void Colours_are_those_of_the_output_intent_6_2_4()
    {
        var intents = Assert.IsType<ArrayToken>(_document.Structure.Catalog.CatalogDictionary.Data["OutputIntents"]);
        Assert.Equal("GTS_PDFA1", ((NameToken)((DictionaryToken)Assert.Single(intents.Data)).Data["S"]).Data);
        var spaces = _objects.SelectMany(item => Dictionaries(item.Token)).Where(dictionary => dictionary.Data.ContainsKey("ColorSpace")).Select(dictionary => dictionary.Data["ColorSpace"]).OfType<NameToken>().Select(name => name.Data);

        Assert.Subset(new HashSet<string> { "DeviceRGB", "DeviceGray" }, spaces.ToHashSet());
        foreach (var page in _document.GetPages())
            Assert.DoesNotContain(page.Operations, operation => operation.Operator is "g" or "G" or "k" or "K" or "cs" or "CS" or "sc" or "SC" or "scn" or "SCN" or "sh" or "ri");
    }

    [Fact]
    public void Pictures_are_not_interpolated_and_graphics_states_are_plain_6_2_5_and_6_2_8()
    {
        foreach (var dictionary in _objects.SelectMany(item => Dictionaries(item.Token)))
        {
            Assert.False(dictionary.Data.TryGetValue("Interpolate", out var interpolated) && interpolated is BooleanToken { Data: true });
            Assert.DoesNotContain("TR", dictionary.Data.Keys);
            Assert.DoesNotContain("TR2", dictionary.Data.Keys);
            Assert.DoesNotContain("HTP", dictionary.Data.Keys);
            if (dictionary.Data.TryGetValue("BM", out var mode))
                Assert.Contains(Assert.IsType<NameToken>(mode).Data, new[] { "Normal", "Multiply" });
        }
    }

    [Fact]
    public void Every_font_is_whole_in_the_file_6_2_11()
    {
        var fonts = OfType("Font").ToList();
        foreach (var font in fonts.Where(font => NameOf(font, "Subtype") == "Type0"))
        {
            Assert.Equal("Identity-H", NameOf(font, "Encoding"));
            Assert.True(font.Data.ContainsKey("ToUnicode"));
        }

        var descendants = fonts.Where(font => NameOf(font, "Subtype") is "CIDFontType0" or "CIDFontType2").ToList();
        Assert.NotEmpty(descendants);
        foreach (var font in descendants)
        {
            var isTrueType = NameOf(font, "Subtype") == "CIDFontType2";
            if (isTrueType)
                Assert.Equal("Identity", NameOf(font, "CIDToGIDMap"));
            var descriptor = (DictionaryToken)Resolve(font.Data["FontDescriptor"]);
            Assert.Equal(NameOf(font, "BaseFont"), NameOf(descriptor, "FontName"));
            Assert.Matches("^[A-Z]{6}\\+.+", NameOf(font, "BaseFont")!);
            var program = (StreamToken)Resolve(descriptor.Data[isTrueType ? "FontFile2" : "FontFile3"]);
            if (!isTrueType)
                Assert.Equal("CIDFontType0C", NameOf(program.StreamDictionary, "Subtype"));
            Assert.True(program.Decode(DefaultFilterProvider.Instance).Length > 100);
        }
    }

    [Fact]
    public void Every_character_has_a_meaning_6_2_11_7()
    {
        var letters = _document.GetPages().SelectMany(page => page.Letters).ToList();

        Assert.NotEmpty(letters);
        Assert.All(letters, letter => Assert.DoesNotContain(letter.Value, character => character is '\0' or '\uFEFF' or '\uFFFE' or '\uFFFD' or >= '\uE000' and <= '\uF8FF'));
    }

    [Fact]
    public void Widths_are_those_of_the_fonts_programs_6_2_11_5()
    {
        // Each letter's stated width against what the type's own program says, in thousandths of its size.
        foreach (var letter in _document.GetPages().SelectMany(page => page.Letters).Where(letter => letter.Value.Length == 1 && letter.Value[0] >= 0x4e00 && letter.Value[0] <= 0x9fff))
            Assert.Equal(1000, letter.Width / letter.PointSize * 1000, 1.5);
    }

    [Fact]
    public void Metadata_lie_open_and_name_the_conformance_6_6()
    {
        var metadata = Streams().Single(stream => NameOf(stream.StreamDictionary, "Type") == "Metadata");

        Assert.False(metadata.StreamDictionary.Data.ContainsKey("Filter"));
        var xml = Encoding.UTF8.GetString(metadata.Data.Span);
        Assert.StartsWith("<?xpacket begin=", xml.TrimStart(), StringComparison.Ordinal);
        Assert.Contains("<pdfaid:part>2</pdfaid:part><pdfaid:conformance>U</pdfaid:conformance>", xml, StringComparison.Ordinal);
    }

    private IEnumerable<StreamToken> Streams() => _objects.Select(item => item.Token).OfType<StreamToken>();

    private IEnumerable<DictionaryToken> OfType(string type) => _objects.Select(item => item.Token).OfType<DictionaryToken>().Where(dictionary => NameOf(dictionary, "Type") == type);

    private IToken Resolve(IToken token) => token is IndirectReferenceToken reference ? _document.Structure.GetObject(reference.Data).Data : token;

    private static string? NameOf(DictionaryToken dictionary, string key) => dictionary.Data.TryGetValue(key, out var token) ? (token as NameToken)?.Data : null;

    private static IEnumerable<DictionaryToken> Dictionaries(IToken token) => token switch
    {
        StreamToken stream => Dictionaries(stream.StreamDictionary),
        DictionaryToken dictionary => dictionary.Data.Values.SelectMany(Dictionaries).Prepend(dictionary),
        ArrayToken array => array.Data.SelectMany(Dictionaries),
        _ => [],
    };
}
