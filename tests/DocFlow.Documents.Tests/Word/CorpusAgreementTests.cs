using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Word;

/// <summary>Two hundred documents of every kind hold the same rows on the same pages in the same places in Word, as Word reads the file, and PDF.</summary>
public sealed class CorpusAgreementTests(ITestOutputHelper output)
{
    private const double Tolerance = 1.0;
    private const double Least = 0.99;
    private const int Batch = 20;
    private const int Shown = 4;

    [Fact]
    public void Rows_of_two_hundred_documents_agree_in_text_page_and_place()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: some minutes of LibreOffice.");
        Assert.SkipWhen(LibreOffice.Program is null, "LibreOffice (soffice) is not installed.");
        int rows = 0, sameText = 0, samePlace = 0, samePages = 0, pages = 0, most = 0;
        foreach (var numbers in Enumerable.Range(0, CorpusSources.Count).Chunk(Batch))
        {
            var typeset = numbers.ToDictionary(CorpusSources.NameOf, Typeset);
            var opened = LibreOffice.ToPdf(typeset.ToDictionary(document => document.Key, document => Write(document.Value)), asWordReadsIt: true);
            foreach (var (name, document) in typeset)
            {
                var pdf = MeasuredPdf.Read(MeasuredPdf.Write(document));
                var agreement = Agreement.Of(pdf, opened[name], Tolerance);
                (rows, sameText, samePlace, pages, most) = (rows + agreement.Rows, sameText + agreement.SameText, samePlace + agreement.SamePlace, pages + pdf.Pages.Count, Math.Max(most, pdf.Pages.Count));
                samePages += pdf.Pages.Count == opened[name].Pages.Count ? 1 : 0;
                if (agreement.SamePlace == agreement.Rows)
                    continue;
                output.WriteLine($"{name} {document.Source.Kind}: {pdf.Pages.Count}/{opened[name].Pages.Count} pages, {agreement}");
                foreach (var difference in agreement.Differences.Take(Shown))
                    output.WriteLine("    " + difference);
            }
        }

        output.WriteLine($"{pages} pages, the longest {most}; {rows} rows, same text and page {100.0 * sameText / rows:F2} %, and within {Tolerance} mm {100.0 * samePlace / rows:F2} %, documents with as many pages {samePages} of {CorpusSources.Count}");
        Assert.InRange((double)sameText / rows, Least, 1);
        Assert.InRange((double)samePlace / rows, Least, 1);
    }

    private static TypesetDocument Typeset(int number)
    {
        var reading = DocumentSource.Read(CorpusSources.Create(number));
        Assert.True(reading.Document is not null, $"{CorpusSources.NameOf(number)}: {string.Join(' ', reading.Problems)}");
        return new Typesetter(TestFonts.Library).Typeset(reading.Document);
    }

    private static byte[] Write(TypesetDocument typeset)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }
}
