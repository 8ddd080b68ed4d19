namespace DocFlow.Documents.Signing;

/// <summary>How a key signs; the certificate's key decides.</summary>
public enum SigningAlgorithm
{
    /// <summary>SM2 with SM3 (GB/T 32918, GB/T 32905), the national algorithms.</summary>
    Sm2WithSm3,

    /// <summary>ECDSA with SHA-256.</summary>
    EcdsaWithSha256,

    /// <summary>RSA (PKCS #1 v1.5) with SHA-256.</summary>
    RsaWithSha256,
}
