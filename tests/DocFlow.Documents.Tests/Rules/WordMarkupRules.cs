using System.Globalization;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>The values that the Word file itself states, where Word obeys them and LibreOffice may not.</summary>
public sealed class WordMarkupRules
{
    private static readonly XNamespace W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    private static readonly Lazy<(XElement Body, XElement Styles, XElement Settings, List<XElement> Footers)> Read = new(() =>
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(RuleDocuments.Word(RuleDocuments.Full)), false);
        var main = word.MainDocumentPart!;
        return (Xml(main), Xml(main.StyleDefinitionsPart!), Xml(main.DocumentSettingsPart!), [.. main.FooterParts.Select(Xml)]);
    });

    private static XElement Body => Read.Value.Body;

    [Fact]
    [Trait("Rule", "G-01")]
    [Trait("Rule", "G-02")]
    [Trait("Rule", "G-03")]
    [Trait("Rule", "G-04")]
    [Trait("Rule", "G-05")]
    public void Sheet_and_margins()
    {
        foreach (var section in Body.Descendants(W + "sectPr"))
        {
            var margins = section.Element(W + "pgMar")!;
            Assert.Equal((11906, 16838), (Number(section.Element(W + "pgSz")!, "w"), Number(section.Element(W + "pgSz")!, "h")));
            Assert.InRange(Number(margins, "top"), 1960 - 57, 1960 + 57);
            Assert.InRange(Number(margins, "left"), 1587 - 57, 1587 + 57);
            Assert.Equal(0, Number(margins, "gutter"));
            Assert.InRange(11906 - Number(margins, "left") - Number(margins, "right"), 8845 - 57, 8845 + 57);
            Assert.InRange(16838 - Number(margins, "top") - Number(margins, "bottom"), 13031 - 60, 13031 + 60);
        }
    }

    [Fact]
    [Trait("Rule", "G-06")]
    [Trait("Rule", "G-07")]
    [Trait("Rule", "G-08")]
    [Trait("Rule", "G-09")]
    [Trait("Rule", "G-12")]
    public void Text_rows_are_exact_without_spacing_between_paragraphs()
    {
        var normal = Style("Normal").Element(W + "pPr")!;
        var spacing = normal.Element(W + "spacing")!;
        Assert.InRange(Number(spacing, "line"), 579, 592);
        Assert.Equal(("exact", 0, 0), (spacing.Attribute(W + "lineRule")!.Value, Number(spacing, "before"), Number(spacing, "after")));
        var run = Read.Value.Styles.Element(W + "docDefaults")!.Descendants(W + "rPr").Single();
        Assert.Equal(32, Number(run.Element(W + "sz")!, "val"));
        Assert.InRange(Number(run.Element(W + "spacing")!, "val"), -10, -5);
        Assert.Equal("仿宋_GB2312", run.Element(W + "rFonts")!.Attribute(W + "eastAsia")!.Value);
        Assert.All(Body.Descendants(W + "spacing").Where(element => element.Parent!.Name == W + "pPr"), element => Assert.Null(element.Attribute(W + "before") ?? element.Attribute(W + "after")));
    }

    [Fact]
    [Trait("Rule", "G-10")]
    [Trait("Rule", "G-11")]
    public void Red_is_named_for_mark_and_rule_only()
    {
        Assert.All(Read.Value.Styles.Descendants(W + "style").Where(style => style.Descendants(W + "color").Any()), style => Assert.Equal("GwMark", style.Attribute(W + "styleId")!.Value));
        Assert.Empty(Body.Descendants(W + "color"));
        Assert.Equal("FF0000", Assert.Single(Body.Descendants(W + "pBdr").Descendants(W + "bottom")).Attribute(W + "color")!.Value);
    }

    [Fact]
    [Trait("Rule", "G-13")]
    [Trait("Rule", "G-27")]
    [Trait("Rule", "G-40")]
    [Trait("Rule", "G-47")]
    [Trait("Rule", "G-64")]
    [Trait("Rule", "G-80")]
    public void Styles_name_the_official_families_and_nothing_is_bold()
    {
        foreach (var (style, family, size) in new[] { ("GwMark", "方正小标宋简体", 0), ("GwTitle", "方正小标宋简体", 44), ("GwHeading1", "黑体", 0), ("GwHeading2", "楷体_GB2312", 0), ("GwAnnexLabel", "黑体", 0), ("GwPageNumber", "宋体", 28) })
        {
            var run = Style(style).Element(W + "rPr")!;
            Assert.Equal(family, run.Element(W + "rFonts")!.Attribute(W + "eastAsia")!.Value);
            if (size > 0)
                Assert.Equal(size, Number(run.Element(W + "sz")!, "val"));
        }

        string[] official = ["方正小标宋简体", "仿宋_GB2312", "楷体_GB2312", "黑体", "宋体"];
        Assert.All(Body.Descendants(W + "rFonts"), fonts => Assert.Contains(fonts.Attribute(W + "eastAsia")!.Value, official));
        Assert.Empty(Body.Descendants(W + "b").Concat(Read.Value.Styles.Descendants(W + "b")));
        Assert.All(Body.Descendants(W + "rPr").SelectMany(run => run.Elements(W + "sz")), size => Assert.Equal(W + "p", size.Ancestors(W + "p").First().Name));
    }

    [Fact]
    [Trait("Rule", "G-46")]
    public void Paragraphs_are_indented_by_two_characters()
    {
        var indent = Style("GwBody").Descendants(W + "ind").Single();
        Assert.Equal(200, Number(indent, "firstLineChars"));
        Assert.InRange(Number(indent, "firstLine"), 620, 640);
    }

    [Fact]
    [Trait("Rule", "G-52")]
    public void Sealed_date_is_indented_by_four_characters() =>
        Assert.Equal(1263, Number(Body.Elements(W + "body").Elements(W + "p").Single(paragraph => paragraph.Value == "2026年12月4日").Descendants(W + "ind").Single(), "right"), 20.0);

    [Fact]
    [Trait("Rule", "G-63")]
    public void Annexes_break_to_a_new_page() =>
        Assert.All(["附件1", "附件2"], label => Assert.NotEmpty(Body.Descendants(W + "p").Single(paragraph => paragraph.Value == label).Descendants(W + "pageBreakBefore")));

    [Fact]
    [Trait("Rule", "G-72")]
    public void Imprint_rules_have_their_weights()
    {
        XNamespace drawing = "http://schemas.openxmlformats.org/drawingml/2006/main";
        var weights = Body.Descendants(drawing + "ln").Select(line => int.Parse(line.Attribute("w")!.Value, CultureInfo.InvariantCulture) / 36000.0).Order().ToList();
        Assert.Equal(3, weights.Count);
        Assert.Equal(0.25, weights[0], 0.03);
        Assert.Equal(0.35, weights[1], 0.03);
        Assert.Equal(0.35, weights[2], 0.03);
    }

    [Fact]
    [Trait("Rule", "G-77")]
    [Trait("Rule", "G-82")]
    [Trait("Rule", "G-83")]
    public void Numbers_are_fields_on_both_sides_that_never_start_anew()
    {
        Assert.NotNull(Read.Value.Settings.Element(W + "evenAndOddHeaders"));
        Assert.Empty(Body.Descendants(W + "pgNumType"));
        Assert.Equal(2, Read.Value.Footers.Count(footer => footer.Descendants(W + "instrText").Any(field => field.Value.Trim() == "PAGE")));
        Assert.Single(Read.Value.Footers, footer => footer.Value.Length == 0);
        foreach (var (side, indent) in new[] { ("right", "right"), ("left", "left") })
        {
            var footer = Read.Value.Footers.Single(footer => footer.Descendants(W + "jc").Any(element => element.Attribute(W + "val")!.Value == side));
            Assert.InRange(Number(footer.Descendants(W + "ind").Single(), indent), 280, 316);
        }
    }

    [Fact]
    [Trait("Rule", "G-90")]
    public void Row_starts_and_ends_are_kept_and_nothing_hangs_or_squeezes()
    {
        var normal = Style("Normal").Element(W + "pPr")!;
        Assert.NotNull(normal.Element(W + "kinsoku"));
        Assert.All(["overflowPunct", "topLinePunct", "autoSpaceDE", "autoSpaceDN", "widowControl"], name => Assert.Equal("0", normal.Element(W + name)!.Attribute(W + "val")!.Value));
        Assert.Equal("doNotCompress", Read.Value.Settings.Element(W + "characterSpacingControl")!.Attribute(W + "val")!.Value);
        Assert.All("。，、；：？！）〕】》”’", mark => Assert.Contains(mark, Read.Value.Settings.Element(W + "noLineBreaksBefore")!.Attribute(W + "val")!.Value));
        Assert.All("（〔【《“‘", mark => Assert.Contains(mark, Read.Value.Settings.Element(W + "noLineBreaksAfter")!.Attribute(W + "val")!.Value));
    }

    [Fact]
    public void Text_holds_no_breaks_within_paragraphs_but_titles() =>
        Assert.All(Body.Descendants(W + "br").Where(element => element.Attribute(W + "type") is null), element => Assert.Equal("GwTitle", element.Ancestors(W + "p").First().Descendants(W + "pStyle").Single().Attribute(W + "val")!.Value));

    private static XElement Style(string id) => Read.Value.Styles.Elements(W + "style").Single(style => style.Attribute(W + "styleId")!.Value == id);

    private static int Number(XElement element, string attribute) => int.Parse(element.Attribute(W + attribute)!.Value, CultureInfo.InvariantCulture);

    private static XElement Xml(OpenXmlPart part)
    {
        using var stream = part.GetStream();
        return XElement.Load(stream);
    }
}
