namespace DocFlow.Office.Restricted;

/// <summary>Reading restricted fields, each time with a record.</summary>
public interface IRestrictedReading
{
    /// <summary>The text of one field as the matter's current version says it. Who asks is recorded before it is given, and so is who is refused.</summary>
    /// <param name="personId">Null for an account that isn't a person of the office, which never reads.</param>
    /// <param name="account">The account's name, for the record.</param>
    Task<RestrictedReading> ReadAsync(string? personId, string account, string documentId, string fieldKey, CancellationToken cancellationToken = default);

    /// <summary>The file of a restricted file field, in the same way.</summary>
    Task<RestrictedDownload> ReadFileAsync(string? personId, string account, string documentId, string fieldKey, CancellationToken cancellationToken = default);

    /// <summary>That such records exist, for administrators: no titles, no names, no text.</summary>
    Task<IReadOnlyList<RestrictedRecord>> ListAsync(CancellationToken cancellationToken = default);
}

/// <summary>A restricted text that was read.</summary>
/// <param name="IsFile">The text is the name of a file, which is read by itself.</param>
public sealed record RestrictedReading(string Label, string Text, bool IsFile = false);

/// <summary>A restricted file that was read.</summary>
public sealed record RestrictedDownload(string Name, byte[] Content);

/// <summary>A matter with a restricted text.</summary>
/// <param name="Kind">The procedure's title.</param>
/// <param name="Label">The field.</param>
/// <param name="Reads">How often it was read.</param>
/// <param name="Refused">How often somebody was refused.</param>
public sealed record RestrictedRecord(string DocumentId, string Kind, string? Number, string Unit, string Label, DateTimeOffset At, int Reads, int Refused);
