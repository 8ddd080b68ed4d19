using System.Diagnostics;
using System.Globalization;

namespace DocFlow.Benchmarks.Measuring;

/// <summary>Durations of one operation, in milliseconds, and what it allocated.</summary>
internal sealed class Samples
{
    private readonly List<double> _milliseconds = [];
    private readonly List<double> _allocated = [];
    private readonly List<double> _processor = [];

    public double Median => Percentile(0.5);

    public string Text => $"{Format(Median)} ms";

    /// <summary>The mean of the processor time of one call, all threads, in milliseconds: it stays comparable on a busy machine.</summary>
    public double Processor => _processor.Count == 0 ? double.NaN : _processor.Average();

    /// <summary>Such as “12.1 ms / 18.0 ms, 9.50 ms of processor time”: median, 95th percentile, and what this process worked for one call; a server beside it isn't in that.</summary>
    public string Whole => $"{Text} / {Format(Percentile(0.95))} ms, {Format(Middle(_processor, 0.5))} ms of processor time";

    /// <summary>The median of the bytes allocated by one call, all threads.</summary>
    public string Allocated => string.Create(CultureInfo.InvariantCulture, $"{Middle(_allocated, 0.5) / 1024:0} KiB");

    public double Percentile(double share) => Middle(_milliseconds, share);

    public void Add(double milliseconds) => _milliseconds.Add(milliseconds);

    public void Add(double milliseconds, double processor)
    {
        _milliseconds.Add(milliseconds);
        _processor.Add(processor);
    }

    public void Time(Action operation)
    {
        var allocated = GC.GetTotalAllocatedBytes(precise: true);
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        operation();
        Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
        _allocated.Add(GC.GetTotalAllocatedBytes(precise: true) - allocated);
    }

    public async Task TimeAsync(Func<Task> operation)
    {
        var processor = Environment.CpuUsage.TotalTime;
        var started = Stopwatch.GetTimestamp();
        await operation();
        Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds, (Environment.CpuUsage.TotalTime - processor).TotalMilliseconds);
    }

    /// <summary>How many times faster than another, such as “1.9×”.</summary>
    public static string Ratio(double other, double own) => string.Create(CultureInfo.InvariantCulture, $"{other / own:0.00}×");

    public static string Format(double milliseconds) => milliseconds.ToString(milliseconds < 10 ? "0.00" : milliseconds < 100 ? "0.0" : "0", CultureInfo.InvariantCulture);

    private static double Middle(List<double> values, double share)
    {
        if (values.Count == 0)
            return double.NaN;
        var ordered = values.Order().ToList();
        return ordered[Math.Min(ordered.Count - 1, (int)Math.Ceiling(share * ordered.Count) - 1 is var index && index < 0 ? 0 : index)];
    }
}
