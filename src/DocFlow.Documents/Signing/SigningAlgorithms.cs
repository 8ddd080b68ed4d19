using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Nist;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Asn1.X9;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;

namespace DocFlow.Documents.Signing;

/// <summary>The object identifiers of the algorithms, as they are written, and as others write them.</summary>
internal static class SigningAlgorithms
{
    public static ISigner SignerOf(SigningAlgorithm algorithm) => SignerUtilities.GetSigner(algorithm switch
    {
        SigningAlgorithm.Sm2WithSm3 => "SM3withSM2",
        SigningAlgorithm.EcdsaWithSha256 => "SHA-256withECDSA",
        _ => "SHA-256withRSA",
    });

    public static AlgorithmIdentifier DigestOf(SigningAlgorithm algorithm) => algorithm == SigningAlgorithm.Sm2WithSm3
        ? new AlgorithmIdentifier(GMObjectIdentifiers.sm3)
        : new AlgorithmIdentifier(NistObjectIdentifiers.IdSha256);

    public static AlgorithmIdentifier SignatureOf(SigningAlgorithm algorithm) => algorithm switch
    {
        SigningAlgorithm.Sm2WithSm3 => new AlgorithmIdentifier(GMObjectIdentifiers.sm2sign_with_sm3),
        SigningAlgorithm.EcdsaWithSha256 => new AlgorithmIdentifier(X9ObjectIdentifiers.ECDsaWithSha256),
        _ => new AlgorithmIdentifier(PkcsObjectIdentifiers.RsaEncryption, DerNull.Instance),
    };

    /// <summary>The name under which the library verifies a signature, and the one for people; null when it isn't among those that are accepted.</summary>
    public static (string Name, string Shown)? Find(DerObjectIdentifier digest, DerObjectIdentifier signature)
    {
        if (digest.Equals(GMObjectIdentifiers.sm3))
            return signature.Equals(GMObjectIdentifiers.sm2sign_with_sm3) || signature.Equals(GMObjectIdentifiers.sm2sign) ? ("SM3withSM2", "SM2/SM3") : null;
        if (HashOf(digest) is not { } hash)
            return null;
        if (signature.Equals(PkcsObjectIdentifiers.RsaEncryption) || signature.Equals(RsaWith(hash)))
            return ($"{hash}withRSA", $"RSA/{hash}");
        return signature.Equals(X9ObjectIdentifiers.IdECPublicKey) || signature.Equals(EcdsaWith(hash)) ? ($"{hash}withECDSA", $"ECDSA/{hash}") : null;
    }

    private static string? HashOf(DerObjectIdentifier digest) => digest.Equals(NistObjectIdentifiers.IdSha256) ? "SHA-256"
        : digest.Equals(NistObjectIdentifiers.IdSha384) ? "SHA-384"
        : digest.Equals(NistObjectIdentifiers.IdSha512) ? "SHA-512"
        : null;

    private static DerObjectIdentifier RsaWith(string hash) => hash switch
    {
        "SHA-256" => PkcsObjectIdentifiers.Sha256WithRsaEncryption,
        "SHA-384" => PkcsObjectIdentifiers.Sha384WithRsaEncryption,
        _ => PkcsObjectIdentifiers.Sha512WithRsaEncryption,
    };

    private static DerObjectIdentifier EcdsaWith(string hash) => hash switch
    {
        "SHA-256" => X9ObjectIdentifiers.ECDsaWithSha256,
        "SHA-384" => X9ObjectIdentifiers.ECDsaWithSha384,
        _ => X9ObjectIdentifiers.ECDsaWithSha512,
    };
}
