namespace DocFlow.Office.Desks;

/// <summary>Drafting, as pages and the API do it: each call saves by itself, with its event.</summary>
public interface IDocumentDesk
{
    /// <returns>The document's id.</returns>
    Task<string> CreateAsync(string actorId, DraftContent content, CancellationToken cancellationToken = default);

    /// <summary>
    /// Saves a draft: in place before review, as a new version while a step allows editing. Text that can't be read as a source yet is kept too.
    /// </summary>
    /// <param name="expectedVersion">The document's <c>Version</c> that was read; another one is a conflict, and nothing is overwritten.</param>
    /// <returns>The document's new <c>Version</c>.</returns>
    Task<int> SaveAsync(string actorId, string documentId, int expectedVersion, DraftContent content, CancellationToken cancellationToken = default);

    /// <summary>The current text, for editing.</summary>
    Task<DraftReading> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>Sends a draft into its procedure, once; a repeat returns the first instance's id.</summary>
    Task<string> StartAsync(string actorId, string documentId, int expectedVersion, string definitionId, CancellationToken cancellationToken = default);

    /// <summary>Voids a document (作废); a number that it has stays taken.</summary>
    Task VoidAsync(string actorId, string documentId, string reason, CancellationToken cancellationToken = default);

    /// <summary>Signs for a distributed document (签收) for the actor's unit, once.</summary>
    Task ReceiveAsync(string actorId, string documentId, CancellationToken cancellationToken = default);
}
