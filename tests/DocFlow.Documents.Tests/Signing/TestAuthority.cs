using DocFlow.Documents.Signing;
using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.Sec;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace DocFlow.Documents.Tests.Signing;

/// <summary>An authority that issues certificates of one algorithm, through one in between, and revokes them.</summary>
internal sealed class TestAuthority
{
    public const string Password = "口令-1";
    public const string SignerName = "中共云河市委办公室";

    private static readonly SecureRandom Random = new();

    private readonly SigningAlgorithm _algorithm;
    private readonly AsymmetricCipherKeyPair _rootKey;
    private readonly AsymmetricCipherKeyPair _middleKey;
    private readonly X509Certificate _root;
    private readonly X509Certificate _middle;

    public TestAuthority(SigningAlgorithm algorithm)
    {
        _algorithm = algorithm;
        _rootKey = NewKey();
        // New RSA keys take seconds; that two authorities have the same one changes nothing here.
        _middleKey = algorithm == SigningAlgorithm.RsaWithSha256 ? _rootKey : NewKey();
        _root = Issue("云河测试根机构", "云河测试根机构", _rootKey.Public, _rootKey.Private, 1, isAuthority: true, KeyUsage.KeyCertSign | KeyUsage.CrlSign);
        _middle = Issue("云河测试机构", "云河测试根机构", _middleKey.Public, _rootKey.Private, 2, isAuthority: true, KeyUsage.KeyCertSign | KeyUsage.CrlSign);
    }

    public static DateTime From { get; } = new(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public static DateTime Until { get; } = new(2028, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    public SigningCertificate Root => SigningCertificate.ReadAll(_root.GetEncoded())[0];

    public SigningCertificate Middle => SigningCertificate.ReadAll(_middle.GetEncoded())[0];

    /// <summary>A PKCS #12 file of a new signer, with its whole chain.</summary>
    public byte[] KeyFile(int serial = 7, int usage = KeyUsage.DigitalSignature, int rsaBits = 2048, KeyPurposeID? purpose = null)
    {
        var key = NewKey(rsaBits);
        return Save(("k", key, [Issue(SignerName, "云河测试机构", key.Public, _middleKey.Private, serial, isAuthority: false, usage, purpose), _middle, _root]));
    }

    /// <summary>A file as national authorities give it, with a key to encipher that stands first.</summary>
    public byte[] KeyFileWithTwoKeys(int encipheringSerial, int signingSerial)
    {
        var (enciphering, signing) = (NewKey(), NewKey());
        return Save(
            ("a", enciphering, [Issue(SignerName, "云河测试机构", enciphering.Public, _middleKey.Private, encipheringSerial, isAuthority: false, KeyUsage.KeyEncipherment), _middle, _root]),
            ("b", signing, [Issue(SignerName, "云河测试机构", signing.Public, _middleKey.Private, signingSerial, isAuthority: false, KeyUsage.DigitalSignature), _middle, _root]));
    }

    /// <summary>A file of somebody for whom a mere signer vouches.</summary>
    public byte[] KeyFileOfFalseAuthority(out SigningCertificate signer)
    {
        var (signing, forged) = (NewKey(), NewKey());
        var own = Issue(SignerName, "云河测试机构", signing.Public, _middleKey.Private, 9, isAuthority: false, KeyUsage.DigitalSignature);
        signer = SigningCertificate.ReadAll(own.GetEncoded())[0];
        return Save(("k", forged, [Issue("××市人民政府", SignerName, forged.Public, signing.Private, 10, isAuthority: false, KeyUsage.DigitalSignature), own, _middle, _root]));
    }

    public KeyFileSigner NewSigner(int serial = 7) => KeyFileSigner.Open(KeyFile(serial), Password);

    /// <summary>The list in which the authority in between revokes one number.</summary>
    public byte[] Revoke(int serial, DateTime on, int reason)
    {
        var list = new X509V2CrlGenerator();
        list.SetIssuerDN(new X509Name("CN=云河测试机构"));
        list.SetThisUpdate(on);
        list.SetNextUpdate(on.AddDays(30));
        list.AddCrlEntry(BigInteger.ValueOf(serial), on, reason);
        return list.Generate(new Asn1SignatureFactory(Scheme, _middleKey.Private, Random)).GetEncoded();
    }

    private string Scheme => _algorithm switch
    {
        SigningAlgorithm.Sm2WithSm3 => "SM3WITHSM2",
        SigningAlgorithm.EcdsaWithSha256 => "SHA256WITHECDSA",
        _ => "SHA256WITHRSA",
    };

    private AsymmetricCipherKeyPair NewKey(int rsaBits = 2048)
    {
        if (_algorithm == SigningAlgorithm.RsaWithSha256)
        {
            var rsa = new RsaKeyPairGenerator();
            rsa.Init(new KeyGenerationParameters(Random, rsaBits));
            return rsa.GenerateKeyPair();
        }

        var curve = new ECKeyPairGenerator();
        curve.Init(new ECKeyGenerationParameters(_algorithm == SigningAlgorithm.Sm2WithSm3 ? GMObjectIdentifiers.sm2p256v1 : SecObjectIdentifiers.SecP256r1, Random));
        return curve.GenerateKeyPair();
    }

    private static byte[] Save(params (string Alias, AsymmetricCipherKeyPair Key, X509Certificate[] Chain)[] entries)
    {
        var store = new Pkcs12StoreBuilder().Build();
        foreach (var (alias, key, chain) in entries)
            store.SetKeyEntry(alias, new AsymmetricKeyEntry(key.Private), [.. chain.Select(certificate => new X509CertificateEntry(certificate))]);
        using var file = new MemoryStream();
        store.Save(file, Password.ToCharArray(), Random);
        return file.ToArray();
    }

    private X509Certificate Issue(
        string name, string issuer, AsymmetricKeyParameter key, AsymmetricKeyParameter issuerKey, int serial, bool isAuthority, int usage, KeyPurposeID? purpose = null)
    {
        var certificate = new X509V3CertificateGenerator();
        certificate.SetSerialNumber(BigInteger.ValueOf(serial));
        certificate.SetSubjectDN(new X509Name($"CN={name}"));
        certificate.SetIssuerDN(new X509Name($"CN={issuer}"));
        certificate.SetNotBefore(From);
        certificate.SetNotAfter(Until);
        certificate.SetPublicKey(key);
        certificate.AddExtension(X509Extensions.BasicConstraints, critical: true, new BasicConstraints(isAuthority));
        certificate.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(usage));
        if (purpose is not null)
            certificate.AddExtension(X509Extensions.ExtendedKeyUsage, critical: false, new ExtendedKeyUsage(purpose));
        return certificate.Generate(new Asn1SignatureFactory(Scheme, issuerKey, Random));
    }
}
