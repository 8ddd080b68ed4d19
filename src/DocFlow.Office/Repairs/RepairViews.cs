using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Repairs;

/// <summary>A document's matter as the repair page shows it: no text and no opinions.</summary>
/// <param name="Version">The version of the procedure that it runs.</param>
/// <param name="Open">Where it waits.</param>
/// <param name="Steps">Where it can be moved to.</param>
public sealed record RepairView(
    string DocumentId, string Title, DocumentState State, string? ProcedureId, int? Version, IReadOnlyList<ProcedureVersion> Versions, IReadOnlyList<WaitingStep> Open,
    IReadOnlyList<TargetStep> Steps);

/// <summary>A document on its way.</summary>
public sealed record RunningDocument(string DocumentId, string Title, DocumentState State, DateTimeOffset UpdatedAt);

/// <summary>A step that a document waits at.</summary>
public sealed record WaitingStep(string NodeId, string StepName, IReadOnlyList<string> Holders, DateTimeOffset? DueAt);

/// <summary>A step that a document could be moved to.</summary>
/// <param name="Refusal">Why not, in Chinese; null when it can.</param>
public sealed record TargetStep(string NodeId, string StepName, StepKind Kind, string? Refusal);

/// <summary>What a move to another version would do.</summary>
/// <param name="To">The step that the document waits at afterwards.</param>
/// <param name="IsKept">The work item there stays as it is, with its seats and deadlines.</param>
/// <param name="KeptSeats">Holders whose seats stay.</param>
/// <param name="KeptDeadlines">When what is kept falls due.</param>
/// <param name="CancelledSeats">Step and holder of the seats that are withdrawn.</param>
/// <param name="Mapped">Visited steps and what they are in the new version.</param>
/// <param name="Refusal">Why it can't be done, in Chinese; null when it can.</param>
public sealed record MovePlan(
    int FromVersion, int ToVersion, string? ToNodeId, string? To, bool IsKept, IReadOnlyList<string> KeptSeats, IReadOnlyList<DateTimeOffset> KeptDeadlines,
    IReadOnlyList<string> CancelledSeats, IReadOnlyList<MappedStep> Mapped, IReadOnlyList<string> AddedSteps, string? Refusal);

/// <summary>A step that the document has visited, and its place in another version.</summary>
/// <param name="NewName">Null when the version has no such step: its opinions stay in the trace.</param>
public sealed record MappedStep(string NodeId, string StepName, string? NewName, int Opinions);
