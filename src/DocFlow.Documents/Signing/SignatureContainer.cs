using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;
using Org.BouncyCastle.Asn1.Ess;
using Org.BouncyCastle.Asn1.Pkcs;
using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Security;
using Attribute = Org.BouncyCastle.Asn1.Cms.Attribute;
using ContentInfo = Org.BouncyCastle.Asn1.Cms.ContentInfo;
using IssuerAndSerialNumber = Org.BouncyCastle.Asn1.Cms.IssuerAndSerialNumber;
using SignedData = Org.BouncyCastle.Asn1.Cms.SignedData;
using SignerInfo = Org.BouncyCastle.Asn1.Cms.SignerInfo;

namespace DocFlow.Documents.Signing;

/// <summary>
/// The signature as it lies in a file: CMS (RFC 5652) with the signed attributes of a PAdES baseline signature (ETSI EN 319 142-1, B-B), one signer, detached.
/// </summary>
internal static class SignatureContainer
{
    /// <param name="digest">Of the signed bytes, by the algorithm's own hash.</param>
    /// <returns>DER.</returns>
    public static byte[] Build(IDocumentSigner signer, byte[] digest)
    {
        var own = signer.Certificates[0].Inner;
        var hash = SigningAlgorithms.DigestOf(signer.Algorithm);
        var attributes = new DerSet(
            new Attribute(CmsAttributes.ContentType, new DerSet(CmsObjectIdentifiers.Data)),
            new Attribute(CmsAttributes.MessageDigest, new DerSet(new DerOctetString(digest))),
            // Names the certificate within what is signed, so that no other one of the same key takes its place (RFC 5035).
            new Attribute(PkcsObjectIdentifiers.IdAASigningCertificateV2, new DerSet(new SigningCertificateV2(new EssCertIDv2(hash, DigestUtilities.CalculateDigest(hash.Algorithm, own.GetEncoded()))))));
        var signed = new SignerInfo(
            new SignerIdentifier(new IssuerAndSerialNumber(own.CertificateStructure)), hash, attributes, SigningAlgorithms.SignatureOf(signer.Algorithm),
            new DerOctetString(signer.Sign(attributes.GetEncoded(Asn1Encodable.Der))), (Asn1Set?)null);
        var data = new SignedData(
            new DerSet(hash), new ContentInfo(CmsObjectIdentifiers.Data, null), new DerSet(signer.Certificates.Select(certificate => (Asn1Encodable)certificate.Inner.CertificateStructure).ToArray()), null, new DerSet(signed));
        return new ContentInfo(CmsObjectIdentifiers.SignedData, data).GetEncoded(Asn1Encodable.Der);
    }

    /// <summary>How many bytes <see cref="Build"/> gives at most.</summary>
    public static int MostBytes(IDocumentSigner signer) => 2048 + signer.Certificates.Sum(certificate => certificate.Inner.GetEncoded().Length);
}
