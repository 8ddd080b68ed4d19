using DocFlow.Documents.Seals;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Signing;

/// <summary>A sealed notice, signed or not.</summary>
internal static class SignedFiles
{
    public static readonly DateTimeOffset At = new(2026, 12, 4, 9, 30, 0, TimeSpan.FromHours(8));

    private static readonly DocumentPress Press = new(TestFonts.Library, new TypesettingOptions { Seals = new SampleSeals(TestFonts.Library) });
    private static readonly Lazy<TypesetDocument> Typeset = new(() => Press.Typeset(Sources.Read(Sources.Notice(Sources.Imprint, "一、时间安排\n（一）严格审批。联系人李玥、堃昇。"))));

    public static PlacedSeal Seal => Typeset.Value.Pages.SelectMany(page => page.Seals).First();

    public static byte[] Write(IDocumentSigner? signer = null, DateTimeOffset? at = null, bool isArchival = false)
    {
        using var stream = new MemoryStream();
        Press.Write(Typeset.Value, FileFormat.Pdf, stream, isArchival, signer is null ? null : new PdfSigning(signer, at ?? At, "用印"));
        return stream.ToArray();
    }
}
