namespace DocFlow.Office.Registers;

/// <summary>One line of the seal register (用印登记).</summary>
public sealed class SealRecord
{
    public required string Id { get; init; }

    public required string DocumentId { get; init; }

    /// <summary>Document and purpose: a repeat returns the first result.</summary>
    public required string Key { get; init; }

    /// <summary>Who applied the seal (监印).</summary>
    public required string SealedById { get; init; }

    /// <summary>Who asked for it: always a second person, null when no second person holds the registry's post.</summary>
    public string? RequestedById { get; init; }

    public required int Copies { get; init; }

    /// <summary>The SM3 of the text that was sealed.</summary>
    public required string ContentHash { get; init; }

    public required DateTimeOffset At { get; init; }
}
