using System.Diagnostics;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Documents;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Benchmarks.Parts;

/// <summary>The published program, from its start to its end with the files on disk.</summary>
internal sealed class ProgramStartPart : IBenchmarkPart
{
    private const double TargetMilliseconds = 300;

    public string Name => "start";

    public string Summary => "cold start of the published program to a finished 3-page file";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        var folder = Directory.CreateTempSubdirectory("docflow-benchmark-").FullName;
        try
        {
            var program = await PublishAsync(Path.Combine(folder, "published"));
            var source = Path.Combine(folder, "three-pages.gw.txt");
            using (var fonts = FontLibrary.Load(FontSettings.FromEnvironment()))
                await File.WriteAllTextAsync(source, Texts.Source(Texts.Paragraphs(new DocumentPress(fonts), 3), 1));
            Samples nothing = new(), pdf = new(), word = new(), both = new();
            for (var round = 0; round < (settings.Rounds ?? 21); round++)
            {
                await nothing.TimeAsync(() => RunAsync(program, "--version"));
                await pdf.TimeAsync(() => RunAsync(program, "render", source, "--out", folder, "--formats", "pdf"));
                await word.TimeAsync(() => RunAsync(program, "render", source, "--out", folder, "--formats", "docx"));
                await both.TimeAsync(() => RunAsync(program, "render", source, "--out", folder));
            }

            return
            [
                new Figure("the program's start and end alone (--version)", nothing.Text),
                Line("render 3 pages to PDF", pdf),
                Line("render 3 pages to Word", word),
                Line("render 3 pages to both", both),
            ];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Figure Line(string what, Samples samples) => new($"{what}, whole process, median / fastest", $"{samples.Text} / {Samples.Format(samples.Percentile(0))} ms")
    {
        Target = "< 300 ms",
        IsMet = samples.Median < TargetMilliseconds,
    };

    private static async Task<string> PublishAsync(string target)
    {
        await Console.Error.WriteLineAsync("    publishing DocFlow.Host (profile Office)");
        await RunAsync("dotnet", "publish", Path.Combine(Repository.Root, "src", "DocFlow.Host"), "-p:PublishProfile=Office", "-o", target, "--nologo", "-v", "quiet");
        return Path.Combine(target, OperatingSystem.IsWindows() ? "DocFlow.Host.exe" : "DocFlow.Host");
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
            throw new InvalidOperationException($"{Path.GetFileName(program)} failed: {output}");
    }
}
