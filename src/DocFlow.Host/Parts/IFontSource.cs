namespace DocFlow.Host.Parts;

/// <summary>Where absent fonts come from.</summary>
internal interface IFontSource
{
    /// <summary>Whether there is nothing left to fetch.</summary>
    bool IsComplete { get; }

    /// <param name="report">Told each step, in Chinese.</param>
    /// <returns>Whether everything is there now.</returns>
    Task<bool> FetchAsync(Action<string> report, CancellationToken cancellationToken);
}
