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
        RequireLater(later);
        Interlocked.Exchange(ref _offsetTicks, (later - system.GetUtcNow()).Ticks);
    }

    /// <exception cref="RefusalException">The clock can't be moved there.</exception>
    internal void RequireLater(DateTimeOffset later)
    {
        if (later < Now)
            throw RefusalException.Invalid("办公时钟只能向前拨，请给出晚于当前的时间。");
        if (later > Now.AddYears(MostYears))
            throw RefusalException.Invalid($"办公时钟一次最多向前拨{MostYears}年。");
    }

    /// <summary>Moves the clock on unless it has run past the moment by itself.</summary>
    internal void Reach(DateTimeOffset moment)
    {
        if (moment > Now)
            Interlocked.Exchange(ref _offsetTicks, (moment - system.GetUtcNow()).Ticks);
    }
}
