namespace DocFlow.Persistence.Engine;

/// <summary>How due work is looked after.</summary>
public sealed class TimerOptions
{
    /// <summary>How often to look.</summary>
    public TimeSpan Tick { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>For how long a claimed timer belongs to one host.</summary>
    public TimeSpan Lease { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>Failures after which a timer is left for an administrator.</summary>
    public int MostAttempts { get; set; } = 10;

    /// <summary>How long an event or result is kept that nobody waits for yet.</summary>
    public TimeSpan StimulusLife { get; set; } = TimeSpan.FromHours(1);
}
