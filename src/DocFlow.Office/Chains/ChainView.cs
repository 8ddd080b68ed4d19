using DocFlow.Office.Dossiers;
using DocFlow.Office.ProcedureRegisters;

namespace DocFlow.Office.Chains;

/// <summary>A chain, each link after what it was born from.</summary>
/// <param name="IsCut">It is too long to be shown whole.</param>
public sealed record ChainView(IReadOnlyList<ChainLink> Links, bool IsCut);

/// <summary>A document or matter of the chain.</summary>
/// <param name="DocumentId">Null for one that the reader may not open and that lies between two others: it has no words either.</param>
/// <param name="Depth">0 for the first beginning.</param>
/// <param name="Standing">How it stands, in words.</param>
/// <param name="Waiting">The steps that it waits at, with whom.</param>
/// <param name="Last">The last decision: step, outcome, person.</param>
/// <param name="Opinion">The words of the last decision.</param>
public sealed record ChainLink(string? DocumentId, int Depth, string Title, string Kind, string? Number, string UnitName, string Standing, string Waiting, string? Last, string? Opinion)
{
    /// <summary>The one that was asked for.</summary>
    public bool IsAsked { get; init; }

    public DateTimeOffset? StartedAt { get; init; }

    public DateTimeOffset? DueAt { get; init; }

    public DateTimeOffset? OriginalDueAt { get; init; }

    public DateTimeOffset? ClosedAt { get; init; }

    public DateTimeOffset? LastAt { get; init; }

    public Light? Light { get; init; }

    /// <summary>The official documents that came of it, as PDF.</summary>
    public IReadOnlyList<ChainFile> Files { get; init; } = [];

    /// <summary>What it did to scores that the reader may see.</summary>
    public IReadOnlyList<Assessment.DocumentScore> Scores { get; init; } = [];
}

/// <summary>An official document of a link.</summary>
public sealed record ChainFile(string Name, string FileHash);
