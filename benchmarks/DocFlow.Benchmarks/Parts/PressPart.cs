using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>From source text to PDF and to Word, warm, in turns with the peers on the same words.</summary>
internal sealed class PressPart : IBenchmarkPart
{
    private const int WarmUp = 30;
    private const double WordTarget = 3;
    private const int LargestBytes = 200 * 1024;

    private static readonly (string Name, int Pages)[] Lengths = [("3 pages", 3), ("30 pages", 30)];

    public string Name => "press";

    public string Summary => "3 and 30 pages to PDF and Word, warm, beside typst, docxtemplater and docx";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        var texts = Lengths.ToDictionary(length => length.Name, length => Texts.Paragraphs(press, length.Pages));
        await using var peers = await Peers.StartAsync(texts);
        var figures = new List<Figure>();
        foreach (var (name, _) in Lengths)
            figures.AddRange(await MeasureAsync(press, peers, name, texts[name], settings.Rounds ?? 101));
        return figures;
    }

    private static async Task<IReadOnlyList<Figure>> MeasureAsync(DocumentPress press, Peers? peers, string name, IReadOnlyList<string> paragraphs, int rounds)
    {
        Samples pdf = new(), word = new(), newGlyph = new(), typst = new(), docxtemplater = new(), docx = new();
        var (pdfBytes, typstBytes, peerMemory) = (0L, 0, 0L);
        for (var round = 1; round <= WarmUp + rounds; round++)
        {
            var kept = round > WarmUp;
            var source = Texts.Source(paragraphs, round);
            // A character that no earlier round had, so that a face has to be cut anew.
            var rare = Texts.Source([$"{(char)('一' + round * 7)}。", .. paragraphs], round);
            (kept ? pdf : new Samples()).Time(() => pdfBytes = Render(press, source, FileFormat.Pdf));
            (kept ? newGlyph : new Samples()).Time(() => Render(press, rare, FileFormat.Pdf));
            (kept ? word : new Samples()).Time(() => Render(press, source, FileFormat.Word));
            if (peers is null)
                continue;
            var answer = await peers.RenderAsync(Peers.Typst, name, round);
            (typstBytes, peerMemory) = (answer.Bytes, answer.Memory);
            Keep(typst, answer);
            Keep(docxtemplater, await peers.RenderAsync(Peers.Docxtemplater, name, round));
            Keep(docx, await peers.RenderAsync(Peers.Docx, name, round));

            void Keep(Samples samples, PeerAnswer answered)
            {
                if (kept)
                    samples.Add(answered.Milliseconds, answered.Processor);
            }
        }

        var isShort = name == Lengths[0].Name;
        return
        [
            Beside($"{name} to PDF, warm", pdf, "typst", typst) with { Target = "≥ 1×", IsMet = peers is null ? null : typst.Median >= pdf.Median },
            Beside($"{name} to PDF, with a character not seen before", newGlyph, "typst", typst),
            new Figure($"{name}, PDF file", Kilobytes(pdfBytes))
            {
                Beside = peers is null ? "" : $"typst {Kilobytes(typstBytes)}",
                Target = isShort ? "< 200 KB" : "",
                IsMet = isShort ? pdfBytes < LargestBytes : null,
            },
            Beside($"{name} to Word, warm", word, "docxtemplater", docxtemplater) with { Target = "≥ 3×", IsMet = peers is null ? null : docxtemplater.Median >= WordTarget * word.Median },
            Beside($"{name} to Word, warm", word, "docx", docx),
            Processor($"{name} to PDF, processor time, mean", pdf, "typst", typst) with { Target = "≥ 1×", IsMet = peers is null ? null : typst.Processor >= pdf.Processor },
            Processor($"{name} to PDF, with a character not seen before, processor time, mean", newGlyph, "typst", typst),
            Processor($"{name} to Word, processor time, mean", word, "docxtemplater", docxtemplater) with { Target = "≥ 3×", IsMet = peers is null ? null : docxtemplater.Processor >= WordTarget * word.Processor },
            new Figure($"{name}, allocated by one PDF / one Word file", $"{pdf.Allocated} / {word.Allocated}"),
            new Figure("working set of the process", Megabytes(Environment.WorkingSet)) { Beside = peers is null ? "" : $"Node with all peers {Megabytes(peerMemory)}" },
        ];
    }

    private static Figure Beside(string what, Samples own, string peer, Samples other) => double.IsNaN(other.Median)
        ? new Figure(what, own.Text)
        : new Figure(what, own.Text) { Beside = $"{peer} {other.Text}", Ratio = Samples.Ratio(other.Median, own.Median) };

    private static Figure Processor(string what, Samples own, string peer, Samples other) => new(what, $"{Samples.Format(own.Processor)} ms")
    {
        Beside = double.IsNaN(other.Processor) ? "" : $"{peer} {Samples.Format(other.Processor)} ms",
        Ratio = double.IsNaN(other.Processor) ? "" : Samples.Ratio(other.Processor, own.Processor),
    };

    private static long Render(DocumentPress press, string source, FileFormat format)
    {
        using var target = new MemoryStream();
        press.Write(press.Typeset(Texts.Read(source)), format, target);
        return target.Length;
    }

    private static string Kilobytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024.0:0} KB");

    private static string Megabytes(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:0} MB");
}
