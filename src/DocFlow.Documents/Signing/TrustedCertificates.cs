using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.Crypto;
using Org.BouncyCastle.Pkix;
using Org.BouncyCastle.Security;
using Org.BouncyCastle.Security.Certificates;
using Org.BouncyCastle.X509;

namespace DocFlow.Documents.Signing;

/// <summary>Whom an installation trusts: authorities, and what they have revoked. Nothing is asked of the network.</summary>
public sealed class TrustedCertificates
{
    private const int MostSteps = 5;

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
        if (!CertificateUse.Signs(signer.Inner))
            return "证书的用途不包括签署文件";
        var path = _authorities.Any(signer.IsSame) ? [signer.Inner] : PathOf(signer, others, at);
        return path is null
            ? $"颁发者“{signer.Issuer}”不在本单位信任的机构之列"
            : path.Select(certificate => Revocation(certificate, [.. path, .. _authorities.Select(authority => authority.Inner)], at)).FirstOrDefault(reason => reason is not null);
    }

    private static X509Crl Read(byte[] file)
    {
        try
        {
            return new X509CrlParser().ReadCrl(file) ?? throw new SigningRefusedException("不是吊销列表（.crl）。");
        }
        catch (Exception exception) when (exception is not (SigningRefusedException or OutOfMemoryException))
        {
            throw new SigningRefusedException("不是吊销列表（.crl）。");
        }
    }

    // From the signer up, each by its issuer's name and signature: only an authority vouches, and nobody's certificates make this long.
    private List<X509Certificate>? PathOf(SigningCertificate signer, IReadOnlyList<SigningCertificate> others, DateTimeOffset at)
    {
        List<X509Certificate> path = [signer.Inner];
        while (path.Count <= MostSteps)
        {
            if (_authorities.FirstOrDefault(authority => Vouches(authority.Inner, path[^1])) is { } anchor)
                return IsValid(path, anchor, at) ? path : null;
            if (others.FirstOrDefault(other => !path.Contains(other.Inner) && Vouches(other.Inner, path[^1])) is not { } next)
                return null;
            path.Add(next.Inner);
        }

        return null;
    }

    private static bool Vouches(X509Certificate issuer, X509Certificate certificate) =>
        issuer.SubjectDN.Equivalent(certificate.IssuerDN) && CertificateUse.Vouches(issuer) && certificate.IsSignatureValid(issuer.GetPublicKey());

    private static bool IsValid(List<X509Certificate> path, SigningCertificate anchor, DateTimeOffset at)
    {
        try
        {
            // The lists are looked at afterwards, with the reason of a revocation.
            var parameters = new PkixParameters(new HashSet<TrustAnchor> { new(anchor.Inner, null) }) { IsRevocationEnabled = false, Date = at.UtcDateTime };
            new PkixCertPathValidator().Validate(new PkixCertPath(path), parameters);
            return at >= anchor.ValidFrom && at <= anchor.ValidUntil;
        }
        catch (Exception exception) when (exception is PkixCertPathValidatorException or CertificateException)
        {
            return false;
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
