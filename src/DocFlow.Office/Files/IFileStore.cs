namespace DocFlow.Office.Files;

/// <summary>Files by the hash of their content; never rewritten, never renamed.</summary>
public interface IFileStore
{
    /// <summary>Keeps the bytes durably before it returns; the same bytes are kept once.</summary>
    /// <returns>Their SHA-256 as 64 lower-case hexadecimal digits.</returns>
    Task<string> PutAsync(ReadOnlyMemory<byte> content, CancellationToken cancellationToken = default);

    /// <exception cref="RefusalException">There is no such file.</exception>
    Stream Open(string hash);
}
