using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.X509;
using CmsAttribute = Org.BouncyCastle.Asn1.Cms.Attribute;
using AttributeTable = Org.BouncyCastle.Asn1.Cms.AttributeTable;
using ContentInfo = Org.BouncyCastle.Asn1.Cms.ContentInfo;
using IssuerAndSerialNumber = Org.BouncyCastle.Asn1.Cms.IssuerAndSerialNumber;
using SignedData = Org.BouncyCastle.Asn1.Cms.SignedData;
using SignerInfo = Org.BouncyCastle.Asn1.Cms.SignerInfo;

namespace DocFlow.Documents.Signing;

/// <summary>Holds a signature (CMS, one signer, detached) against the bytes that it is said to sign.</summary>
internal static class SignedContent
{
    private const string Unreadable = "签名数据不合规范，无法读取";
    private const int MostCertificates = 10;
    private const string Changed = "文件在签名以后被改动过";

    /// <param name="container">DER.</param>
    /// <param name="signedAt">What the file says, as part of what is signed.</param>
    public static FileSignature Verify(byte[] container, IEnumerable<ReadOnlyMemory<byte>> content, DateTimeOffset signedAt, TrustedCertificates trusted)
    {
        try
        {
            return Verify(ContentInfo.GetInstance(Asn1Object.FromByteArray(container)), content, signedAt, trusted);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Whatever a damaged signature makes of the library's parts.
            return new FileSignature(SignatureVerdict.Unverifiable, Unreadable);
        }
    }

    private static FileSignature Verify(ContentInfo outer, IEnumerable<ReadOnlyMemory<byte>> content, DateTimeOffset signedAt, TrustedCertificates trusted)
    {
        if (!CmsObjectIdentifiers.SignedData.Equals(outer.ContentType))
            return new FileSignature(SignatureVerdict.Unverifiable, Unreadable);
        var data = SignedData.GetInstance(outer.Content);
        if (data.SignerInfos.Count != 1 || data.EncapContentInfo.Content is not null || !CmsObjectIdentifiers.Data.Equals(data.EncapContentInfo.ContentType) || data.DigestAlgorithms.Count != 1)
            return new FileSignature(SignatureVerdict.Unverifiable, Unreadable);
        var signer = SignerInfo.GetInstance(data.SignerInfos[0]);
        var digest = signer.DigestAlgorithm.Algorithm;
        if (data.Certificates is { Count: > MostCertificates })
            return new FileSignature(SignatureVerdict.Unverifiable, $"签名带有{data.Certificates.Count}份证书，超过上限{MostCertificates}份，没有验证");
        var certificates = data.Certificates?.Select(entry => new SigningCertificate(new X509Certificate(X509CertificateStructure.GetInstance(entry)))).ToList() ?? [];
        if (data.Version.IntValueExact != 1 || signer.Version.IntValueExact != 1 || !AlgorithmIdentifier.GetInstance(data.DigestAlgorithms[0]).Algorithm.Equals(digest)
            || certificates.Find(certificate => IsNamed(certificate, signer.SignerID)) is not { } own || signer.SignedAttrs is not { } attributes)
            return new FileSignature(SignatureVerdict.Unverifiable, Unreadable);
        if (SigningAlgorithms.Find(digest, signer.SignatureAlgorithm.Algorithm) is not { } algorithm)
            return new FileSignature(SignatureVerdict.Unverifiable, "签名算法不在认可之列（SM2/SM3、ECDSA、RSA 配 SHA-256 以上）") { Signer = own };

        var found = new FileSignature(SignatureVerdict.Altered, Changed) { Signer = own, SignedAt = signedAt, Algorithm = algorithm.Shown };
        if (!KeyStrength.IsEnough(own.Inner.GetPublicKey()))
            return found with { Verdict = SignatureVerdict.CertificateInvalid, Reason = KeyStrength.Demand };
        if (!IsSigned(algorithm.Name, own, attributes, signer.Signature.GetOctets()))
            return found with { Reason = "签名值与证书不符，签名或文件被改动过" };
        var table = new AttributeTable(attributes);
        if (ValueOf(table, CmsAttributes.ContentType) is not { } kind || !CmsObjectIdentifiers.Data.Equals(kind) || !NamesCertificate(table, own))
            return found with { Verdict = SignatureVerdict.Unverifiable, Reason = Unreadable };
        if (ValueOf(table, CmsAttributes.MessageDigest) is not Asn1OctetString signed || !signed.GetOctets().AsSpan().SequenceEqual(Digest(digest, content)))
            return found;
        return trusted.Problem(own, [.. certificates.Where(certificate => certificate != own)], signedAt) is { } problem
            ? found with { Verdict = SignatureVerdict.CertificateInvalid, Reason = problem }
            : found with { Verdict = SignatureVerdict.Valid, Reason = "签名以后文件没有改动，签名者可信" };
    }

    private static bool IsNamed(SigningCertificate certificate, SignerIdentifier signer) => IssuerAndSerialNumber.GetInstance(signer.ID) is { } id
        && id.Issuer.Equivalent(certificate.Inner.IssuerDN) && id.SerialNumber.HasValue(certificate.Inner.SerialNumber);

    private static bool IsSigned(string algorithm, SigningCertificate own, Asn1Set attributes, byte[] signature)
    {
        var verifier = SignerUtilities.GetSigner(algorithm);
        verifier.Init(forSigning: false, own.Inner.GetPublicKey());
        // What is signed is the set of attributes with its own tag (RFC 5652 5.4).
        var message = attributes.GetEncoded(Asn1Encodable.Der);
        verifier.BlockUpdate(message, 0, message.Length);
        return verifier.VerifySignature(signature);
    }

    // Only files for PAdES have it; where it is, it must be this certificate.
    private static bool NamesCertificate(AttributeTable table, SigningCertificate own)
    {
        if (ValueOf(table, PkcsObjectIdentifiers.IdAASigningCertificateV2) is not { } value)
            return true;
        var named = SigningCertificateV2.GetInstance(value).GetCerts()[0];
        return named.GetCertHash().AsSpan().SequenceEqual(DigestUtilities.CalculateDigest(named.HashAlgorithm.Algorithm, own.Inner.GetEncoded()));
    }

    private static Asn1Encodable? ValueOf(AttributeTable table, DerObjectIdentifier kind) => table.GetAll(kind) is { Count: 1 } all && CmsAttribute.GetInstance(all[0]).AttrValues is { Count: 1 } values ? values[0] : null;

    private static byte[] Digest(DerObjectIdentifier algorithm, IEnumerable<ReadOnlyMemory<byte>> content)
    {
        var digest = DigestUtilities.GetDigest(algorithm);
        foreach (var part in content)
            digest.BlockUpdate(part.Span);
        return DigestUtilities.DoFinal(digest);
    }
}
