using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Tests.Measuring;
using UglyToad.PdfPig;

namespace DocFlow.Documents.Tests.Signing;

/// <summary>A signed PDF is the unsigned one and its signature; whatever changes in it is found.</summary>
[Trait("Journey", "J09")]
public sealed class PdfSignatureTests
{
    private static readonly TestAuthority National = new(SigningAlgorithm.Sm2WithSm3);
    private static readonly KeyFileSigner Signer = National.NewSigner();
    private static readonly TrustedCertificates Trusted = new([National.Root], []);
    private static readonly Lazy<byte[]> Signed = new(() => SignedFiles.Write(Signer));

    [Fact]
    public void A_signed_file_names_signer_authority_moment_and_algorithm()
    {
        var found = Assert.Single(PdfSignatures.Verify(Signed.Value, Trusted));

        Assert.Equal((SignatureVerdict.Valid, TestAuthority.SignerName, "云河测试机构", "07", "SM2/SM3"), (found.Verdict, found.Signer!.Name, found.Signer.Issuer, found.Signer.SerialNumber, found.Algorithm));
        Assert.Equal(SignedFiles.At, found.SignedAt);
    }

    [Fact]
    public void What_was_written_before_stays_byte_for_byte()
    {
        var plain = SignedFiles.Write();
        Assert.Equal(plain, Signed.Value[..plain.Length]);
        Assert.Empty(PdfSignatures.Verify(plain, Trusted));
    }

    [Fact]
    public void Any_byte_that_is_changed_makes_it_invalid()
    {
        // A sample of what was written before, and of the update with the signature; in the full run all of the update.
        var start = SignedFiles.Write().Length;
        var every = Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? 1 : 37;
        var places = Enumerable.Range(0, start / 9973).Select(index => index * 9973).Concat(Enumerable.Range(0, (Signed.Value.Length - start) / every).Select(index => start + index * every)).ToList();
        Assert.True(places.Count > 100);
        foreach (var (index, place) in places.Index())
        {
            // The second bit is that between capital and small letters.
            var bit = (byte)(index % 2 == 0 ? 0x01 : 0x20);
            var changed = (byte[])Signed.Value.Clone();
            changed[place] ^= bit;
            Assert.False(IsValid(changed), $"Byte {place} (update from {start}), bit {bit:X2}.");
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(400)]
    public void What_is_added_behind_it_makes_it_invalid(int length)
    {
        var found = Assert.Single(PdfSignatures.Verify([.. Signed.Value, .. Enumerable.Repeat((byte)'\n', length)], Trusted));
        Assert.Equal((SignatureVerdict.Altered, "签名以后文件增加了内容，增加的部分不在这个签名之内"), (found.Verdict, found.Reason));
    }

    [Fact]
    public void A_changed_text_is_called_a_changed_file()
    {
        var changed = (byte[])Signed.Value.Clone();
        changed[200] ^= 1;
        Assert.Equal(SignatureVerdict.Altered, Assert.Single(PdfSignatures.Verify(changed, Trusted)).Verdict);
    }

    // A gap that is larger than the digits could hide what a reader shows.
    [Fact]
    public void A_gap_that_holds_more_than_the_digits_is_refused()
    {
        var text = Encoding.Latin1.GetString(Signed.Value);
        var range = text.IndexOf("/ByteRange[0 ", StringComparison.Ordinal) + "/ByteRange[0 ".Length;
        var numbers = text[range..text.IndexOf(']', range)];
        var parts = numbers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(int.Parse).ToArray();
        var wider = $"{parts[0] - 1,10} {parts[1],10} {parts[2],10}";
        var found = Assert.Single(PdfSignatures.Verify(Encoding.Latin1.GetBytes(text.Remove(range, numbers.Length).Insert(range, wider)), Trusted));

        Assert.Equal(SignatureVerdict.Altered, found.Verdict);
    }

    [Theory]
    [InlineData("/ByteRange[0", "/ByteRange[1")]
    [InlineData("/SubFilter/ETSI.CAdES.detached", "/SubFilter/ETSI.CAdES.attached")]
    [InlineData("/Contents<30", "/Contents<31")]
    public void What_is_no_such_signature_is_never_valid(string written, string changed)
    {
        var file = Encoding.Latin1.GetBytes(Encoding.Latin1.GetString(Signed.Value).Replace(written, changed, StringComparison.Ordinal));
        Assert.NotEqual(SignatureVerdict.Valid, Assert.Single(PdfSignatures.Verify(file, Trusted)).Verdict);
    }

    [Fact]
    public void A_file_that_is_no_pdf_is_refused() => Assert.Throws<UnreadableFileException>(() => PdfSignatures.Verify("不是文件"u8.ToArray(), Trusted));

    [Fact]
    public void A_form_whose_fields_lead_back_to_themselves_is_walked_once()
    {
        var file = Encoding.Latin1.GetString(Signed.Value);
        var field = file.LastIndexOf("/Subtype/Widget", StringComparison.Ordinal);
        var number = file[(file.LastIndexOf("endobj\n", field, StringComparison.Ordinal) + "endobj\n".Length)..field].Split(' ')[0];
        // In the place of what names the widget, so that every offset of the file stays right.
        const string replaced = "/Subtype/Widget/FT/Sig";
        var kids = $"/Kids[{number} 0 R]/FT/Sig".PadRight(replaced.Length);
        Assert.Equal(replaced.Length, kids.Length);
        var circle = file.Remove(field, replaced.Length).Insert(field, kids);

        Assert.Equal(SignatureVerdict.Altered, Assert.Single(PdfSignatures.Verify(Encoding.Latin1.GetBytes(circle), Trusted)).Verdict);
    }

    [Fact]
    public void Its_field_lies_over_the_seal_and_its_text_and_pages_are_those_of_the_unsigned_one()
    {
        using var plain = PdfDocument.Open(SignedFiles.Write());
        using var signed = PdfDocument.Open(Signed.Value);

        Assert.Equal(plain.GetPages().Select(page => page.Text), signed.GetPages().Select(page => page.Text));
        var field = signed.GetPages().SelectMany(page => page.GetAnnotations()).Single();
        const double millimetre = 25.4 / 72;
        Assert.Equal(SignedFiles.Seal.X, field.Rectangle.Left * millimetre, 0.01);
        Assert.Equal(297 - SignedFiles.Seal.Y, field.Rectangle.Top * millimetre, 0.01);
        Assert.Equal(SignedFiles.Seal.Image.Width, field.Rectangle.Width * millimetre, 0.01);
        Assert.Equal(SignedFiles.Seal.Image.Height, field.Rectangle.Height * millimetre, 0.01);
    }

    [Fact]
    public void One_for_keeping_is_signed_as_well() =>
        Assert.Equal(SignatureVerdict.Valid, Assert.Single(PdfSignatures.Verify(SignedFiles.Write(Signer, isArchival: true), Trusted)).Verdict);

    [Fact]
    public void The_key_of_a_trial_office_says_what_it_is()
    {
        var signer = KeyFileSigner.Open(TrialKey.Create(SignedFiles.At), "");
        var found = Assert.Single(PdfSignatures.Verify(SignedFiles.Write(signer), new TrustedCertificates(signer.Authorities, [])));

        Assert.Equal((SignatureVerdict.Valid, true, "测试签名证书（不具效力）"), (found.Verdict, found.IsTrial, found.Signer!.Name));
        Assert.Equal(SignatureVerdict.CertificateInvalid, Assert.Single(PdfSignatures.Verify(SignedFiles.Write(signer), Trusted)).Verdict);
    }

    private static bool IsValid(byte[] file)
    {
        try
        {
            return PdfSignatures.Verify(file, Trusted) is [{ Verdict: SignatureVerdict.Valid }];
        }
        catch (UnreadableFileException)
        {
            return false;
        }
    }
}
