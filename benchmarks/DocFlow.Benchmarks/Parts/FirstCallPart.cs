using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>The first document of a process: nothing compiled, opened or cut before. Each sample is a new process, DocFlow's and the peers' in turns.</summary>
internal sealed class FirstCallPart : IBenchmarkPart
{
    private static readonly int[] Lengths = [3, 30];

    public string Name => "first";

    public string Summary => "the first document of a new process, without its start";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        var figures = new List<Figure>();
        foreach (var pages in Lengths)
        {
            var texts = new Dictionary<string, IReadOnlyList<string>> { ["text"] = Texts.Paragraphs(press, pages) };
            Samples pdf = new(), word = new(), typst = new(), docxtemplater = new(), docx = new();
            for (var round = 1; round <= (settings.Rounds ?? 7); round++)
            {
                pdf.Add(FirstCall.InNewProcess(FileFormat.Pdf, pages));
                await AddAsync(typst, Peers.Typst, texts, round);
                word.Add(FirstCall.InNewProcess(FileFormat.Word, pages));
                await AddAsync(docxtemplater, Peers.Docxtemplater, texts, round);
                await AddAsync(docx, Peers.Docx, texts, round);
            }

            figures.Add(Beside($"{pages} pages to PDF, first in the process", pdf, "typst", typst));
            figures.Add(Beside($"{pages} pages to Word, first in the process", word, "docxtemplater", docxtemplater));
            figures.Add(Beside($"{pages} pages to Word, first in the process", word, "docx", docx));
        }

        return figures;
    }

    private static async Task AddAsync(Samples samples, string peer, Dictionary<string, IReadOnlyList<string>> texts, int round)
    {
        await using var peers = await Peers.StartAsync(texts);
        if (peers is not null)
            samples.Add((await peers.RenderAsync(peer, "text", round)).Milliseconds);
    }

    private static Figure Beside(string what, Samples own, string peer, Samples other) => double.IsNaN(other.Median)
        ? new Figure(what, own.Text)
        : new Figure(what, own.Text) { Beside = $"{peer} {other.Text}", Ratio = Samples.Ratio(other.Median, own.Median) };
}

/// <summary>The measuring side of <see cref="FirstCallPart"/>, in a process of its own.</summary>
internal static class FirstCall
{
    public static double InNewProcess(FileFormat format, int pages)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardInput = true };
        foreach (var argument in new[] { "--first-call", format.ToString() })
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        using (var fonts = FontLibrary.Load(FontSettings.FromEnvironment()))
            process.StandardInput.Write(Texts.Source(Texts.Paragraphs(new DocumentPress(fonts), pages), round: 1));
        process.StandardInput.Close();
        var answer = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return double.Parse(answer, CultureInfo.InvariantCulture);
    }

    public static int Run(string[] arguments)
    {
        var format = Enum.Parse<FileFormat>(arguments[1]);
        var source = Console.In.ReadToEnd();
        var started = Stopwatch.GetTimestamp();
        using var fonts = FontLibrary.Load(FontSettings.FromEnvironment());
        var press = new DocumentPress(fonts);
        using var target = new MemoryStream();
        press.Write(press.Typeset(Texts.Read(source)), format, target);
        Console.Write(Stopwatch.GetElapsedTime(started).TotalMilliseconds.ToString(CultureInfo.InvariantCulture));
        return 0;
    }
}
