using DocFlow.Office.Dossiers;

namespace DocFlow.Office.WorkItems;

/// <summary>One visit of a document to a human step: what people see in place of the engine's bookmark.</summary>
public sealed class WorkItem : IVersioned
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    public required string InstanceId { get; init; }

    public required string NodeId { get; init; }

    /// <summary>Instance, node and visit: unique, so a burst that runs again finds this one.</summary>
    public required string VisitKey { get; init; }

    /// <summary>The step's name in Chinese, as the designer wrote it.</summary>
    public required string StepName { get; init; }

    public required StepKind StepKind { get; init; }

    public required DateTimeOffset OpenedAt { get; init; }

    public DateTimeOffset? ClosedAt { get; set; }

    public DateTimeOffset? DueAt { get; set; }

    public required CompletionRule Completion { get; init; }

    /// <summary>With <see cref="CompletionRule.Share"/>: how many of a hundred seats must agree.</summary>
    public int? Percent { get; init; }

    public ReturnRule OnReturn { get; init; }

    public OverdueRule WhenOverdue { get; init; }

    /// <summary>The buttons of a step that names its own, separated by “，”, the main one first; null for those of its kind.</summary>
    public string? Buttons { get; init; }

    /// <summary>The keys of the fields that are filled in with a decision, separated by “，”; null for none.</summary>
    public string? FieldKeys { get; init; }

    /// <summary>The name of a step whose decider may not decide this one: a second person is needed; null for none.</summary>
    public string? DifferentFrom { get; init; }

    /// <summary>Goes forward only when all matters that were born from this one are over.</summary>
    public bool AwaitsBorn { get; init; }

    /// <summary>Goes forward by its main button only from this moment on (公示期满); null for at once.</summary>
    public DateTimeOffset? HeldUntil { get; set; }

    /// <summary>The outcome that the procedure goes on with.</summary>
    public string? Outcome { get; set; }

    /// <summary>How many seats have decided. Each decision changes it, so that two at once can't both believe the other is still out.</summary>
    public int DecidedSeats { get; set; }

    /// <summary>How often seats were added, handed on or withdrawn; changes for the same reason.</summary>
    public int SeatChanges { get; set; }

    public int Version { get; set; }

    public List<Seat> Seats { get; } = [];

    public Document? Document { get; init; }
}
