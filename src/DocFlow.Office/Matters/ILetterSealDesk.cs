namespace DocFlow.Office.Matters;

/// <summary>The seals of documents that went out before they were sealed, because the ladder sent them by itself (催办函) or they couldn't wait (变更通知): the keeper puts each on, as the second person beside whoever asked for it.</summary>
public interface ILetterSealDesk
{
    /// <summary>The documents of a matter that wait for their seal; none for whoever isn't a keeper (监印).</summary>
    Task<IReadOnlyList<string>> WaitingAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    Task SealAsync(string personId, string documentId, string name, CancellationToken cancellationToken = default);
}
