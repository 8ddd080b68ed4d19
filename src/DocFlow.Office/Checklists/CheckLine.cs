namespace DocFlow.Office.Checklists;

/// <summary>A line of a step's checklist (核对清单): what went wrong there once, and is ticked since.</summary>
public sealed class CheckLine : IVersioned
{
    public const int MostText = 200;

    public required string Id { get; init; }

    public required string ProcedureId { get; init; }

    public required string StepName { get; init; }

    public required string Text { get; init; }

    /// <summary>The matter that it comes from.</summary>
    public required string SourceId { get; init; }

    /// <summary>Documents and matters that were begun before aren't asked.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>From when it is no longer asked; null while it is.</summary>
    public DateTimeOffset? To { get; set; }

    public int Version { get; set; }
}
