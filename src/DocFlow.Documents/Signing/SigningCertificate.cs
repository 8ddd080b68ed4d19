using Org.BouncyCastle.Asn1.X509;
using Org.BouncyCastle.X509;

namespace DocFlow.Documents.Signing;

/// <summary>Whose key it is, who vouches for it, and how long.</summary>
public sealed class SigningCertificate
{
    internal SigningCertificate(X509Certificate inner)
    {
        Inner = inner;
        Name = NameOf(inner.SubjectDN);
        Issuer = NameOf(inner.IssuerDN);
        SerialNumber = Convert.ToHexString(inner.SerialNumber.ToByteArrayUnsigned());
        ValidFrom = new DateTimeOffset(DateTime.SpecifyKind(inner.NotBefore, DateTimeKind.Utc));
        ValidUntil = new DateTimeOffset(DateTime.SpecifyKind(inner.NotAfter, DateTimeKind.Utc));
    }

    /// <summary>The organ or person.</summary>
    public string Name { get; }

    /// <summary>The authority.</summary>
    public string Issuer { get; }

    /// <summary>In hexadecimal digits.</summary>
    public string SerialNumber { get; }

    public DateTimeOffset ValidFrom { get; }

    public DateTimeOffset ValidUntil { get; }

    /// <summary>DER.</summary>
    public byte[] Encoded => Inner.GetEncoded();

    internal X509Certificate Inner { get; }

    /// <summary>Reads the certificates of a file, DER or PEM, in its order.</summary>
    /// <exception cref="SigningRefusedException">There is none in it.</exception>
    public static IReadOnlyList<SigningCertificate> ReadAll(byte[] file)
    {
        try
        {
            var read = new X509CertificateParser().ReadCertificates(file);
            return read.Count > 0 ? [.. read.Select(certificate => new SigningCertificate(certificate))] : throw new SigningRefusedException("文件里没有证书。");
        }
        catch (Exception exception) when (exception is not (SigningRefusedException or OutOfMemoryException))
        {
            throw new SigningRefusedException("不是证书文件（.cer、.crt、.pem）。");
        }
    }

    internal bool IsSame(SigningCertificate other) => Inner.GetEncoded().AsSpan().SequenceEqual(other.Inner.GetEncoded());

    private static string NameOf(X509Name name)
    {
        foreach (var kind in (Org.BouncyCastle.Asn1.DerObjectIdentifier[])[X509Name.CN, X509Name.O])
        {
            if (name.GetValueList(kind) is { Count: > 0 } values)
                return values[^1];
        }

        return name.ToString();
    }
}
