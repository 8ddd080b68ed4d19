namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>Where faces are looked for.</summary>
/// <param name="ConfiguredFolder">A folder of licensed fonts (DOCFLOW_FONTS), looked at first; null for none.</param>
/// <param name="CacheFolder">The cache (DOCFLOW_CACHE) that holds the fetched open set.</param>
public sealed record FontSettings(string? ConfiguredFolder, string CacheFolder)
{
    /// <summary>The folder of the open set inside the cache.</summary>
    public string OpenSetFolder => Path.Combine(CacheFolder, "fonts");

    /// <summary>The settings of DOCFLOW_FONTS and DOCFLOW_CACHE (default ~/.cache/docflow).</summary>
    public static FontSettings FromEnvironment()
    {
        var cache = Environment.GetEnvironmentVariable("DOCFLOW_CACHE");
        if (string.IsNullOrEmpty(cache))
            cache = Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache", "docflow");

        var configured = Environment.GetEnvironmentVariable("DOCFLOW_FONTS");
        return new FontSettings(string.IsNullOrEmpty(configured) ? null : configured, cache);
    }
}
