namespace DocFlow.Office.Dossiers;

/// <summary>A file in the content-addressed store.</summary>
public sealed class StoredFile
{
    /// <summary>The SHA-256 of its bytes: its identity and its place on disk.</summary>
    public required string Hash { get; init; }

    /// <summary>In bytes.</summary>
    public required long Length { get; init; }

    public required DateTimeOffset StoredAt { get; init; }
}
