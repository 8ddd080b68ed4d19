namespace DocFlow.Office.Matters;

/// <summary>What a person filled in.</summary>
/// <param name="Values">By the fields' keys. People and units by id, a day as yyyy-MM-dd, several separated by commas.</param>
/// <param name="Files">The files of file fields, by key.</param>
/// <param name="Key">Names the press, so that a repeat is known; null for none.</param>
/// <param name="BornFromId">The document or matter that it is born from; null for none.</param>
public sealed record MatterForm(
    IReadOnlyDictionary<string, string?> Values, IReadOnlyDictionary<string, MatterFile>? Files = null, string? Key = null, string? BornFromId = null);

/// <summary>A file that was put into a field.</summary>
public sealed record MatterFile(string Name, byte[] Content);
