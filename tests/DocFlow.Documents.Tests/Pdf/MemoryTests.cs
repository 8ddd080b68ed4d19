using System.Diagnostics;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>A press that runs for months must give back what it takes, native memory as well.</summary>
public sealed class MemoryTests(ITestOutputHelper output)
{
    private const long MostGrowth = 48 * 1024 * 1024;

    [Fact]
    public void Memory_does_not_grow_with_the_number_of_documents()
    {
        var count = Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? 2000 : 300;
        var press = new DocumentPress(TestFonts.Library);
        Print(press, 0, 100);
        var before = Settled();
        Print(press, 100, count);
        var growth = Settled() - before;

        output.WriteLine($"{count} documents: {growth / 1024.0 / 1024:F1} MB more");
        Assert.InRange(growth, long.MinValue, MostGrowth);
    }

    // Each text is new, so that every document needs subsets of its own.
    private static void Print(DocumentPress press, int first, int count)
    {
        for (var number = first; number < first + count; number++)
        {
            var words = string.Concat(Enumerable.Range(0, 40).Select(index => (char)(0x4e00 + (number * 41 + index * 7) % 5000)));
            var typeset = press.Typeset(DocumentSource.Read(Sources.Notice(Sources.Imprint, words + "。")).Document!);
            press.Write(typeset, FileFormat.Pdf, Stream.Null);
            press.Write(typeset, FileFormat.Word, Stream.Null);
        }
    }

    private static long Settled()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(2, GCCollectionMode.Aggressive, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        using var process = Process.GetCurrentProcess();
        return process.PrivateMemorySize64 < process.WorkingSet64 ? process.PrivateMemorySize64 : process.WorkingSet64;
    }
}
