using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.Utilities.Collections;
using Org.BouncyCastle.X509;
using Org.BouncyCastle.X509.Store;

namespace DocFlow.Documents.Signing;

/// <summary>Whom an installation trusts: authorities, and what they have revoked. Nothing is asked of the network.</summary>
public sealed class TrustedCertificates
{
    private readonly IReadOnlyList<SigningCertificate> _authorities;
    private readonly IReadOnlyList<X509Crl> _revocations;

    /// <param name="authorities">Authorities, or single signers that are trusted by themselves.</param>
    /// <param name="revocationLists">Files of revocation lists (.crl).</param>
    /// <exception cref="SigningRefusedException">A list can't be read.</exception>
    public TrustedCertificates(IEnumerable<SigningCertificate> authorities, IEnumerable<byte[]> revocationLists)
    {
        _authorities = [.. authorities];
        _revocations = [.. revocationLists.Select(Read)];
    }

    /// <summary>Why a signer isn't to be trusted at the moment of signing, in Chinese; null when it is.</summary>
    /// <param name="others">Further certificates that came with the signature.</param>
    internal string? Problem(SigningCertificate signer, IReadOnlyList<SigningCertificate> others, DateTimeOffset at)
    {
        if (at < signer.ValidFrom || at > signer.ValidUntil)
            return FormattableString.Invariant($"签名时间不在证书有效期内（{signer.ValidFrom:yyyy-MM-dd}至{signer.ValidUntil:yyyy-MM-dd}）");
        if (signer.Inner.GetKeyUsage() is { } usage && !usage[0] && !usage[1])
            return "证书的用途不包括数字签名";
        if (_authorities.Any(signer.IsSame))
            return null;
        if (PathOf(signer, others, at) is not { } path)
            return $"颁发者“{signer.Issuer}”不在本单位信任的机构之列";
        return path.Select(certificate => Revocation(certificate, [.. path, .. _authorities.Select(authority => authority.Inner)], at)).FirstOrDefault(reason => reason is not null);
    }

    private static X509Crl Read(byte[] file)
    {
        try
        {
            return new X509CrlParser().ReadCrl(file) ?? throw new SigningRefusedException("不是吊销列表（.crl）。");
        }
        catch (Exception exception) when (exception is CrlException or IOException or ArgumentException or InvalidCastException)
        {
            throw new SigningRefusedException("不是吊销列表（.crl）。");
        }
    }

    private List<X509Certificate>? PathOf(SigningCertificate signer, IReadOnlyList<SigningCertificate> others, DateTimeOffset at)
    {
        var anchors = new HashSet<TrustAnchor>(_authorities.Select(authority => new TrustAnchor(authority.Inner, null)));
        if (anchors.Count == 0)
            return null;
        var parameters = new PkixBuilderParameters(anchors, new X509CertStoreSelector { Certificate = signer.Inner })
        {
            // The lists are looked at afterwards, with the reason of a revocation.
            IsRevocationEnabled = false,
            Date = at.UtcDateTime,
        };
        parameters.AddStoreCert(CollectionUtilities.CreateStore(others.Append(signer).Select(certificate => certificate.Inner)));
        try
        {
            return [.. new PkixCertPathBuilder().Build(parameters).CertPath.Certificates];
        }
        catch (Exception exception) when (exception is PkixCertPathBuilderException or CertificateException)
        {
            return null;
        }
    }

    // A certificate that was only replaced later was good when it signed; one whose key got out may have signed at any time and named an earlier one.
    private string? Revocation(X509Certificate certificate, IReadOnlyList<X509Certificate> issuers, DateTimeOffset at)
    {
        foreach (var list in _revocations.Where(list => list.IssuerDN.Equivalent(certificate.IssuerDN) && issuers.Any(issuer => IsOf(list, issuer))))
        {
            if (list.GetRevokedCertificate(certificate.SerialNumber) is { } entry
                && (entry.RevocationDate <= at.UtcDateTime || ReasonOf(entry) is not (CrlReason.Superseded or CrlReason.CessationOfOperation or CrlReason.AffiliationChanged)))
                return FormattableString.Invariant($"证书“{new SigningCertificate(certificate).Name}”已于{entry.RevocationDate:yyyy-MM-dd}吊销");
        }

        return null;
    }

    private static bool IsOf(X509Crl list, X509Certificate issuer)
    {
        try
        {
            if (!list.IssuerDN.Equivalent(issuer.SubjectDN))
                return false;
            list.Verify(issuer.GetPublicKey());
            return true;
        }
        catch (Exception exception) when (exception is CrlException or GeneralSecurityException or CryptoException)
        {
            return false;
        }
    }

    private static int? ReasonOf(X509CrlEntry entry) =>
        entry.GetExtensionValue(X509Extensions.ReasonCode) is { } value ? Org.BouncyCastle.Asn1.DerEnumerated.GetInstance(Org.BouncyCastle.Asn1.Asn1Object.FromByteArray(value.GetOctets())).IntValueExact : null;
}
