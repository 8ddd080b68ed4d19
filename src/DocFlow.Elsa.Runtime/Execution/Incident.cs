namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>A fault of an activity.</summary>
public sealed record Incident(string ActivityId, string NodeId, string ActivityType, string Message, DateTimeOffset At)
{
    public ExceptionState? Exception { get; init; }
}
