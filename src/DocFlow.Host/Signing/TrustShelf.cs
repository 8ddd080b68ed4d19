using DocFlow.Documents.Signing;
using DocFlow.Host.Composition;
using DocFlow.Office;

namespace DocFlow.Host.Signing;

/// <summary>Whom this installation trusts: who vouches for its own key, and the certificates and revocation lists that its administrators put into keys/trusted.</summary>
internal sealed class TrustShelf(OfficeSigner signer, HostSettings settings)
{
    private const long MostBytes = 20 * 1024 * 1024;

    public string Folder => Path.Combine(settings.KeysFolder, "trusted");

    /// <summary>As the folder is now: an exchanged list holds at once.</summary>
    /// <exception cref="RefusalException">A file in it can't be read.</exception>
    public TrustedCertificates Read()
    {
        var authorities = new List<SigningCertificate>(signer.Authorities);
        var lists = new List<byte[]>();
        foreach (var path in Directory.Exists(Folder) ? Directory.GetFiles(Folder).Order(StringComparer.Ordinal).ToArray() : [])
        {
            try
            {
                if (new FileInfo(path).Length > MostBytes)
                    throw new SigningRefusedException("文件过大。");
                switch (Path.GetExtension(path).ToLowerInvariant())
                {
                    case ".cer":
                    case ".crt":
                    case ".pem":
                        authorities.AddRange(SigningCertificate.ReadAll(File.ReadAllBytes(path)));
                        break;
                    case ".crl":
                        var list = File.ReadAllBytes(path);
                        _ = new TrustedCertificates([], [list]);
                        lists.Add(list);
                        break;
                }
            }
            catch (Exception exception) when (exception is SigningRefusedException or IOException or UnauthorizedAccessException)
            {
                throw new RefusalException(Refusal.Invalid, $"本单位信任的证书中有读不出的文件“{Path.GetFileName(path)}”，请系统管理员处理后再验签。");
            }
        }

        return new TrustedCertificates(authorities, lists);
    }
}
