namespace DocFlow.Documents.Typesetting.Fonts;

/// <summary>A face found in the configured, the user's or the system's font folders.</summary>
internal sealed record InstalledFont(FontFace Face, FontNames Names)
{
    private static readonly string[] Extensions = [".ttf", ".otf", ".ttc"];

    /// <summary>All faces, those of the configured folder first.</summary>
    public static IReadOnlyList<InstalledFont> Find(string? configuredFolder)
    {
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        string?[] folders =
        [
            configuredFolder,
            Path.Combine(home, ".local/share/fonts"),
            Path.Combine(home, ".fonts"),
            Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
            "/usr/local/share/fonts",
            "/usr/share/fonts",
        ];
        return
        [
            .. folders
                .Where(folder => !string.IsNullOrEmpty(folder) && Directory.Exists(folder))
                .Distinct()
                .SelectMany(folder => Directory.EnumerateFiles(folder!, "*", Options).Order(StringComparer.Ordinal))
                .Where(path => Extensions.Contains(Path.GetExtension(path).ToLowerInvariant()))
                .SelectMany(Read),
        ];
    }

    private static EnumerationOptions Options { get; } = new() { RecurseSubdirectories = true, IgnoreInaccessible = true };

    private static IEnumerable<InstalledFont> Read(string path) =>
        FontNames.Read(path).Select((names, index) =>
        {
            var family = names.Families.FirstOrDefault(name => Enum.GetValues<FontRole>().Any(role => OfficialFamilies.NamesOf(role).Contains(name))) ?? names.Family;
            return new InstalledFont(new FontFace($"{path}#{index}", family, names.PostScriptName, path, index), names);
        });
}
