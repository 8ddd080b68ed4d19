using DocFlow.Office.People;

namespace DocFlow.Office.Circulation;

/// <summary>One reader of a document that is passed round.</summary>
public sealed class CirculationReader : IVersioned
{
    public required string Id { get; init; }

    public required string SheetId { get; init; }

    public required string PersonId { get; set; }

    /// <summary>The organisation's order, from 1.</summary>
    public required int Order { get; init; }

    public ReadingState State { get; set; }

    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>What the reader wrote (阅办意见), or null.</summary>
    public string? Remark { get; set; }

    public int Version { get; set; }

    public CirculationSheet? Sheet { get; init; }

    public Person? Person { get; init; }
}
