using DocFlow.Documents.Signing;
using Org.BouncyCastle.Asn1.X509;

namespace DocFlow.Documents.Tests.Signing;

/// <summary>Whose signature is good, and when (GB/T 38540-2020 7.3: chain, time, revocation, use of the key).</summary>
[Trait("Journey", "J09")]
public sealed class SignerTrustTests
{
    private static readonly TestAuthority Authority = new(SigningAlgorithm.Sm2WithSm3);
    private static readonly KeyFileSigner Signer = Authority.NewSigner();

    [Fact]
    public void A_signer_of_a_stranger_is_not_trusted()
    {
        var found = Verify(new TrustedCertificates([new TestAuthority(SigningAlgorithm.Sm2WithSm3).Root], []));
        Assert.Equal((SignatureVerdict.CertificateInvalid, "颁发者“云河测试机构”不在本单位信任的机构之列"), (found.Verdict, found.Reason));
        Assert.Equal(SignatureVerdict.CertificateInvalid, Verify(new TrustedCertificates([], [])).Verdict);
    }

    [Fact]
    public void The_authority_in_between_and_the_signer_itself_may_be_trusted_alone()
    {
        Assert.Equal(SignatureVerdict.Valid, Verify(new TrustedCertificates([Authority.Middle], [])).Verdict);
        Assert.Equal(SignatureVerdict.Valid, Verify(new TrustedCertificates([Signer.Certificates[0]], [])).Verdict);
    }

    [Theory]
    [InlineData("2025-12-31T23:59:59Z")]
    [InlineData("2028-01-01T00:00:01Z")]
    public void A_signature_from_outside_the_time_of_its_certificate_is_none(string at)
    {
        var found = Verify(new TrustedCertificates([Authority.Root], []), DateTimeOffset.Parse(at, System.Globalization.CultureInfo.InvariantCulture));
        Assert.Equal((SignatureVerdict.CertificateInvalid, "签名时间不在证书有效期内（2026-01-01至2028-01-01）"), (found.Verdict, found.Reason));
    }

    [Theory]
    [InlineData("2026-12-03", CrlReason.Superseded, false)]
    [InlineData("2026-12-05", CrlReason.Superseded, true)]
    [InlineData("2026-12-05", CrlReason.KeyCompromise, false)]
    [InlineData("2026-12-05", CrlReason.Unspecified, false)]
    public void A_revoked_certificate_signs_nothing_more_and_one_whose_key_got_out_never_did(string on, int reason, bool isValid)
    {
        var revoked = Authority.Revoke(7, DateTime.SpecifyKind(DateTime.Parse(on, System.Globalization.CultureInfo.InvariantCulture), DateTimeKind.Utc), reason);
        foreach (var authorities in (SigningCertificate[][])[[Authority.Root], [Authority.Middle], [Authority.Root, Authority.Middle], [Signer.Certificates[0], Authority.Middle]])
        {
            var found = Verify(new TrustedCertificates(authorities, [revoked]));
            Assert.Equal(isValid ? SignatureVerdict.Valid : SignatureVerdict.CertificateInvalid, found.Verdict);
            if (!isValid)
                Assert.Equal($"证书“{TestAuthority.SignerName}”已于{on}吊销", found.Reason);
        }
    }

    [Fact]
    public void A_list_of_somebody_else_revokes_nothing()
    {
        var forged = new TestAuthority(SigningAlgorithm.Sm2WithSm3).Revoke(7, TestAuthority.From, CrlReason.KeyCompromise);
        Assert.Equal(SignatureVerdict.Valid, Verify(new TrustedCertificates([Authority.Root], [forged])).Verdict);
        Assert.Equal(SignatureVerdict.Valid, Verify(new TrustedCertificates([Authority.Root], [Authority.Revoke(8, TestAuthority.From, CrlReason.KeyCompromise)])).Verdict);
    }

    // Who is trusted to sign isn't trusted to say who others are.
    [Fact]
    public void A_signer_vouches_for_nobody()
    {
        var forged = KeyFileSigner.Open(Authority.KeyFileOfFalseAuthority(out var signer), TestAuthority.Password);
        foreach (var authorities in (SigningCertificate[][])[[signer], [Authority.Root], [signer, Authority.Root, Authority.Middle]])
            Assert.Equal(SignatureVerdict.CertificateInvalid, Assert.Single(PdfSignatures.Verify(SignedFiles.Write(forged), new TrustedCertificates(authorities, []))).Verdict);
    }

    [Fact]
    public void A_servers_certificate_signs_no_documents() => Assert.Equal(
        "证书“中共云河市委办公室”的用途不包括数字签名，请换用签名证书。", Refuse(() => KeyFileSigner.Open(Authority.KeyFile(purpose: KeyPurposeID.id_kp_serverAuth), TestAuthority.Password)));

    [Fact]
    public void Of_two_keys_in_a_file_the_one_that_signs_is_taken() =>
        Assert.Equal("08", KeyFileSigner.Open(Authority.KeyFileWithTwoKeys(encipheringSerial: 6, signingSerial: 8), TestAuthority.Password).Certificates[0].SerialNumber);

    [Fact]
    public void A_signature_with_a_heap_of_certificates_is_not_looked_into()
    {
        var found = Assert.Single(PdfSignatures.Verify(SignedFiles.Write(new CrowdedSigner(Signer)), new TrustedCertificates([Authority.Root], [])));
        Assert.Equal((SignatureVerdict.Unverifiable, "签名带有12份证书，超过上限10份，没有验证"), (found.Verdict, found.Reason));
    }

    [Fact]
    public void Key_files_that_cannot_sign_are_refused_with_their_reason()
    {
        Assert.Equal("打不开：口令不对，或不是 PKCS #12 文件（.p12、.pfx）。", Refuse(() => KeyFileSigner.Open(Authority.KeyFile(), "别的")));
        Assert.Equal("打不开：口令不对，或不是 PKCS #12 文件（.p12、.pfx）。", Refuse(() => KeyFileSigner.Open("不是"u8.ToArray(), "")));
        Assert.Equal("证书“中共云河市委办公室”的用途不包括数字签名，请换用签名证书。", Refuse(() => KeyFileSigner.Open(Authority.KeyFile(usage: KeyUsage.KeyEncipherment), TestAuthority.Password)));
        Assert.Equal("RSA 密钥为1024位，须为2048至8192位，不予使用。", Refuse(() => KeyFileSigner.Open(new TestAuthority(SigningAlgorithm.RsaWithSha256).KeyFile(rsaBits: 1024), TestAuthority.Password)));
        Assert.Equal("不是证书文件（.cer、.crt、.pem）。", Refuse(() => SigningCertificate.ReadAll([0x30, 0x05, 1, 2, 3])));
        Assert.Equal("不是吊销列表（.crl）。", Refuse(() => new TrustedCertificates([], ["不是"u8.ToArray()])));
    }

    private sealed class CrowdedSigner(KeyFileSigner inner) : IDocumentSigner
    {
        public IReadOnlyList<SigningCertificate> Certificates { get; } = [inner.Certificates[0], .. Enumerable.Range(0, 11).Select(_ => new TestAuthority(SigningAlgorithm.Sm2WithSm3).Root)];

        public SigningAlgorithm Algorithm => inner.Algorithm;

        public byte[] Sign(byte[] message) => inner.Sign(message);
    }

    private static string Refuse(Func<object> act) => Assert.Throws<SigningRefusedException>(act).Message;

    private static FileSignature Verify(TrustedCertificates trusted, DateTimeOffset? at = null) => Assert.Single(PdfSignatures.Verify(SignedFiles.Write(Signer, at), trusted));
}
