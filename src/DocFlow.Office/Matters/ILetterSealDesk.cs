namespace DocFlow.Office.Matters;

/// <summary>The seals of letters that the ladder sent by itself (催办函): the keeper puts each on, as the second person beside whoever is in charge of the matter.</summary>
public interface ILetterSealDesk
{
    /// <summary>The letters of a matter that wait for their seal; none for whoever isn't a keeper (监印).</summary>
    Task<IReadOnlyList<string>> WaitingAsync(string personId, string documentId, CancellationToken cancellationToken = default);

    Task SealAsync(string personId, string documentId, string name, CancellationToken cancellationToken = default);
}
