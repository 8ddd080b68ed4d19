namespace DocFlow.Office.Desks;

/// <summary>The annex files (附件) of a draft: each call saves by itself, with the same rules as its text.</summary>
public interface IAnnexDesk
{
    /// <summary>The files of the current version by name.</summary>
    Task<IReadOnlyDictionary<string, byte[]>> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Adds files, or replaces those of the same name.</summary>
    /// <param name="expectedVersion">The document's <c>Version</c> that was read; another one is a conflict, and nothing is overwritten.</param>
    /// <returns>The document's new <c>Version</c>.</returns>
    Task<int> PutAsync(string actorId, string documentId, int expectedVersion, IReadOnlyDictionary<string, byte[]> files, CancellationToken cancellationToken = default);

    /// <summary>Takes a file away; nothing happens when it isn't there.</summary>
    /// <returns>The document's new <c>Version</c>.</returns>
    Task<int> RemoveAsync(string actorId, string documentId, int expectedVersion, string name, CancellationToken cancellationToken = default);
}
