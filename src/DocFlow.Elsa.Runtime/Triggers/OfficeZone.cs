namespace DocFlow.Elsa.Runtime.Triggers;

/// <summary>The time zone that cron expressions are read in; a service of the host.</summary>
public sealed record OfficeZone(TimeZoneInfo Zone)
{
    /// <summary>China's time, where the host says nothing else.</summary>
    public static OfficeZone Default { get; } = new(TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
