using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Benchmarks.Parts;

/// <summary>The engine alone: whole runs of a definition that was read once, without a store.</summary>
internal sealed class RunnerPart : IBenchmarkPart
{
    private const int WarmUp = 2000;
    private const int Batch = 2000;

    public string Name => "runner";

    public string Summary => "runs of ten activities in process, without a store";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        var figures = new List<Figure>();
        foreach (var name in new[] { "linear10", "branch10" })
        {
            var definition = new DefinitionReader(new ActivityRegistry()).Read(await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Workflows", $"{name}.json")));
            await RunAsync(definition, WarmUp);
            Samples samples = new();
            var allocated = 0L;
            for (var round = 0; round < (settings.Rounds ?? 5); round++)
            {
                var before = GC.GetTotalAllocatedBytes(precise: true);
                var started = Stopwatch.GetTimestamp();
                await RunAsync(definition, Batch);
                samples.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds / Batch);
                allocated = GC.GetTotalAllocatedBytes(precise: true) - before;
            }

            figures.Add(new Figure($"{name}, one caller", string.Create(CultureInfo.InvariantCulture, $"{1000 / samples.Median:0}/s, {allocated / 1024.0 / Batch:0} KiB allocated a run")));
        }

        return figures;
    }

    private static async Task RunAsync(WorkflowDefinition definition, int times)
    {
        await using var services = new ServiceCollection().BuildServiceProvider();
        var runner = new WorkflowRunner(TimeProvider.System);
        for (var number = 0; number < times; number++)
        {
            await using var scope = services.CreateAsyncScope();
            var result = await runner.StartAsync(definition, $"instance-{number}", null, new Dictionary<string, object?>(), scope.ServiceProvider, CancellationToken.None);
            if (result.State.SubStatus != WorkflowSubStatus.Finished)
                throw new InvalidOperationException($"{definition.DefinitionId} ended as {result.State.SubStatus}: {result.State.Incidents.FirstOrDefault()?.Message}");
        }
    }
}
