namespace DocFlow.Office.Distributing;

/// <summary>What the registry does with a document that was sent out: each call saves by itself, with its event and notices.</summary>
public interface IDistributionDesk
{
    /// <summary>Sends it to others as well (补发): rows are added, nothing is overwritten. The same press repeated does nothing.</summary>
    /// <exception cref="RefusalException">Not the registry, not issued, no reason, or somebody has it already.</exception>
    Task SupplementAsync(string actorId, string documentId, SupplementOrder order, CancellationToken cancellationToken = default);

    /// <summary>The texts that a correction can change: the document's own and its annexes'.</summary>
    /// <exception cref="RefusalException">Not the registry, or not issued.</exception>
    Task<CorrectableText> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default);

    /// <summary>
    /// Makes a corrected text for all who have the wrong one (更正). Where the document bears a seal, it waits until a second person has sealed it; where it doesn't, it is sent at once.
    /// What was signed and sent stays and is marked; the number, the day of signing and the receivers don't change. The signer, the drafter and who sealed it are told.
    /// </summary>
    /// <returns>The corrected text's ordinal; the same for the same press repeated.</returns>
    /// <exception cref="RefusalException">Not the registry, not issued, no reason, nothing changed, more than a text, or nobody else could seal it.</exception>
    Task<int> CorrectAsync(string actorId, string documentId, CorrectionOrder order, CancellationToken cancellationToken = default);

    /// <summary>Seals a corrected text with a record of its own, and sends it (更正用印). The same press repeated does nothing.</summary>
    /// <exception cref="RefusalException">Not a keeper of the seals, the one who asked for it, or it doesn't wait any more.</exception>
    Task SealCorrectionAsync(string actorId, string documentId, int toVersion, CancellationToken cancellationToken = default);

    /// <summary>Gives a correction back with a reason (退回更正): what was issued goes on to hold.</summary>
    /// <exception cref="RefusalException">As with <see cref="SealCorrectionAsync"/>, or no reason.</exception>
    Task RefuseCorrectionAsync(string actorId, string documentId, int toVersion, string reason, CancellationToken cancellationToken = default);

    /// <summary>Urges those who haven't signed for it (催签收), once an hour.</summary>
    /// <returns>The recipients that were told.</returns>
    Task<IReadOnlyList<string>> UrgeAsync(string actorId, string documentId, CancellationToken cancellationToken = default);
}

/// <summary>To whom a document is sent as well.</summary>
/// <param name="UnitIds">Units in the system.</param>
/// <param name="Names">Recipients outside it.</param>
public sealed record SupplementOrder(IReadOnlyList<string> UnitIds, string Reason, bool IsCopy = false, IReadOnlyList<string>? Names = null);

/// <summary>What is corrected.</summary>
/// <param name="ReadVersion">The ordinal of the text that was seen.</param>
/// <param name="Source">The whole source text; null leaves it as it is.</param>
/// <param name="Annexes">The texts of annexes that change, by name.</param>
public sealed record CorrectionOrder(int ReadVersion, string Reason, string? Source = null, IReadOnlyDictionary<string, string>? Annexes = null);

/// <summary>An issued text as it can be corrected.</summary>
public sealed record CorrectableText(int Version, string Source, IReadOnlyDictionary<string, string> Annexes);
