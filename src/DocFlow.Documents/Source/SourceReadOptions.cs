namespace DocFlow.Documents.Source;

/// <summary>Limits and surroundings of a source.</summary>
public sealed record SourceReadOptions
{
    /// <summary>The largest source, in characters.</summary>
    public int MostCharacters { get; init; } = 2_000_000;

    /// <summary>Gives the text of a file beside the source (附件 文件); null when there is none.</summary>
    public Func<string, string?> ReadSibling { get; init; } = static _ => null;

    /// <summary>Whether the office may handle classified documents (密级).</summary>
    public bool AllowsClassified { get; init; }

    /// <summary>A reader of files in the source's own folder; a name with a path is never opened.</summary>
    public static Func<string, string?> SiblingsOf(string folder) => name =>
    {
        if (name != Path.GetFileName(name) || name is "." or "..")
            return null;
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    };
}
