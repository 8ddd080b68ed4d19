using System.Globalization;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>署名, date and note as one piece that is never split, so that they stay beside the text (GB/T 9704 7.3.5).</summary>
internal static class SignatureComposer
{
    private const string OpenDate = "　　年　月　日";

    public static List<FlowPiece> Compose(Composition composition)
    {
        var document = composition.Document;
        var note = new ClosingNote(composition);
        if (document.Caption is not null || document is { Format: PageFormat.Minutes, Signatories.Count: 0, Date: null, Sealing: Sealing.None })
            return note.Height > 0 ? [new FlowPiece(note.Height, note.Draw)] : [];
        var date = composition.Text(document.Date is { } known ? known.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) : OpenDate);
        if (document.Sealing == Sealing.SignatureStamp)
            return [StampedSignature.Compose(composition, date, note)];
        var names = document.Signatories.Select(composition.Text).ToList();
        return document.Sealing == Sealing.None
            ? [UnsealedSignature.Compose(composition, names, date, note)]
            : [SealedSignature.Compose(composition, names, date, note)];
    }
}
