namespace DocFlow.Elsa.Runtime.Flowcharts;

/// <summary>An arrow of a flowchart.</summary>
/// <param name="Port">The outcome that it leaves by; null matches the default outcome only.</param>
internal sealed record Connection(string Source, string? Port, string Target, string TargetPort = "In")
{
    /// <summary>Where it stands in the definition.</summary>
    public string Path { get; init; } = "";

    public string Key => $"{Source}:{Port}->{Target}";

    /// <summary>What visits are counted by.</summary>
    public string VisitKey { get; } = $"{Source}:{Port}->{Target}:{TargetPort}";
}
