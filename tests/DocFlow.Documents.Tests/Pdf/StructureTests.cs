using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Tokens;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>The logical structure of a PDF (ISO 32000-1 §14.7), read back by another library: what each element is, and that each piece of a page belongs to one.</summary>
public sealed class StructureTests
{
    private static readonly Lazy<byte[]> File = new(() =>
    {
        var rows = string.Concat(Enumerable.Range(1, 40).Select(row => $"      | {row} | 第{row}街道办事处 |  |\n"));
        var source = Sources.Notice($"附件:\n  - 标题: 联系人名单\n    正文: |\n      | 序号 | 单位 | 备注 |\n      |---|---|---|\n{rows}{Sources.Imprint}", "一、时间安排\n每月第二周。\n（一）严格审批\n原则上不召开会议。\n" + Sources.LongBody(4));
        return MeasuredPdf.Of(source, new TypesettingOptions { Seals = new SampleSeals(TestFonts.Library) }).Bytes;
    });

    [Fact]
    public void Titles_headings_and_tables_are_what_they_are()
    {
        using var document = PdfDocument.Open(File.Value);
        var elements = Elements(document).ToList();

        Assert.Equal(2, elements.Count(element => element.Type == "H1"));
        Assert.Equal(1, elements.Count(element => element.Type == "H2"));
        Assert.Equal(1, elements.Count(element => element.Type == "H3"));
        Assert.Equal(1, elements.Count(element => element.Type == "Table"));
        Assert.Equal(41, elements.Count(element => element.Type == "TR"));
        Assert.Equal(3, elements.Count(element => element.Type == "TH"));
        Assert.Equal(120, elements.Count(element => element.Type == "TD"));
    }

    [Fact]
    public void A_picture_says_what_it_shows()
    {
        using var document = PdfDocument.Open(File.Value);
        var figure = Assert.Single(Elements(document), element => element.Type == "Figure");

        Assert.Contains("章", Assert.IsAssignableFrom<IDataToken<string>>(figure.Dictionary.Data["Alt"]).Data, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_marked_piece_of_a_page_belongs_to_one_element()
    {
        using var document = PdfDocument.Open(File.Value);
        var owned = Elements(document).SelectMany(element => element.Marks).ToList();

        Assert.Equal(owned.Distinct().Count(), owned.Count);
        foreach (var page in document.GetPages())
        {
            var marks = page.GetMarkedContents().Where(content => !content.IsArtifact).Select(content => content.MarkedContentIdentifier).ToList();
            Assert.All(marks, mark => Assert.Contains(owned, place => place.Mark == mark));
            Assert.Equal(marks.Distinct().Count(), marks.Count);
        }
    }

    [Fact]
    public void Page_numbers_rules_and_repeated_heads_are_artifacts()
    {
        using var document = PdfDocument.Open(File.Value);
        var artifacts = document.GetPages().SelectMany(page => page.GetMarkedContents()).Where(content => content.IsArtifact).Select(content => string.Concat(content.Letters.Select(letter => letter.Value))).ToList();

        Assert.Contains("— 1 —", artifacts.Select(text => text.Trim()));
        Assert.Contains("序号", artifacts);
        Assert.DoesNotContain(artifacts, text => text.Contains("街道", StringComparison.Ordinal));
    }

    private static IEnumerable<Element> Elements(PdfDocument document)
    {
        var root = Of(document, document.Structure.Catalog.CatalogDictionary.Data["StructTreeRoot"]);
        return Below(document, Of(document, root.Data["K"]));
    }

    private static IEnumerable<Element> Below(PdfDocument document, DictionaryToken dictionary)
    {
        var kids = dictionary.Data.TryGetValue("K", out var token) && token is ArrayToken array ? array.Data.Select(kid => Of(document, kid)).ToList() : [];
        yield return new Element(((NameToken)dictionary.Data["S"]).Data, dictionary,
            [.. kids.Where(kid => kid.Data.ContainsKey("MCID")).Select(kid => (((IndirectReferenceToken)kid.Data["Pg"]).Data.ObjectNumber, ((NumericToken)kid.Data["MCID"]).Int))]);
        foreach (var below in kids.Where(kid => !kid.Data.ContainsKey("MCID")).SelectMany(kid => Below(document, kid)))
            yield return below;
    }

    private static DictionaryToken Of(PdfDocument document, IToken token) =>
        token as DictionaryToken ?? (DictionaryToken)document.Structure.GetObject(((IndirectReferenceToken)token).Data).Data;

    private sealed record Element(string Type, DictionaryToken Dictionary, IReadOnlyList<(long Page, int Mark)> Marks);
}
