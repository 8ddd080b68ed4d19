using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Office;

namespace DocFlow.Benchmarks.Parts;

/// <summary>
/// The engine with its store on SQLite (WAL, synchronous=FULL), in process, beside what the disk commits in the same run. The targets are
/// ten times what the real server did on a comparable machine.
/// </summary>
internal sealed class EnginePart : IBenchmarkPart
{
    private const int Commits = 300;
    private const int Callers = 4;
    private const int Suspended = 20_000;
    private const int StartUps = 3;

    // The runtime compiles what is hot anew for that long.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Round = TimeSpan.FromSeconds(2);

    public string Name => "engine";

    public string Summary => "linear10, branch10 and task4 on SQLite, 1 and 4 callers, beside raw commits";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        using var raw = new RawCommits();
        await using var host = await BenchmarkHost.StartAsync();
        var runs = await EngineRuns.CreateAsync(host);
        Samples commits = new(), linear = new(), branch = new(), cycle = new(), linearFour = new(), cycleFour = new(), completion = new(), crowded = new(), empty = new(), full = new();
        await RunAsync(new Samples(), 1, WarmUp, () => runs.RunAsync("linear10"));
        await RunAsync(new Samples(), 1, WarmUp, () => runs.RunAsync("branch10"));
        await RunAsync(new Samples(), Callers, WarmUp, runs.CycleAsync);
        var rounds = settings.Rounds ?? 3;
        for (var round = 0; round < rounds; round++)
        {
            commits.Add(raw.Measure(Commits));
            await RunAsync(linear, 1, Round, () => runs.RunAsync("linear10"));
            await RunAsync(linearFour, Callers, Round, () => runs.RunAsync("linear10"));
            await RunAsync(branch, 1, Round, () => runs.RunAsync("branch10"));
            commits.Add(raw.Measure(Commits));
            await RunAsync(cycle, 1, Round, runs.CycleAsync);
            await RunAsync(cycleFour, Callers, Round, runs.CycleAsync);
            for (var done = 0; done < 50; done++)
            {
                var task = await runs.StartTaskAsync();
                await completion.TimeAsync(() => runs.CompleteAsync(task));
            }
        }

        for (var start = 0; start < StartUps; start++)
            empty.Add(await host.RestartAsync());
        await runs.FillAsync(Suspended);
        var waiting = await runs.CountSuspendedAsync();
        for (var start = 0; start < StartUps; start++)
            full.Add(await host.RestartAsync());
        // In turns with the disk again: what else runs on the machine changes from minute to minute.
        Samples later = new();
        await RunAsync(new Samples(), 1, WarmUp, runs.CycleAsync);
        for (var round = 0; round < rounds; round++)
        {
            later.Add(raw.Measure(Commits));
            await RunAsync(crowded, 1, Round, runs.CycleAsync);
        }

        var beside = waiting.ToString("N0", CultureInfo.InvariantCulture);
        return
        [
            new Figure("SQLite itself: commits of one row of 4 KiB", Rate(commits)),
            Against(new Figure("linear10, start to end, 1 caller", Rate(linear)), linear, commits, "≥ 830/s", 830),
            Against(new Figure("branch10, start to end, 1 caller", Rate(branch)), branch, commits, "≥ 780/s", 780),
            Against(new Figure("task4: start, suspend, complete, end, 1 caller (two commits)", Rate(cycle)), cycle, commits, "≥ 340/s", 340),
            new Figure("from a task's completion to the finished instance, median / 95th percentile", $"{completion.Text} / {Samples.Format(completion.Percentile(0.95))} ms")
            {
                Target = "< 20 ms", IsMet = completion.Median < 20,
            },
            Faster("linear10, 4 callers", linearFour, linear),
            Faster("task4, 4 callers", cycleFour, cycle),
            new Figure($"task4 beside {beside} suspended instances, 1 caller", Rate(crowded))
            {
                Beside = $"raw commits {Rate(later)}", Ratio = Samples.Ratio(later.Median, crowded.Median),
                Target = "≥ 0.9× of without, each against its raw commits", IsMet = later.Median / crowded.Median >= 0.9 * commits.Median / cycle.Median,
            },
            new Figure($"start of the host, empty / with {beside} suspended instances", $"{empty.Text} / {full.Text}")
            {
                Target = "< 500 ms more", IsMet = full.Median - empty.Median < 500,
            },
        ];
    }

    // For one run, over all callers: milliseconds, and of the processor.
    private static async Task RunAsync(Samples samples, int callers, TimeSpan time, Func<Task> run)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        var counts = await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            var done = 0;
            for (; Stopwatch.GetElapsedTime(started) < time; done++)
                await run();
            return done;
        })));
        samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / counts.Sum(), (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds / counts.Sum());
    }

    private static Figure Against(Figure figure, Samples own, Samples commits, string target, double rate) => figure with
    {
        Beside = $"raw commits {Rate(commits)}", Ratio = Samples.Ratio(commits.Median, own.Median), Target = target, IsMet = 1000 / own.Median >= rate,
    };

    private static Figure Faster(string what, Samples four, Samples one) => new(what, Rate(four))
    {
        Ratio = Samples.Ratio(one.Median, four.Median), Target = "≥ 1× of one caller", IsMet = four.Median <= one.Median,
    };

    private static string Rate(Samples samples) => string.Create(CultureInfo.InvariantCulture, $"{1000 / samples.Median:0}/s")
        + (double.IsNaN(samples.Processor) ? "" : string.Create(CultureInfo.InvariantCulture, $", {samples.Processor:0.00} ms of processor time"));
}
