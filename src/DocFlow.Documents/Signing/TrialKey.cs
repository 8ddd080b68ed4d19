using Org.BouncyCastle.Asn1.GM;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto.Generators;
using Org.BouncyCastle.Crypto.Operators;
using Org.BouncyCastle.Crypto.Parameters;
using Org.BouncyCastle.Math;
using Org.BouncyCastle.Pkcs;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;

namespace DocFlow.Documents.Signing;

/// <summary>An SM2 key for an office that tries DocFlow out. It vouches for itself and says in its name that it is none to rely on.</summary>
public static class TrialKey
{
    /// <summary>The name in the certificate.</summary>
    public const string Name = "测试签名证书（不具效力）";

    private const int Years = 20;
    private const int YearsBefore = 5;
    private const int SerialBits = 127;

    /// <param name="now">The certificate holds from some years before, because an office that tries things out may set its clock back.</param>
    /// <returns>A PKCS #12 file without a password.</returns>
    public static byte[] Create(DateTimeOffset now)
    {
        var random = new SecureRandom();
        var generator = new ECKeyPairGenerator();
        generator.Init(new ECKeyGenerationParameters(GMObjectIdentifiers.sm2p256v1, random));
        var pair = generator.GenerateKeyPair();
        var name = new X509Name([X509Name.C, X509Name.O, X509Name.CN], ["CN", "DocFlow", Name]);
        var certificate = new X509V3CertificateGenerator();
        certificate.SetSerialNumber(new BigInteger(SerialBits, random).Add(BigInteger.One));
        certificate.SetIssuerDN(name);
        certificate.SetSubjectDN(name);
        certificate.SetNotBefore(now.UtcDateTime.AddYears(-YearsBefore));
        certificate.SetNotAfter(now.UtcDateTime.AddYears(Years));
        certificate.SetPublicKey(pair.Public);
        certificate.AddExtension(X509Extensions.KeyUsage, critical: true, new KeyUsage(KeyUsage.DigitalSignature | KeyUsage.NonRepudiation));
        var store = new Pkcs12StoreBuilder().Build();
        store.SetKeyEntry("signing", new AsymmetricKeyEntry(pair.Private), [new X509CertificateEntry(certificate.Generate(new Asn1SignatureFactory("SM3WITHSM2", pair.Private, random)))]);
        using var file = new MemoryStream();
        store.Save(file, [], random);
        return file.ToArray();
    }
}
