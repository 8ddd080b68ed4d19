namespace DocFlow.Host.Parts;

/// <summary>Where the absent workflow designer comes from.</summary>
internal interface IStudioSource
{
    /// <summary>Whether the whole package is there.</summary>
    bool IsComplete { get; }

    /// <param name="report">Told each step, in Chinese.</param>
    /// <returns>Whether it is there now.</returns>
    Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken);
}
