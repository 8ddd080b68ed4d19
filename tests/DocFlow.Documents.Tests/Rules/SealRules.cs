using System.IO.Compression;
using DocFlow.Documents.Model;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Seals;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using SkiaSharp;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Seals and stamps, measured on both files and on the preview (GB/T 9704 7.3.5.1, 7.3.5.3).</summary>
public sealed class SealRules
{
    private const double Cell = 156.0 / 28;
    private const double Diameter = 45;

    // The bottom of a row lies half its gap below its glyphs.
    private const double BelowGlyphs = 2.42;

    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-54")]
    public void Seal_covers_name_and_date_slightly_below_its_middle_at_its_natural_size(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Sealed, file).Pages[0];
        AssertCovers(Assert.Single(page.Pictures), page, Sources.Issuer, Diameter);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-55")]
    public void Seal_starts_within_a_line_below_the_text(string file)
    {
        foreach (var name in new[] { RuleDocuments.Sealed, RuleDocuments.JointSealed })
        {
            var page = RuleDocuments.Measure(name, file).Pages.Single(page => page.Pictures.Count > 0);
            var top = page.Pictures.Min(picture => picture.Top);
            var text = page.TextRows.Last(row => row.BoxBottom < top);
            Assert.InRange(top - text.BoxBottom - BelowGlyphs, -0.3, 10.39);
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-56")]
    [Trait("Rule", "G-57")]
    public void Each_organ_of_a_joint_document_has_its_seal_over_its_name_and_none_touch(string file)
    {
        string[] organs = ["云河市委办公室", "市政府办公室", "云河市财政局", "云河市教育局"];
        var page = RuleDocuments.Measure(RuleDocuments.JointSealed, file).Pages.Single(page => page.Pictures.Count > 0);
        var seals = page.Pictures.OrderBy(picture => Math.Round(picture.Top)).ThenBy(picture => picture.Left).ToList();

        Assert.Equal(organs.Length, seals.Count);
        Assert.All(seals, seal => Assert.InRange(seal.Left, 28, 184 - Diameter + 0.1));
        Assert.InRange(seals.GroupBy(seal => Math.Round(seal.Top)).Max(row => row.Count()), 1, 3);
        for (var one = 0; one < seals.Count; one++)
        {
            var name = NameOf(page, organs[one]);
            Assert.Equal(seals[one].Centre.X, name.X, 1.0);
            Assert.InRange(name.Y - seals[one].Centre.Y, 0.5, 7);
            for (var other = one + 1; other < seals.Count; other++)
                Assert.True(Math.Sqrt(Math.Pow(seals[one].Centre.X - seals[other].Centre.X, 2) + Math.Pow(seals[one].Centre.Y - seals[other].Centre.Y, 2)) > Diameter + 0.5, $"{organs[one]} and {organs[other]} touch");
        }

        AssertCovers(seals[^1], page, organs[^1], Diameter);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-55")]
    [Trait("Rule", "G-56")]
    [Trait("Rule", "G-57")]
    public void Eight_seals_stand_in_rows_each_over_its_name_beside_the_text(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.ManySealed, file).Pages.Single(page => page.Pictures.Count > 0);
        var seals = page.Pictures.OrderBy(picture => Math.Round(picture.Top)).ThenBy(picture => picture.Left).ToList();

        Assert.Equal(RuleDocuments.ManyOrgans.Length, seals.Count);
        Assert.Contains(page.TextRows, row => row.BoxBottom < seals[0].Top && row.Text.EndsWith("。", StringComparison.Ordinal));
        Assert.InRange(seals[0].Top - page.TextRows.Last(row => row.BoxBottom < seals[0].Top).BoxBottom - BelowGlyphs, -0.3, 10.39);
        for (var one = 0; one < seals.Count; one++)
        {
            var name = NameOf(page, RuleDocuments.ManyOrgans[one]);
            Assert.Equal(seals[one].Centre.X, name.X, 1.0);
            Assert.InRange(name.Y - seals[one].Centre.Y, 0.5, 7);
            Assert.InRange(seals[one].Left, 28 - 0.1, 184 - Diameter + 0.1);
            Assert.All(seals.Skip(one + 1), other => Assert.True(Math.Sqrt(Math.Pow(seals[one].Centre.X - other.Centre.X, 2) + Math.Pow(seals[one].Centre.Y - other.Centre.Y, 2)) > Diameter + 0.5));
        }

        Assert.InRange(seals[^1].Top + seals[^1].Height, 37, 262);
        AssertCovers(seals[^1], page, RuleDocuments.ManyOrgans[^1], Diameter);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-54")]
    public void A_letter_is_sealed_as_other_documents_are(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.LetterSealed, file).Pages.Single(page => page.Pictures.Count > 0);
        AssertCovers(Assert.Single(page.Pictures), page, Sources.Issuer, Diameter);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void A_note_is_not_under_the_seals(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.JointSealed, file).Pages.Single(page => page.Pictures.Count > 0);
        var note = page.Row("（此件");
        Assert.DoesNotContain(page.Pictures, seal => seal.Left < note.Right && seal.Right > note.Left && seal.Top + seal.Height > note.BoxTop + 0.5 && seal.Top < note.BoxBottom);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-59")]
    public void Stamp_stands_two_lines_below_the_text_four_characters_from_the_right(string file)
    {
        var page = RuleDocuments.Measure(RuleDocuments.Stamped, file).Pages[0];
        var stamp = Assert.Single(page.Pictures);
        var post = page.Row("市长");
        Assert.Equal(20.78, stamp.Top - page.Rows.Last(row => row.Text.EndsWith("公布。", StringComparison.Ordinal)).BoxBottom, 1.5);
        Assert.Equal(184 - 4 * Cell, stamp.Right, 1.0);
        Assert.Equal(2 * Cell, stamp.Left - post.Right, 1.0);
        Assert.Equal(stamp.Centre.Y, (post.BoxTop + post.BoxBottom) / 2, 1.0);
        Assert.Equal(10.39, page.Row("2026年12月4日").BoxTop - stamp.Top - stamp.Height, 1.5);
    }

    [Theory]
    [InlineData(38)]
    [InlineData(40)]
    [InlineData(42)]
    [InlineData(45)]
    [InlineData(50)]
    [InlineData(60)]
    [Trait("Rule", "G-54")]
    [Trait("Rule", "G-55")]
    public void Seals_of_every_size_in_use_cover_name_and_date(double diameter)
    {
        var page = MeasuredPdf.Of(Sources.Notice(), new TypesettingOptions { Seals = new OneSeal(diameter) }).Pages.Single(page => page.Pictures.Count > 0);
        var seal = Assert.Single(page.Pictures);
        AssertCovers(seal, page, Sources.Issuer, diameter);
        Assert.InRange(seal.Top - page.Row("经研究").BoxBottom - BelowGlyphs, -0.3, 10.39);
    }

    [Fact]
    [Trait("Rule", "G-54")]
    public void The_preview_shows_the_seal_where_the_page_has_it()
    {
        const int resolution = 150;
        var page = new Typesetter(TestFonts.Library).Typeset(Sources.Read(Sources.Notice()), new TypesettingOptions { Seals = new SampleSeals(TestFonts.Library) }).Pages[0];
        using var painter = new PagePainter();
        using var picture = SKBitmap.Decode(painter.Paint(page, resolution));
        int At(double millimetres) => (int)(millimetres * resolution / 25.4);
        var rows = Enumerable.Range(At(160), At(270) - At(160)).Where(y => Enumerable.Range(0, picture.Width).Any(x => picture.GetPixel(x, y) is { Red: > 200, Green: < 100, Blue: < 100 })).ToList();
        var seal = Assert.Single(page.Seals);
        Assert.Equal(seal.Y, rows[0] * 25.4 / resolution, 0.5);
        Assert.Equal(seal.Y + Diameter, rows[^1] * 25.4 / resolution, 0.5);
    }

    [Fact]
    [Trait("Rule", "G-54")]
    public void Word_holds_the_picture_in_front_of_the_text_and_the_file_is_valid()
    {
        var file = RuleDocuments.Word(RuleDocuments.JointSealed);
        using var archive = new ZipArchive(new MemoryStream(file));
        Assert.Single(archive.Entries, entry => entry.FullName.StartsWith("word/media/", StringComparison.Ordinal));
        using var word = WordprocessingDocument.Open(new MemoryStream(file), false);
        var anchors = word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Anchor>().Where(anchor => anchor.Descendants<DocumentFormat.OpenXml.Drawing.Blip>().Any()).ToList();
        Assert.Equal(4, anchors.Count);
        Assert.All(anchors, anchor => Assert.False(anchor.BehindDoc!.Value));
        Assert.Empty(new OpenXmlValidator(FileFormatVersions.Office2019).Validate(word).Select(error => error.Description));
    }

    [Fact]
    [Trait("Rule", "G-56")]
    public void Without_seals_only_their_places_are_kept()
    {
        var plain = MeasuredPdf.Of(Sources.Notice());
        Assert.All(plain.Pages, page => Assert.Empty(page.Pictures));
        Assert.Equal(plain.Pages[0].Row("2026年12月4日").Baseline, RuleDocuments.Measure(RuleDocuments.Sealed, "pdf").Pages[0].Row("2026年12月4日").Baseline, 0.01);
    }

    [Fact]
    public void Sample_seals_are_the_same_each_time_and_say_so_to_who_cannot_see_them()
    {
        var (one, other) = (new SampleSeals(TestFonts.Library).SealOf("甲")!, new SampleSeals(TestFonts.Library).SealOf("甲")!);
        Assert.Equal(one.Png, other.Png);
        Assert.Contains("样章", one.Name, StringComparison.Ordinal);
        var pdf = System.Text.Encoding.Latin1.GetString(RuleDocuments.Measure(RuleDocuments.Sealed, "pdf").Bytes);
        Assert.Contains("/S/Figure", pdf, StringComparison.Ordinal);
        Assert.Contains("/Alt<FEFF", pdf, StringComparison.Ordinal);
    }

    private static void AssertCovers(MeasuredPicture seal, MeasuredPage page, string organ, double diameter)
    {
        Assert.Equal(diameter, seal.Width, 0.3);
        Assert.Equal(diameter, seal.Height, 0.3);
        var name = NameOf(page, organ);
        var date = NameOf(page, "2026年12月4日");
        Assert.Equal(seal.Centre.X, date.X, 1.0);
        Assert.Equal(seal.Centre.X, name.X, 1.0);
        Assert.InRange(name.Y - seal.Centre.Y, 0.5, 7);
        Assert.InRange(date.Y - seal.Centre.Y, 5, diameter / 2 - 2);
    }

    private static (double X, double Y) NameOf(MeasuredPage page, string text)
    {
        var row = page.Rows.Last(row => row.Size > 15 && row.Text.Replace(" ", "", StringComparison.Ordinal).Contains(text, StringComparison.Ordinal));
        var glyphs = row.Glyphs.Where(glyph => glyph.Text != " ").ToList();
        var at = string.Concat(glyphs.Select(glyph => glyph.Text)).IndexOf(text, StringComparison.Ordinal);
        return ((glyphs[at].Left + glyphs[at + text.Length - 1].Right) / 2, (row.BoxTop + row.BoxBottom) / 2);
    }

    private sealed class OneSeal(double diameter) : ISealSource
    {
        private readonly SealImage _image = new SampleSeals(TestFonts.Library).SealOf("甲")! with { Width = diameter, Height = diameter };

        public SealImage? SealOf(string organ) => _image;

        public SealImage? StampOf(PersonalSignature signature) => null;
    }
}
