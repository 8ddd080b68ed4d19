namespace DocFlow.Office.Assessment;

/// <summary>An event of a month that counts for somebody.</summary>
internal sealed record CountedEvent(string PersonId, string Measure, string EventId, string? DocumentId, DateTimeOffset At, decimal Amount, string Words);
