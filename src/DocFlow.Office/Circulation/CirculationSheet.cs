using DocFlow.Office.Dossiers;
using DocFlow.Office.People;

namespace DocFlow.Office.Circulation;

/// <summary>A document passed round for reading (传阅): one sender, many readers. It doesn't hold the procedure up.</summary>
public sealed class CirculationSheet : IVersioned
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    public required string SenderId { get; init; }

    /// <summary>What the readers are told, or null.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was ended; null while it goes round.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Sender and key of the press that sent it: unique, so that a repeated press finds this one.</summary>
    public required string Key { get; init; }

    public int Version { get; set; }

    public Document? Document { get; init; }

    public Person? Sender { get; init; }

    public List<CirculationReader> Readers { get; } = [];
}
