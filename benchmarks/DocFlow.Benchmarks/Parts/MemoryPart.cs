using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>Memory while one process renders without end: every document different, every fourth with a character never seen before.</summary>
internal sealed class MemoryPart : IBenchmarkPart
{
    private const double MostGrowth = 1.1;

    private const int Renders = 10_000;

    public string Name => "memory";

    public string Summary => "memory over 10,000 renders (3 pages, Word and PDF)";

    public Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        var paragraphs = Texts.Paragraphs(press, 3);
        var last = settings.Rounds ?? Renders;
        int[] counts = [last / 10, last / 2, last];
        var points = new List<(int Count, long WorkingSet, long Heap)>();
        using var target = new MemoryStream();
        for (var round = 1; round <= last; round++)
        {
            var typeset = press.Typeset(Texts.Read(Texts.Source(round % 4 == 0 ? [$"{(char)('一' + round / 4 % 6000)}。", .. paragraphs] : paragraphs, round)));
            target.SetLength(0);
            press.Write(typeset, FileFormat.Word, target);
            press.Write(typeset, FileFormat.Pdf, target);
            if (!counts.Contains(round))
                continue;
            points.Add((round, Environment.WorkingSet, GC.GetTotalMemory(forceFullCollection: true)));
            Console.Error.WriteLine($"    after {round} renders: {Megabytes(points[^1].WorkingSet)}, live {Megabytes(points[^1].Heap)}");
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            .. points.Select(point => new Figure($"after {point.Count} renders: working set / live GC heap", $"{Megabytes(point.WorkingSet)} / {Megabytes(point.Heap)}")
            {
                Ratio = Growth(point.WorkingSet, points[0].WorkingSet),
                Target = point.Count == last ? "≤ 1.10× of the first line" : "",
                IsMet = point.Count == last ? point.WorkingSet <= points[0].WorkingSet * MostGrowth && point.Heap <= points[0].Heap * MostGrowth : null,
            }),
        ]);
    }

    private static string Growth(long own, long first) => string.Create(CultureInfo.InvariantCulture, $"{(double)own / first:0.00}×");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0.0} MB");
}
