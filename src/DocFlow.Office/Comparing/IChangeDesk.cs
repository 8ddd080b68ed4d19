namespace DocFlow.Office.Comparing;

/// <summary>The changes between two versions of a document one by one: seen by all who work on it, taken or refused by its drafter.</summary>
public interface IChangeDesk
{
    /// <param name="from">Null for the text that this person knows: the last own version of the drafter, or the one that the person decided on.</param>
    /// <param name="to">Null for the current version.</param>
    Task<ChangeSheet> ReadAsync(string personId, string documentId, int? from = null, int? to = null, CancellationToken cancellationToken = default);

    /// <summary>Takes some changes and refuses the others, in one act: the next version of the text is without the refused ones.</summary>
    /// <returns>The document's new <c>Version</c>.</returns>
    Task<int> SettleAsync(string personId, string documentId, ChangeAnswer answer, CancellationToken cancellationToken = default);
}
