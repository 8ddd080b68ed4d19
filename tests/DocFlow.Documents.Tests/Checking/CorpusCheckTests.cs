using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Two hundred documents of every kind, as the product sets them, have no finding of the layout that blocks or warns, in either file; ten of them in every run.</summary>
public sealed class CorpusCheckTests(ITestOutputHelper output)
{
    private const int EveryRun = 10;

    // What the generated words themselves are found for, in the source as well.
    private static readonly HashSet<string> OfWords = ["G-29", "G-43", "G-47", "G-48", "G-51", "G-93", "G-94", "T-06", "T-07", "T-08", "P-05", "P-09", "P-10", "P-31", "P-32"];

    [Fact]
    public void The_layout_of_the_corpus_is_clean()
    {
        var count = Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? CorpusSources.Count : EveryRun;
        var unclean = new List<string>();
        foreach (var number in Enumerable.Range(0, CorpusSources.Count).Where(number => number % (CorpusSources.Count / count) == 0))
        {
            var typeset = new Typesetter(TestFonts.Library).Typeset(DocumentSource.Read(CorpusSources.Create(number)).Document!);
            Add("pdf", FileChecker.CheckPdf(MeasuredPdf.Write(typeset)));
            Add("docx", CheckedFiles.CheckWord(Write(typeset)));

            void Add(string file, IReadOnlyList<Finding> findings) => unclean.AddRange(findings
                .Where(finding => finding.Severity != FindingSeverity.Info && !OfWords.Contains(finding.Rule))
                .Select(finding => $"{CorpusSources.NameOf(number)}.{file} {finding.Rule} p{finding.Page} l{finding.Line} {finding.Message} {finding.Measured} “{finding.Text}”"));
        }

        foreach (var line in unclean)
            output.WriteLine(line);
        Assert.Empty(unclean);
    }

    private static byte[] Write(TypesetDocument typeset)
    {
        using var stream = new MemoryStream();
        WordWriter.Write(typeset.Source, typeset, stream);
        return stream.ToArray();
    }
}
