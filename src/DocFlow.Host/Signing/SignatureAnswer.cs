using DocFlow.Documents.Signing;

namespace DocFlow.Host.Signing;

/// <summary>What the signatures of a file say.</summary>
/// <param name="IsValid">It is signed, and the last signature covers all of it and is good.</param>
/// <param name="Says">In a few words: 有效, 文件被改, 证书无效, 无法验证, 没有电子签名.</param>
/// <param name="Signatures">In the order of signing.</param>
public sealed record SignatureAnswer(bool IsValid, string Says, IReadOnlyList<SignatureLine> Signatures)
{
    public static SignatureAnswer Of(IReadOnlyList<FileSignature> found) => found.Count == 0
        ? new SignatureAnswer(false, "没有电子签名", [])
        // The last one vouches for the whole file; those before say what came after them.
        : new SignatureAnswer(found[^1].Verdict == SignatureVerdict.Valid, WordsOf(found[^1].Verdict), [.. found.Select(SignatureLine.Of)]);

    internal static string WordsOf(SignatureVerdict verdict) => verdict switch
    {
        SignatureVerdict.Valid => "有效",
        SignatureVerdict.Altered => "文件被改",
        SignatureVerdict.CertificateInvalid => "证书无效",
        _ => "无法验证",
    };
}

/// <summary>One signature.</summary>
/// <param name="Verdict">有效, 文件被改, 证书无效 or 无法验证.</param>
/// <param name="Reason">One line.</param>
/// <param name="SignedAt">By the signer's clock.</param>
/// <param name="IsTrial">Of a key for trial, which nobody should rely on.</param>
public sealed record SignatureLine(string Verdict, string Reason, string? Signer, string? Issuer, string? SerialNumber, DateTimeOffset? SignedAt, string? Algorithm, bool IsTrial)
{
    public static SignatureLine Of(FileSignature found) => new(
        SignatureAnswer.WordsOf(found.Verdict), found.Reason, found.Signer?.Name, found.Signer?.Issuer, found.Signer?.SerialNumber, found.SignedAt, found.Algorithm, found.IsTrial);
}
