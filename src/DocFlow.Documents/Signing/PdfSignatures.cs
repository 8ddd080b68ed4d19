using System.Text;
using DocFlow.Documents.Checking;
using UglyToad.PdfPig;

namespace DocFlow.Documents.Signing;

/// <summary>
/// Reads and verifies the signatures of a PDF, anybody's. Strict about what a signature covers: the whole file but its own digits, since what stands outside
/// can be shown to a reader without having been signed.
/// </summary>
public static class PdfSignatures
{
    private const int MostSignatures = 20;
    private const int MostContents = 1 << 20;

    /// <returns>In the order of their place in the file; empty when it isn't signed.</returns>
    /// <exception cref="UnreadableFileException">Not a PDF, or encrypted.</exception>
    public static IReadOnlyList<FileSignature> Verify(byte[] file, TrustedCertificates trusted, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<SignatureValue> values;
        try
        {
            using var document = PdfDocument.Open(file, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true });
            values = new SignatureFields(document).Find();
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            throw new UnreadableFileException("不是 PDF 文件，或文件已加密、损坏。");
        }

        return values.Count <= MostSignatures
            ? [.. values.OrderBy(value => value.Range?.End).Select(value => Verify(file, value, trusted, cancellationToken))]
            : [new FileSignature(SignatureVerdict.Unverifiable, $"文件有{values.Count}个签名，超过上限{MostSignatures}个，没有验证")];
    }

    private static FileSignature Verify(byte[] file, SignatureValue value, TrustedCertificates trusted, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (value is not { Range: { } range, SignedAt: { } signedAt, Kind: "ETSI.CAdES.detached" or "adbe.pkcs7.detached", Contents.Length: > 0 and <= MostContents })
            return new FileSignature(SignatureVerdict.Unverifiable, "签名不是认可的形式（PAdES 或 PKCS #7 分离签名），无法验证");
        if (!range.FitsIn(file) || !IsDigits(file.AsSpan(range.Start, range.End - range.Start), value.Contents))
            return new FileSignature(SignatureVerdict.Altered, "签名没有覆盖它应当覆盖的内容，文件被改动过");
        if (ContainerIn(value.Contents) is not { } container)
            return new FileSignature(SignatureVerdict.Altered, "签名数据被改动过");
        var found = SignedContent.Verify(container, [file.AsMemory(0, range.Start), file.AsMemory(range.End, range.Rest)], signedAt, trusted);
        // What comes behind is signed by nobody, or by a later signature, which says so itself.
        return found.Verdict == SignatureVerdict.Valid && range.End + range.Rest != file.Length
            ? found with { Verdict = SignatureVerdict.Altered, Reason = "签名以后文件增加了内容，增加的部分不在这个签名之内" }
            : found;
    }

    // The gap must be the digits of Contents and nothing else, all written in one manner, so that no byte of the file can change unseen.
    private static bool IsDigits(ReadOnlySpan<byte> gap, byte[] contents)
    {
        if (gap.Length != 2 * contents.Length + 2 || gap[0] != '<' || gap[^1] != '>')
            return false;
        var text = Encoding.ASCII.GetString(gap[1..^1]);
        return text == Convert.ToHexString(contents) || text == Convert.ToHexStringLower(contents);
    }

    // What is behind the signature's own end fills the room that was kept for it.
    private static byte[]? ContainerIn(byte[] contents)
    {
        if (contents.Length < 6 || contents[0] != 0x30 || contents[1] is <= 0x80 or > 0x84)
            return null;
        var sizes = contents[1] - 0x80;
        long length = 0;
        for (var index = 0; index < sizes; index++)
            length = length << 8 | contents[2 + index];
        length += 2 + sizes;
        return length <= contents.Length && !contents.AsSpan((int)length).ContainsAnyExcept((byte)0) ? contents[..(int)length] : null;
    }
}
