namespace DocFlow.Documents.Signing;

/// <summary>What a signature says about a file (after GB/T 38540-2020 7.3).</summary>
public enum SignatureVerdict
{
    /// <summary>有效: nothing has changed since, and the signer is trusted.</summary>
    Valid,

    /// <summary>文件被改: the file isn't the one that was signed.</summary>
    Altered,

    /// <summary>证书无效: expired, revoked, or of nobody who is trusted.</summary>
    CertificateInvalid,

    /// <summary>无法验证: not a signature that can be read.</summary>
    Unverifiable,
}
