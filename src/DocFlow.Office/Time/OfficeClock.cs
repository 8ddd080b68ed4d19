namespace DocFlow.Office.Time;

/// <summary>
/// The office's clock: the system's, or in Development one that was started at another time (DOCFLOW_CLOCK) and moves forward only.
/// Documents, deadlines and events use it; sign-in, tokens and leases use the system's.
/// </summary>
public sealed class OfficeClock(TimeProvider system, DateTimeOffset? start = null)
{
    private const int MostYears = 10;

    private long _offsetTicks = start is { } at ? (at - system.GetUtcNow()).Ticks : 0;

    /// <summary>Now, in UTC, to the millisecond, so that it reads back equal from every database.</summary>
    public DateTimeOffset Now
    {
        get
        {
            var ticks = system.GetUtcNow().UtcTicks + Interlocked.Read(ref _offsetTicks);
            return new DateTimeOffset(ticks - (ticks % TimeSpan.TicksPerMillisecond), TimeSpan.Zero);
        }
    }

    /// <summary>Moves the clock to a later time; it runs on from there.</summary>
    public void MoveTo(DateTimeOffset later)
    {
        if (later < Now)
            throw RefusalException.Invalid("办公时钟只能向前拨，请给出晚于当前的时间。");
        if (later > Now.AddYears(MostYears))
            throw RefusalException.Invalid($"办公时钟一次最多向前拨{MostYears}年。");
        Interlocked.Exchange(ref _offsetTicks, (later - system.GetUtcNow()).Ticks);
    }
}
