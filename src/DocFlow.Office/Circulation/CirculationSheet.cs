using DocFlow.Office.Dossiers;
using DocFlow.Office.People;

namespace DocFlow.Office.Circulation;

/// <summary>A document passed round for reading (传阅): one sender, many readers. It doesn't hold the procedure up.</summary>
public sealed class CirculationSheet : IVersioned
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>Who manages it: who sent it, or took it over (交接). The event log keeps who sent it.</summary>
    public required string SenderId { get; set; }

    /// <summary>What the readers are told, or null.</summary>
    public string? Note { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>When it was ended; null while it goes round.</summary>
    public DateTimeOffset? EndedAt { get; set; }

    /// <summary>Sender and key of the press that sent it: unique, so that a repeated press finds this one.</summary>
    public required string Key { get; init; }

    /// <summary>Who sent it, as <see cref="Key"/> says; nobody's id for one that a procedure sent.</summary>
    public string FirstSenderId => Key[..Math.Max(Key.IndexOf('/', StringComparison.Ordinal), 0)];

    public int Version { get; set; }

    public Document? Document { get; init; }

    public Person? Sender { get; init; }

    public List<CirculationReader> Readers { get; } = [];
}
