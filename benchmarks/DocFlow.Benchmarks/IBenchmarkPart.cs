namespace DocFlow.Benchmarks;

/// <summary>One subject that is measured; runs alone with --only.</summary>
internal interface IBenchmarkPart
{
    string Name { get; }

    string Summary { get; }

    Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings);
}

/// <summary>What the command line chose.</summary>
/// <param name="Rounds">Samples per figure; null for a part's own number.</param>
/// <param name="Documents">Documents in the database of the part lists.</param>
/// <param name="PostgreSql">A connection string; null for SQLite.</param>
internal sealed record BenchmarkSettings(int? Rounds, int Documents, string? PostgreSql);

/// <summary>A line of the table.</summary>
/// <param name="What">What was measured.</param>
/// <param name="DocFlow">Its figure, with the unit.</param>
internal sealed record Figure(string What, string DocFlow)
{
    /// <summary>The peer's name and figure of the same run.</summary>
    public string Beside { get; init; } = "";

    /// <summary>The peer's figure divided by DocFlow's: above 1 DocFlow is faster.</summary>
    public string Ratio { get; init; } = "";

    public string Target { get; init; } = "";

    /// <summary>Whether the target is met; null without one.</summary>
    public bool? IsMet { get; init; }
}
