using System.Globalization;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>署名, date and note as one piece that is never split, so that they stay beside the text (GB/T 9704 7.3.5).</summary>
internal static class SignatureComposer
{
    public static FlowPiece Compose(Composition composition)
    {
        var document = composition.Document;
        var date = composition.Text(document.Date is { } known ? known.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) : "　　年　月　日");
        var names = document.Signatories.Select(composition.Text).ToList();
        var note = new ClosingNote(composition);
        return document.Sealing == Sealing.None
            ? UnsealedSignature.Compose(composition, names, date, note)
            : SealedSignature.Compose(composition, names, date, note);
    }
}
