using System.Globalization;
using System.Text;
using DocFlow.Documents.Signing;
using DocFlow.Documents.Typesetting;
using Org.BouncyCastle.Security;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// Signs a finished PDF by an incremental update (ISO 32000-1 7.5.6, 12.8): the bytes before stay as they are, and the signature covers all of the file
/// but its own digits. Its field lies over the seal without drawing anything, so that a reader who clicks the seal sees the signature.
/// </summary>
internal static class SignatureUpdate
{
    private const double PointsPerMillimetre = 72 / 25.4;
    private const string Unknown = "0000000000 0000000000 0000000000";

    /// <param name="catalog">Number and body of the catalog as it was written.</param>
    /// <param name="pages">Numbers and bodies of the pages.</param>
    /// <param name="finish">Writes table and trailer of the update.</param>
    public static void Append(PdfObjects objects, PdfSigning signing, (int Number, string Body) catalog, IReadOnlyList<(int Number, string Body)> pages, IReadOnlyList<TypesetPage> typeset, Action finish)
    {
        var page = Math.Max(0, typeset.ToList().FindIndex(candidate => candidate.Seals.Count > 0));
        var digits = 2 * SignatureContainer.MostBytes(signing.Signer);
        var head = $"<</Type/Sig/Filter/Adobe.PPKLite/SubFilter/ETSI.CAdES.detached/Name{PdfObjects.Text(signing.Signer.Certificates[0].Name)}/Reason{PdfObjects.Text(signing.Reason)}/M({Moment(signing.At)})/ByteRange[0 ";
        var value = objects.Add($"{head}{Unknown}]/Contents<{new string('0', digits)}>>>");
        var range = objects.BodyOf(value) + head.Length;
        var start = range + Unknown.Length + "]/Contents".Length;
        var end = start + digits + 2;

        var nothing = objects.AddStream([], "/Type/XObject/Subtype/Form/BBox[0 0 1 1]");
        var field = objects.Add(
            $"<</Type/Annot/Subtype/Widget/FT/Sig/T{PdfObjects.Text("电子签名")}/V {value} 0 R/P {pages[page].Number} 0 R/F 132/Rect{BoxOf(typeset[page].Seals)}/AP<</N {nothing} 0 R>>>>");
        objects.Set(pages[page].Number, With(pages[page].Body, $"/Annots[{field} 0 R]"));
        objects.Set(catalog.Number, With(catalog.Body, $"/AcroForm<</Fields[{field} 0 R]/SigFlags 3>>"));
        finish();

        var file = objects.Written;
        objects.Overwrite(range, string.Create(CultureInfo.InvariantCulture, $"{start,10} {end,10} {file.Length - end,10}"));
        var digest = DigestUtilities.GetDigest(SigningAlgorithms.DigestOf(signing.Signer.Algorithm).Algorithm);
        digest.BlockUpdate(objects.Written[..start]);
        digest.BlockUpdate(objects.Written[end..]);
        objects.Overwrite(start + 1, Convert.ToHexString(SignatureContainer.Build(signing.Signer, DigestUtilities.DoFinal(digest))));
    }

    private static string With(string dictionary, string entries) => string.Concat(dictionary.AsSpan(0, dictionary.Length - 2), entries, ">>");

    private static string BoxOf(IReadOnlyList<PlacedSeal> seals)
    {
        if (seals.Count == 0)
            return "[0 0 0 0]";
        var (seal, top) = (seals[0], LayoutProfile.PageHeight - seals[0].Y);
        return string.Create(
            CultureInfo.InvariantCulture,
            $"[{seal.X * PointsPerMillimetre:0.###} {(top - seal.Image.Height) * PointsPerMillimetre:0.###} {(seal.X + seal.Image.Width) * PointsPerMillimetre:0.###} {top * PointsPerMillimetre:0.###}]");
    }

    private static string Moment(DateTimeOffset at) => string.Create(CultureInfo.InvariantCulture, $"D:{at.UtcDateTime:yyyyMMddHHmmss}Z");
}
