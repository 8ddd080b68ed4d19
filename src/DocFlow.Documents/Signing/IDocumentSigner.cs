namespace DocFlow.Documents.Signing;

/// <summary>Signs for an organ. The key may lie in a file, a device or a seal server (电子印章系统): it never comes out.</summary>
public interface IDocumentSigner
{
    /// <summary>The signer's own certificate, then those between it and the authority, which itself is left out.</summary>
    IReadOnlyList<SigningCertificate> Certificates { get; }

    SigningAlgorithm Algorithm { get; }

    /// <summary>Signs a message of some hundred bytes.</summary>
    /// <returns>The signature: for SM2 and ECDSA the DER of (r, s), for RSA its block.</returns>
    byte[] Sign(byte[] message);
}
