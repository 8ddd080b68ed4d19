using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Preview;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Host.Rendering;

namespace DocFlow.Benchmarks.Parts;

/// <summary>What an edit on the drafting page costs: all ten pages typeset anew, two drawn as PNG.</summary>
internal sealed class PreviewPart : IBenchmarkPart
{
    private const int Pages = 10;
    private const int WarmUp = 10;
    private const double TargetMilliseconds = 100;

    public string Name => "preview";

    public string Summary => "refresh of a 10-page preview after an edit";

    public Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        using var painter = new PagePainter();
        var paragraphs = Texts.Paragraphs(press, Pages).ToList();
        Samples refresh = new(), typesetting = new();
        var bytes = 0;
        for (var round = 1; round <= WarmUp + (settings.Rounds ?? 60); round++)
        {
            var edited = round % paragraphs.Count;
            var kept = paragraphs[edited];
            paragraphs[edited] += $"（第{round}次修改）";
            var source = Texts.Source(paragraphs, 100);
            (round > WarmUp ? typesetting : new Samples()).Time(() => press.Typeset(Texts.Read(source)));
            (round > WarmUp ? refresh : new Samples()).Time(() =>
            {
                var pages = press.Typeset(Texts.Read(source)).Pages;
                var page = edited * pages.Count / paragraphs.Count;
                bytes = painter.Paint(pages[page], PageResolution.Default).Length + painter.Paint(pages[(page + 1) % pages.Count], PageResolution.Default).Length;
            });
            paragraphs[edited] = kept;
        }

        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            new Figure(
                string.Create(CultureInfo.InvariantCulture, $"{Pages} pages typeset, 2 drawn at {PageResolution.Default} dpi, median / 95th percentile"),
                $"{refresh.Text} / {Samples.Format(refresh.Percentile(0.95))} ms")
            {
                Target = "< 100 ms", IsMet = refresh.Median < TargetMilliseconds,
            },
            new Figure("the same, processor time, mean", $"{Samples.Format(refresh.Processor)} ms") { Target = "< 100 ms", IsMet = refresh.Processor < TargetMilliseconds },
            new Figure("of that typesetting, median / processor time", $"{typesetting.Text} / {Samples.Format(typesetting.Processor)} ms"),
            new Figure("allocated by one refresh", refresh.Allocated),
            new Figure("two pictures", string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB")),
        ]);
    }
}
