using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Writer;

namespace DocFlow.Documents.Tests.Checking.Pdf;

/// <summary>Seals that another program drew as red curves instead of a picture are judged as pictures are.</summary>
public sealed class DrawnSealTests
{
    private const double PerMillimetre = 72 / 25.4;
    private const double Diameter = 45;

    private static readonly Lazy<(byte[] File, PlacedSeal Seal)> Clean = new(() =>
    {
        var sealedPages = PdfFaultDocuments.Get(PdfFaultDocuments.Sealed);
        var plain = sealedPages with { Pages = [.. sealedPages.Pages.Select(page => page with { Seals = [] })] };
        return (MeasuredPdf.Write(plain), sealedPages.Pages.SelectMany(page => page.Seals).Single());
    });

    [Fact]
    public void A_drawn_seal_in_its_place_is_no_fault() => Assert.DoesNotContain(Check(0, 0), finding => finding.Rule is "G-54" or "G-55" or "G-56" or "G-57");

    [Theory]
    [InlineData(-8, 0, "G-54", "偏左8.0 mm")]
    [InlineData(0, 15, "G-54", "高于印章中心")]
    [InlineData(0, 15, "G-55", " mm")]
    [InlineData(-60, 0, "G-56", "空白印章")]
    public void A_drawn_seal_in_another_place_is_found(double right, double down, string rule, string measured)
    {
        var findings = Check(right, down);

        Assert.True(findings.Any(finding => finding.Rule == rule && finding.Measured!.Contains(measured, StringComparison.Ordinal)), CheckedFiles.Describe(findings));
    }

    [Fact]
    public void A_black_circle_is_no_seal() => Assert.DoesNotContain(Check(-60, 0, isRed: false), finding => finding.Rule == "G-56");

    private static IReadOnlyList<Finding> Check(double right, double down, bool isRed = true)
    {
        var (file, seal) = Clean.Value;
        using var source = PdfDocument.Open(file);
        using var builder = new PdfDocumentBuilder();
        for (var number = 1; number <= source.NumberOfPages; number++)
        {
            var page = builder.AddPage(source, number);
            if (number > 1)
                continue;
            page.SetStrokeColor(isRed ? (byte)255 : (byte)0, 0, 0);
            var centre = new PdfPoint((seal.X + Diameter / 2 + right) * PerMillimetre, (LayoutProfile.PageHeight - seal.Y - Diameter / 2 - down) * PerMillimetre);
            // Two rings, as seals have.
            page.DrawCircle(centre, Diameter * PerMillimetre, 3);
            page.DrawCircle(centre, (Diameter - 3) * PerMillimetre, 1);
        }

        return FileChecker.CheckPdf(builder.Build());
    }
}
