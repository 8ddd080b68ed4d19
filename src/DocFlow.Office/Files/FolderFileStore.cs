using System.Security.Cryptography;

namespace DocFlow.Office.Files;

/// <summary>Files in a folder, by SHA-256: ab/abcdef…; written beside, flushed to disk, then moved into place.</summary>
public sealed class FolderFileStore(string folder) : IFileStore
{
    public async Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        var path = PathOf(hash);
        if (File.Exists(path))
            return hash;

        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var beside = $"{path}.{Guid.NewGuid():N}.tmp";
        try
        {
            await using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                await stream.WriteAsync(content, cancellationToken);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another writer kept the same bytes first.
        }
        finally
        {
            File.Delete(beside);
        }

        return hash;
    }

    public Stream Open(string hash)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower) || !File.Exists(PathOf(hash)))
            throw RefusalException.NotFound("这个文件");
        return new FileStream(PathOf(hash), FileMode.Open, FileAccess.Read, FileShare.Read);
    }

    private string PathOf(string hash) => Path.Combine(folder, hash[..2], hash);
}
