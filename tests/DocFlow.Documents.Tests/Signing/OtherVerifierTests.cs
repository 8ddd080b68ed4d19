using System.Diagnostics;
using System.Text;
using DocFlow.Documents.Signing;
using Org.BouncyCastle.Asn1;
using Org.BouncyCastle.Asn1.Cms;

namespace DocFlow.Documents.Tests.Signing;

/// <summary>What others say of our signatures: poppler of the international algorithms, OpenSSL of the national ones.</summary>
[Trait("Journey", "J09")]
public sealed class OtherVerifierTests : IDisposable
{
    private const string PdfSig = "/usr/bin/pdfsig";
    private const string OpenSsl = "/usr/bin/openssl";

    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-signing-").FullName;

    [Theory]
    [InlineData(SigningAlgorithm.RsaWithSha256)]
    [InlineData(SigningAlgorithm.EcdsaWithSha256)]
    public async Task Poppler_finds_the_whole_document_signed_and_one_changed_byte(SigningAlgorithm algorithm)
    {
        Assert.SkipUnless(File.Exists(PdfSig), "poppler (pdfsig) is not installed.");
        var signed = SignedFiles.Write(new TestAuthority(algorithm).NewSigner());
        var answer = await SayAsync(PdfSig, "-nocert", Keep("signed.pdf", signed));

        Assert.Contains("Signature Validation: Signature is Valid.", answer, StringComparison.Ordinal);
        Assert.Contains("Total document signed", answer, StringComparison.Ordinal);
        Assert.Contains($"Signer Certificate Common Name: {TestAuthority.SignerName}", answer, StringComparison.Ordinal);
        signed[200] ^= 1;
        Assert.DoesNotContain("Signature is Valid.", await SayAsync(PdfSig, "-nocert", Keep("changed.pdf", signed)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task OpenSsl_finds_the_national_signature_and_digest_right()
    {
        Assert.SkipUnless(File.Exists(OpenSsl), "OpenSSL is not installed.");
        var signer = new TestAuthority(SigningAlgorithm.Sm2WithSm3).NewSigner();
        var text = Encoding.Latin1.GetString(SignedFiles.Write(signer));
        var start = text.LastIndexOf("/Contents<", StringComparison.Ordinal) + "/Contents".Length;
        var end = text.IndexOf('>', start) + 1;
        var container = new Asn1InputStream(Convert.FromHexString(text[(start + 1)..(end - 1)])).ReadObject();
        var info = SignerInfo.GetInstance(SignedData.GetInstance(ContentInfo.GetInstance(container).Content).SignerInfos[0]);
        var signedDigest = ((Asn1OctetString)new AttributeTable(info.SignedAttrs)[CmsAttributes.MessageDigest]!.AttrValues[0]).GetOctets();
        var key = Keep("key.der", signer.Certificates[0].Inner.CertificateStructure.SubjectPublicKeyInfo.GetDerEncoded());

        var attributes = Keep("attributes", info.SignedAttrs.GetDerEncoded());
        var pem = Path.Combine(_folder, "key.pem");
        await SayAsync(OpenSsl, "pkey", "-pubin", "-inform", "DER", "-in", key, "-out", pem);
        Assert.Contains("Verified OK", await SayAsync(OpenSsl, "dgst", "-sm3", "-verify", pem, "-sigopt", "distid:1234567812345678", "-signature", Keep("signature", info.Signature.GetOctets()), attributes), StringComparison.Ordinal);
        var content = Keep("content", Encoding.Latin1.GetBytes(text.Remove(start, end - start)));
        Assert.Contains(Convert.ToHexStringLower(signedDigest), await SayAsync(OpenSsl, "dgst", "-sm3", content), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Keep(string name, byte[] content)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private static async Task<string> SayAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        var answer = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return answer + await errors;
    }
}
