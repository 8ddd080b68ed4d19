using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Checking.Correcting;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>How long 格式检测 of a file of thirty pages takes, in each kind that it can be.</summary>
internal sealed class CheckPart : IBenchmarkPart
{
    private const int Pages = 30;
    private const double Target = 200;
    private const string Poppler = "/usr/bin/pdftotext";

    public string Name => "check";

    public string Summary => $"{Pages} pages: checking a source, a Word file, a PDF; a corrected copy";

    public Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        var source = Texts.Source(Texts.Paragraphs(press, Pages), 100);
        var typeset = press.Typeset(Texts.Read(source));
        var (word, pdf) = (Write(FileFormat.Word), Write(FileFormat.Pdf));
        var rounds = settings.Rounds ?? 15;
        return Task.FromResult<IReadOnlyList<Figure>>(
        [
            Measure("checking a source", rounds, () => DocumentChecker.Check(Texts.Read(source))),
            Measure("checking a Word file", rounds, () => new OutsideFile("a.docx", word).Check()),
            Measure("checking a PDF", rounds, () => new OutsideFile("a.pdf", pdf).Check()),
            .. BesidePoppler(rounds, pdf),
            Measure("a corrected copy of a Word file, checked before and after", rounds, () => WordCorrector.Correct(word), hasTarget: false),
        ]);

        byte[] Write(FileFormat format)
        {
            using var stream = new MemoryStream();
            press.Write(typeset, format, stream);
            return stream.ToArray();
        }
    }

    // Poppler reads the same file's words and boxes in a process of its own, one call each in turns.
    private static IEnumerable<Figure> BesidePoppler(int rounds, byte[] pdf)
    {
        if (!File.Exists(Poppler))
            yield break;
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(path, pdf);
            var (own, peer) = (new Samples(), new Samples());
            for (var round = 0; round < rounds; round++)
            {
                own.Time(() => new OutsideFile("a.pdf", pdf).Check());
                peer.Time(() => ReadByPoppler(path));
            }

            yield return new Figure($"checking a PDF, {Pages} pages, beside reading its words alone, median", own.Text) { Beside = $"pdftotext -bbox {peer.Text}", Ratio = Samples.Ratio(peer.Median, own.Median) };
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void ReadByPoppler(string path)
    {
        using var process = Process.Start(new ProcessStartInfo(Poppler, ["-bbox", path, "-"]) { RedirectStandardOutput = true })!;
        process.StandardOutput.BaseStream.CopyTo(Stream.Null);
        process.WaitForExit();
    }

    private static Figure Measure(string what, int rounds, Action work, bool hasTarget = true)
    {
        for (var warm = 0; warm < 25; warm++)
            work();
        var samples = new Samples();
        for (var round = 0; round < rounds; round++)
            samples.Time(work);
        return new Figure($"{what}, {Pages} pages, median / processor time", string.Create(CultureInfo.InvariantCulture, $"{samples.Median:0.0} ms / {samples.Processor:0.0} ms"))
        {
            Target = hasTarget ? $"< {Target:0} ms" : "",
            IsMet = hasTarget ? samples.Median < Target : null,
        };
    }
}
