using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Composing;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting;

/// <summary>
/// Lays a document out in the formats of GB/T 9704-2012: pages, rows and placed glyphs, in mm. Everything that is drawn
/// (PDF, previews) comes from its result, and Word is measured against it. Safe for concurrent use.
/// </summary>
public sealed class Typesetter(FontLibrary fonts)
{
    private const int RowsKeptWithSignature = 2;

    /// <exception cref="FontsMissingException">No face can draw a family that the document needs.</exception>
    public TypesetDocument Typeset(OfficialDocument document, TypesettingOptions? options = null)
    {
        options ??= TypesettingOptions.Default;
        var composition = Compose(document, options, recipientsInImprint: false);
        if (HasNoBodyOnFirstPage(composition, document))
            composition = Compose(document, options, recipientsInImprint: true);

        var pages = composition.Flow.Pages.Select((page, index) => page.ToPage(index + 1)).ToList();
        return new TypesetDocument(document, options.Profile, pages, [.. fonts.Findings, .. composition.Measurer.Findings, .. PageChecks.Of(document, pages)]);
    }

    private Composition Compose(OfficialDocument document, TypesettingOptions options, bool recipientsInImprint)
    {
        var first = document.Format == PageFormat.Letter ? PageFrame.FirstOfLetter(options.Profile) : null;
        var composition = new Composition(document, options, fonts, new ClusterMeasurer(fonts), new PageFlow(options.Profile, first));
        new OpeningComposer(composition, recipientsInImprint).Compose();
        ComposeText(composition);
        var annexes = new AnnexComposer(composition);
        annexes.ComposeBound();
        new ImprintComposer(composition, recipientsInImprint && !document.Recipients.IsEmpty).Compose();
        annexes.ComposeDetached();
        PageNumberComposer.Compose(composition);
        return composition;
    }

    // Name, date and seal never stand on a page without text: rows go over with them instead (7.3.5.5).
    private static void ComposeText(Composition composition)
    {
        var body = new BodyComposer(composition, PageFrame.Portrait(composition.Profile)).Compose(composition.Document.Body);
        List<FlowPiece> lists = [.. AnnexListComposer.Compose(composition), .. AttendanceComposer.Compose(composition)];
        List<FlowPiece> tail = [.. lists, .. SignatureComposer.Compose(composition)];
        var bodyPage = composition.Flow.Simulate(body).Page;
        if (composition.Flow.Simulate([.. body, .. tail]).Page != bodyPage && body.Count > 0)
            (body, tail) = (CarryOver(body), CarryLists(body, tail, lists.Count));
        composition.Flow.Place([.. body, .. tail]);
    }

    private static List<FlowPiece> CarryOver(List<FlowPiece> body)
    {
        var first = Math.Max(1, body.Count - RowsKeptWithSignature);
        if (first >= body.Count)
            return body;
        while (first > 0 && (body[first - 1].KeepWithNext || body[first].RepeatedHead is not null) && !body[first].StartsPage)
            first--;
        if (first == 0)
            return body;
        var carried = new List<FlowPiece>(body);
        carried[first] = carried[first] with { StartsPage = true };
        return carried;
    }

    // A text of one row stays on page 1; the lists below it may go over with the name and date.
    private static List<FlowPiece> CarryLists(List<FlowPiece> body, List<FlowPiece> tail, int lists) =>
        body.Count > 1 || lists == 0 ? tail : [.. tail.Select((piece, index) => index == 1 ? piece with { StartsPage = true } : piece)];

    private static bool HasNoBodyOnFirstPage(Composition composition, OfficialDocument document) =>
        !document.Recipients.IsEmpty
        && document.Body.Count > 0
        && composition.Flow.Pages[0].Lines.All(line => line.Role is not (LineRole.Body or LineRole.TableCell));
}
