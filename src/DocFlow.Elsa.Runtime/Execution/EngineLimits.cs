namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What one burst may use: definitions are written by people, and loops and scripts may not end.</summary>
public sealed record EngineLimits
{
    /// <summary>Activities started or resumed in one burst.</summary>
    public int MostSteps { get; init; } = 100_000;

    /// <summary>How long one burst may take, waiting for other systems included.</summary>
    public TimeSpan LongestBurst { get; init; } = TimeSpan.FromMinutes(2);

    public int MostScriptStatements { get; init; } = 200_000;

    public int DeepestScriptRecursion { get; init; } = 64;

    public long MostScriptMemory { get; init; } = 32 * 1024 * 1024;

    public int LongestScript { get; init; } = 64 * 1024;

    public TimeSpan LongestScriptTime { get; init; } = TimeSpan.FromSeconds(2);

    public int MostTemplateSteps { get; init; } = 50_000;

    /// <summary>Characters that a template may write.</summary>
    public int LongestTemplateOutput { get; init; } = 1024 * 1024;
}
