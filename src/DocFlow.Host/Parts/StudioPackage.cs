using System.Security.Cryptography;

namespace DocFlow.Host.Parts;

/// <summary>The npm package that holds Elsa Studio, pinned by version and hash, and where it lies in the cache.</summary>
internal sealed class StudioPackage(string cacheFolder)
{
    public const string Name = "@elsa-workflows/elsa-studio-wasm";
    public const string Version = "3.8.2";

    private const string Sha512 = "aoyapE8UDCEriuYekGv1CWzLqeNZDUL8nJGmxPXNcvXTkGRT8u4QWBqlRwlm02AZcPpG9PU0FZJx3zSAyQVzGg==";

    // What the package of that hash unpacks to: a folder that was copied only in part is known by it.
    private const int Files = 1040;
    private const long Bytes = 92_867_201;

    /// <summary>The folder of all versions.</summary>
    public string Shelf { get; } = Path.Combine(cacheFolder, "studio");

    /// <summary>The folder that is served.</summary>
    public string Folder => Path.Combine(Shelf, Version);

    /// <summary>Whether the folder holds the whole package.</summary>
    public bool IsComplete => IsWhole(Folder);

    /// <summary>Whether a folder holds the whole package.</summary>
    public static bool IsWhole(string folder)
    {
        if (!Directory.Exists(folder))
            return false;
        var files = new DirectoryInfo(folder).GetFiles("*", SearchOption.AllDirectories);
        return files.Length == Files && files.Sum(file => file.Length) == Bytes;
    }

    /// <summary>Whether this is the packed package that is meant.</summary>
    public static async Task<bool> IsGenuineAsync(Stream packed, CancellationToken cancellationToken) =>
        Convert.ToBase64String(await SHA512.HashDataAsync(packed, cancellationToken)) == Sha512;
}
