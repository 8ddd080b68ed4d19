using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace DocFlow.Documents.Signing;

/// <summary>What a certificate was issued for (RFC 5280 4.2.1).</summary>
internal static class CertificateUse
{
    private const int DigitalSignature = 0;
    private const int NonRepudiation = 1;
    private const int CertificateSigning = 5;

    // documentSigning (RFC 9336).
    private const string DocumentSigning = "1.3.6.1.5.5.7.3.36";

    /// <summary>Whether it signs documents: not one of a server, nor one that only enciphers.</summary>
    public static bool Signs(X509Certificate certificate)
    {
        if (certificate.GetKeyUsage() is { } usage && !usage[DigitalSignature] && !usage[NonRepudiation])
            return false;
        return certificate.GetExtendedKeyUsage() is not { Count: > 0 } purposes
            || purposes.Any(purpose => purpose.Id is DocumentSigning || purpose.Equals(KeyPurposeID.AnyExtendedKeyUsage) || purpose.Equals(KeyPurposeID.id_kp_emailProtection));
    }

    /// <summary>Whether it is an authority's, which may vouch for others.</summary>
    public static bool Vouches(X509Certificate certificate) =>
        certificate.GetBasicConstraints() >= 0 && (certificate.GetKeyUsage() is not { } usage || usage[CertificateSigning]) && KeyStrength.IsEnough(certificate.GetPublicKey());
}
