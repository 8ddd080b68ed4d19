namespace DocFlow.Documents.Signing;

/// <summary>A signature that was found in a file.</summary>
/// <param name="Reason">One line in Chinese.</param>
public sealed record FileSignature(SignatureVerdict Verdict, string Reason)
{
    /// <summary>Whose; null when it can't be read.</summary>
    public SigningCertificate? Signer { get; init; }

    /// <summary>When, as the signer's clock said.</summary>
    public DateTimeOffset? SignedAt { get; init; }

    /// <summary>As SM2/SM3.</summary>
    public string? Algorithm { get; init; }

    /// <summary>Whether it is a signature of <see cref="TrialKey"/>.</summary>
    public bool IsTrial => Signer?.Name == TrialKey.Name;
}
