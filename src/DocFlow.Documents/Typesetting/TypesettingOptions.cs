namespace DocFlow.Documents.Typesetting;

/// <summary>What an office may choose about its pages.</summary>
public sealed record TypesettingOptions
{
    public static TypesettingOptions Default { get; } = new();

    public LayoutProfile Profile { get; init; } = LayoutProfile.Electronic;

    /// <summary>版记 on an even page (GB/T 33476.2 7.3.1).</summary>
    public bool ImprintOnEvenPage { get; init; } = true;

    /// <summary>The seals that are drawn; null keeps their places only.</summary>
    public ISealSource? Seals { get; init; }

    /// <summary>The seal's diameter, mm, for which room is kept: 45 for a city's or county's organ.</summary>
    public double SealDiameter { get; init; } = 45;

    /// <summary>A signature stamp's width and height, mm, for which room is kept.</summary>
    public double StampWidth { get; init; } = 40;

    /// <inheritdoc cref="StampWidth"/>
    public double StampHeight { get; init; } = 20;
}
