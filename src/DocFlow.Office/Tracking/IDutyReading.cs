using DocFlow.Office.ProcedureRegisters;

namespace DocFlow.Office.Tracking;

/// <summary>The duty sentences (任务句) of a document, and what became of each.</summary>
public interface IDutyReading
{
    /// <summary>For those who work on the document; tasks that the reader may not open aren't named.</summary>
    Task<DutySheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default);
}

/// <summary>The duty sentences of a document.</summary>
/// <param name="TrackingProcedureId">The procedure by which the reader may start tracking them (跟踪督办); null for none.</param>
public sealed record DutySheet(IReadOnlyList<Duty> Duties, string? TrackingProcedureId);

/// <summary>A sentence that lays a duty on somebody.</summary>
public sealed record Duty(string Sentence, IReadOnlyList<DutyTask> Tasks);

/// <summary>A task that a duty became.</summary>
/// <param name="UnitName">Whose it is.</param>
/// <param name="Frequency">How often it is answered, in words; null for once.</param>
/// <param name="Standing">How it stands, in words.</param>
/// <param name="Answer">The last answer; null for none yet.</param>
public sealed record DutyTask(string DocumentId, string UnitName, string? Frequency, string Standing, DateTimeOffset? DueAt, Light? Light, string? Answer);
