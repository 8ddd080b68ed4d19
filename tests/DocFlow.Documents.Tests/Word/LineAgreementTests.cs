using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Word;

/// <summary>
/// Word and PDF hold the same rows on the same pages in the same places, over documents of a fixed seed; read as Word reads the file,
/// and by plain LibreOffice, which hangs punctuation and parts Latin letters from Chinese whatever the file says.
/// </summary>
public sealed class LineAgreementTests(ITestOutputHelper output)
{
    private const double Tolerance = 1.0;
    private const int Shown = 3;

    private static readonly Lazy<IReadOnlyDictionary<string, TypesetDocument>> Documents = new(() =>
        GeneratedSources.All.ToDictionary(source => source.Key, source => new Typesetter(TestFonts.Library).Typeset(DocumentSource.Read(source.Value).Document!)));

    [Theory]
    [InlineData(true, 0.99, 0.99, 20)]
    [InlineData(false, 0.70, 0.60, 18)]
    public void Rows_agree_in_text_page_and_place(bool asWordReadsIt, double leastText, double leastPlace, int leastDocuments)
    {
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        var opened = LibreOffice.ToPdf(Documents.Value.ToDictionary(document => document.Key, document => Write(document.Value)), asWordReadsIt);
        int rows = 0, sameText = 0, samePlace = 0, samePages = 0;
        foreach (var (name, typeset) in Documents.Value)
        {
            var pdf = MeasuredPdf.Read(MeasuredPdf.Write(typeset));
            var agreement = Agreement.Of(pdf, opened[name], Tolerance);
            rows += agreement.Rows;
            sameText += agreement.SameText;
            samePlace += agreement.SamePlace;
            samePages += pdf.Pages.Count == opened[name].Pages.Count ? 1 : 0;
            output.WriteLine($"{name}: {pdf.Pages.Count}/{opened[name].Pages.Count} pages, {agreement}");
            foreach (var difference in agreement.Differences.Take(Shown))
                output.WriteLine($"    {asWordReadsIt} {difference}");
        }

        output.WriteLine($"as Word reads it {asWordReadsIt}: {rows} rows, same text and page {100.0 * sameText / rows:F2} %, and within {Tolerance} mm {100.0 * samePlace / rows:F2} %, documents with as many pages {samePages}");
        Assert.InRange(samePages, leastDocuments, Documents.Value.Count);
        Assert.InRange((double)sameText / rows, leastText, 1);
        Assert.InRange((double)samePlace / rows, leastPlace, 1);
    }

    private static byte[] Write(TypesetDocument typeset)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }
}
