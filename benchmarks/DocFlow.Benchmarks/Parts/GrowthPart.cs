using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>Whether the time for a page stays the same in long documents.</summary>
internal sealed class GrowthPart : IBenchmarkPart
{
    private const double MostGrowth = 1.5;

    private static readonly int[] Lengths = [50, 100, 200, 500];

    public string Name => "growth";

    public string Summary => "50 to 500 pages: typesetting, files, checking, reading a PDF back";

    public Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        var file = Path.GetTempFileName();
        try
        {
            var texts = Lengths.ToDictionary(pages => pages, pages => Texts.Source(Texts.Paragraphs(press, pages), 100));
            var works = new (string What, Func<string, TypesetDocument, Action> Prepare)[]
            {
                ("reading the source", (source, _) => () => Texts.Read(source)),
                ("typesetting", (_, typeset) => () => press.Typeset(typeset.Source)),
                ("writing PDF", (_, typeset) => () => press.Write(typeset, FileFormat.Pdf, Stream.Null)),
                ("writing Word", (_, typeset) => () => press.Write(typeset, FileFormat.Word, Stream.Null)),
                ("checking the source", (_, typeset) => () => DocumentChecker.Check(typeset.Source)),
                ("reading a PDF's text", (_, typeset) => Reading(press, typeset, file)),
            };
            var figures = new List<Figure>();
            foreach (var (what, prepare) in works)
                figures.Add(Measure(what, texts.ToDictionary(text => text.Key, text => prepare(text.Value, press.Typeset(Texts.Read(text.Value)))), settings.Rounds ?? 5));
            return Task.FromResult<IReadOnlyList<Figure>>(figures);
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static Action Reading(DocumentPress press, TypesetDocument typeset, string file) => () =>
    {
        using (var target = File.Create(file))
            press.Write(typeset, FileFormat.Pdf, target);
        FileChecker.CheckPdf(file);
    };

    private static Figure Measure(string what, Dictionary<int, Action> works, int rounds)
    {
        var samples = Lengths.ToDictionary(pages => pages, _ => new Samples());
        works[Lengths[0]]();
        for (var round = 0; round < rounds; round++)
        {
            foreach (var pages in Lengths)
                samples[pages].Time(works[pages]);
        }

        var perPage = Lengths.Select(pages => samples[pages].Processor / pages).ToList();
        return new Figure(
            $"{what}, milliseconds of processor time a page at {string.Join(" / ", Lengths)} pages",
            string.Join(" / ", perPage.Select(value => value.ToString("0.000", CultureInfo.InvariantCulture))))
        {
            Ratio = string.Create(CultureInfo.InvariantCulture, $"{perPage[^1] / perPage[0]:0.00}×"),
            Target = "≤ 1.5×, 500 to 50 pages",
            IsMet = perPage[^1] <= perPage[0] * MostGrowth,
        };
    }
}
