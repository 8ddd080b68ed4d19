using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Pkcs;

namespace DocFlow.Documents.Signing;

/// <summary>Signs with the key of a PKCS #12 file (.p12, .pfx): SM2, a NIST curve, or RSA of at least 2,048 bits.</summary>
public sealed class KeyFileSigner : IDocumentSigner
{
    private readonly AsymmetricKeyParameter _key;

    internal KeyFileSigner(AsymmetricKeyParameter key, IEnumerable<SigningCertificate> chain)
    {
        _key = key;
        var all = chain.ToList();
        Certificates = [.. all.Where((certificate, index) => index == 0 || !certificate.Inner.SubjectDN.Equivalent(certificate.Inner.IssuerDN))];
        Authorities = [all[^1]];
        Algorithm = AlgorithmOf(key);
        if (!CertificateUse.Signs(all[0].Inner))
            throw new SigningRefusedException($"证书“{all[0].Name}”的用途不包括数字签名，请换用签名证书。");
    }

    public IReadOnlyList<SigningCertificate> Certificates { get; }

    /// <summary>The last of the file's chain: who holds the key file trusts it.</summary>
    public IReadOnlyList<SigningCertificate> Authorities { get; }

    public SigningAlgorithm Algorithm { get; }

    /// <exception cref="SigningRefusedException">Wrong password, not such a file, or no key in it that can sign.</exception>
    public static KeyFileSigner Open(byte[] file, string password)
    {
        var store = new Pkcs12StoreBuilder().Build();
        try
        {
            store.Load(new MemoryStream(file, writable: false), password.ToCharArray());
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new SigningRefusedException("打不开：口令不对，或不是 PKCS #12 文件（.p12、.pfx）。");
        }

        // National authorities give one file with two keys, to sign and to encipher.
        var keys = store.Aliases.Where(store.IsKeyEntry).Order(StringComparer.Ordinal).ToList();
        return (keys.Find(key => CertificateUse.Signs(store.GetCertificate(key).Certificate)) ?? keys.FirstOrDefault()) is { } alias && store.GetCertificateChain(alias) is { Length: > 0 } chain
            ? new KeyFileSigner(store.GetKey(alias).Key, chain.Select(entry => new SigningCertificate(entry.Certificate)))
            : throw new SigningRefusedException("文件里没有带证书的私钥。");
    }

    public byte[] Sign(byte[] message)
    {
        var signer = SigningAlgorithms.SignerOf(Algorithm);
        signer.Init(forSigning: true, _key);
        signer.BlockUpdate(message, 0, message.Length);
        return signer.GenerateSignature();
    }

    private static SigningAlgorithm AlgorithmOf(AsymmetricKeyParameter key) => key switch
    {
        ECPrivateKeyParameters curve => GMObjectIdentifiers.sm2p256v1.Equals(curve.PublicKeyParamSet) ? SigningAlgorithm.Sm2WithSm3 : SigningAlgorithm.EcdsaWithSha256,
        RsaKeyParameters rsa when KeyStrength.IsEnough(rsa) => SigningAlgorithm.RsaWithSha256,
        RsaKeyParameters rsa => throw new SigningRefusedException($"RSA 密钥为{rsa.Modulus.BitLength}位，须为{KeyStrength.LeastRsaBits}至{KeyStrength.MostRsaBits}位，不予使用。"),
        _ => throw new SigningRefusedException("私钥的算法不支持，可用 SM2、ECDSA 或 RSA。"),
    };
}
