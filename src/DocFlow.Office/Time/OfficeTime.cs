namespace DocFlow.Office.Time;

/// <summary>The office's clock for those who ask a <see cref="TimeProvider"/>: workflow delays and the journal.</summary>
public sealed class OfficeTime(OfficeClock clock) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => clock.Now;
}
