using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Office;

namespace DocFlow.Benchmarks.Parts;

/// <summary>Cycles per second on SQLite (WAL, synchronous=FULL), one caller and four, in turns.</summary>
internal sealed class CyclePart : IBenchmarkPart
{
    private const int WarmUp = 50;
    private const int Batch = 100;
    private const int Callers = 4;

    public string Name => "cycles";

    public string Summary => "start, suspend, resume, finish on SQLite, 1 and 4 callers";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        await using var host = await BenchmarkHost.StartAsync();
        var engine = new EngineCycle(host);
        var office = await OfficeCycle.CreateAsync(host);
        Samples engineOne = new(), engineFour = new(), officeOne = new(), officeFour = new(), decision = new();
        await RunAsync(1, WarmUp, engine.RunAsync);
        await RunAsync(1, WarmUp, () => office.RunAsync(new Samples()));
        for (var round = 0; round < (settings.Rounds ?? 5); round++)
        {
            engineOne.Add(await RunAsync(1, Batch, engine.RunAsync));
            engineFour.Add(await RunAsync(Callers, Batch, engine.RunAsync));
            officeOne.Add(await RunAsync(1, Batch / 2, () => office.RunAsync(decision)));
            officeFour.Add(await RunAsync(Callers, Batch / 2, () => office.RunAsync(new Samples())));
        }

        return
        [
            new Figure("engine: start, suspend, resume, finish, 1 caller", Rate(engineOne)),
            new Figure("the same, 4 callers", Rate(engineFour)) { Ratio = Against(engineFour, engineOne), Target = "≥ 1× of one caller", IsMet = engineFour.Median <= engineOne.Median },
            new Figure("office: draft, send, review, end (desks, events, outbox, engine), 1 caller", Rate(officeOne)),
            new Figure("the same, 4 callers", Rate(officeFour)) { Ratio = Against(officeFour, officeOne), Target = "≥ 1× of one caller", IsMet = officeFour.Median <= officeOne.Median },
            new Figure("from a decision to the finished instance, median / 95th percentile", $"{decision.Text} / {Samples.Format(decision.Percentile(0.95))} ms"),
        ];
    }

    // Milliseconds for one cycle of the batch, over all callers.
    private static async Task<double> RunAsync(int callers, int cycles, Func<Task> cycle)
    {
        var started = Stopwatch.GetTimestamp();
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(async () =>
        {
            for (var done = 0; done < cycles / callers; done++)
                await cycle();
        })));
        return Stopwatch.GetElapsedTime(started).TotalMilliseconds / (cycles / callers * callers);
    }

    private static string Rate(Samples samples) => string.Create(CultureInfo.InvariantCulture, $"{1000 / samples.Median:0}/s");

    private static string Against(Samples own, Samples one) => Samples.Ratio(one.Median, own.Median);
}
