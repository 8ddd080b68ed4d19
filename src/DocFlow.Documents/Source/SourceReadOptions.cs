using System.Text;

namespace DocFlow.Documents.Source;

/// <summary>Limits and surroundings of a source.</summary>
public sealed record SourceReadOptions
{
    private const long LargestSibling = 16 * 1024 * 1024;

    /// <summary>The largest source, in characters.</summary>
    public int MostCharacters { get; init; } = 2_000_000;

    /// <summary>Gives the text of a file beside the source (附件 文件); null when there is none.</summary>
    public Func<string, string?> ReadSibling { get; init; } = static _ => null;

    /// <summary>Whether the office may handle classified documents (密级); what the installation says, unless set.</summary>
    public bool AllowsClassified { get; init; } = ClassifiedSetting.IsAllowed;

    /// <summary>A reader of files in the source's own folder, Word files as <see cref="WordAnnex"/> reads them; a name with a path is never opened.</summary>
    public static Func<string, string?> SiblingsOf(string folder) => name =>
    {
        if (name != Path.GetFileName(name) || name is "." or "..")
            return null;
        var path = Path.Combine(folder, name);
        var file = new FileInfo(path);
        if (!file.Exists)
            return null;
        if (file.Length > LargestSibling)
            throw new IOException($"{name}: {file.Length}");
        return name.EndsWith(WordAnnex.Extension, StringComparison.OrdinalIgnoreCase)
            ? WordAnnex.TextOf(File.ReadAllBytes(path))
            : File.ReadAllText(path, new UTF8Encoding(false, throwOnInvalidBytes: true));
    };
}
