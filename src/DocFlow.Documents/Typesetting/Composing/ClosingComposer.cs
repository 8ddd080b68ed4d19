using System.Globalization;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>What follows the text: the list of annexes, the issuing organs' names, the date and the note (GB/T 9704 7.3.4 to 7.3.6).</summary>
internal sealed class ClosingComposer(Composition composition)
{
    private const double SealGap = 2;

    private static double Cell => LayoutProfile.CellWidth;

    private OfficialDocument Document => composition.Document;

    private double Pitch => composition.Profile.LinePitch;

    /// <summary>附件说明: one row below the text, two characters in.</summary>
    public List<FlowPiece> AnnexList()
    {
        const string label = "附件：";
        var pieces = new List<FlowPiece>();
        for (var index = 0; index < Document.Annexes.Count; index++)
        {
            var number = Document.Annexes.Count == 1 ? "" : $"{index + 1}.";
            var prefix = (index == 0 ? label : "") + number;
            var nameX = LayoutProfile.Left + (2 + 3) * Cell + TitleBreaker.WidthOf(number) * Cell;
            var prefixX = LayoutProfile.Left + (index == 0 ? 2 : 5) * Cell;
            var width = LayoutProfile.Right - nameX;
            var rows = composition.Break(Document.Annexes[index].Title, FontRole.FangSong, width, width);
            if (pieces.Count == 0)
                pieces.Add(FlowPiece.Blank(Pitch));
            var annex = index;
            for (var row = 0; row < rows.Count; row++)
            {
                var (x, broken) = row == 0 ? FirstRow(prefix, prefixX, nameX, rows[0]) : (nameX, rows[row]);
                pieces.Add(composition.Row(LineRole.AnnexList, x, broken, line => line with { BlockIndex = annex }));
            }
        }

        return pieces;
    }

    /// <summary>署名, date and note as one piece that is never split, so that they stay beside the text (7.3.5).</summary>
    public FlowPiece Signature() => Document.Sealing == Sealing.None ? Unsealed() : Sealed();

    // One row of text, so that it reads and extracts as one; the gap is none by construction.
    private (double X, BrokenRow Row) FirstRow(string prefix, double prefixX, double nameX, BrokenRow row)
    {
        var label = Single(prefix);
        return (Math.Min(prefixX, nameX - label.Width), new BrokenRow([.. label.Clusters, .. row.Clusters], [.. label.Advances, .. row.Advances]));
    }

    // The seal's top stands 2 mm below the text; name and date lie a little below its centre, two rows down.
    private FlowPiece Sealed()
    {
        var date = Single(DateText());
        var names = Document.Signatories.Select(Single).ToList();
        var seals = SealGrid.Of(names.Count, names.Select(name => name.Width).DefaultIfEmpty(0).Max(), date.Width, composition.Options.SealDiameter);
        var sealRows = Math.Max(1, seals.RowsFor(names.Count));
        var height = SealGap + composition.Options.SealDiameter + (sealRows - 1) * seals.RowStep;
        var textRows = Math.Ceiling((sealRows - 1) * seals.RowStep / Pitch) + 4 + (Document.Note is null ? 0 : NoteRows().Count);
        return new FlowPiece(Math.Max(height, textRows * Pitch), (page, top) =>
        {
            var nameTop = top + 2 * Pitch;
            for (var index = 0; index < names.Count; index++)
            {
                var left = Math.Max(LayoutProfile.Left, seals.CentreOf(index, names.Count) - names[index].Width / 2);
                AddLine(page, LineRole.Signatory, left, nameTop + index / seals.Columns * seals.RowStep, names[index]);
            }

            var dateTop = nameTop + (sealRows - 1) * seals.RowStep + Pitch;
            AddLine(page, LineRole.Date, seals.LastCentre - date.Width / 2, dateTop, date);
            AddNote(page, dateTop + Pitch);
        });
    }

    // One row below the text; the name two characters from the right and the date two characters after the name's first, or the
    // other way round when the date is the longer.
    private FlowPiece Unsealed()
    {
        var rows = 1 + Document.Signatories.Count + 1 + (Document.Note is null ? 0 : NoteRows().Count);
        return new FlowPiece(rows * Pitch, (page, top) =>
        {
            var date = Single(DateText());
            var names = Document.Signatories.Select(Single).ToList();
            var longest = names.Count == 0 ? 0 : names.Max(name => name.Width);
            var isDateLonger = date.Width > longest;
            var nameLeft = isDateLonger ? LayoutProfile.Right - 2 * Cell - date.Width - 2 * Cell : LayoutProfile.Right - 2 * Cell - longest;
            top += Pitch;
            foreach (var name in names)
            {
                AddLine(page, LineRole.Signatory, nameLeft, top, name);
                top += Pitch;
            }

            AddLine(page, LineRole.Date, nameLeft + 2 * Cell, top, date);
            AddNote(page, top + Pitch);
        });
    }

    private BrokenRow Single(string text) => composition.Single(text, FontRole.FangSong, Millimetres.SizeThree, Cell);

    private string DateText() =>
        Document.Date is { } date ? date.ToString("yyyy'年'M'月'd'日'", CultureInfo.InvariantCulture) : "　　年　月　日";

    private List<BrokenRow> NoteRows() =>
        composition.Break($"（{Document.Note}）", FontRole.FangSong, LayoutProfile.TypeAreaWidth - 2 * Cell, LayoutProfile.TypeAreaWidth);

    private void AddNote(PageBuilder page, double top)
    {
        if (Document.Note is null)
            return;
        var rows = NoteRows();
        for (var index = 0; index < rows.Count; index++)
            AddLine(page, LineRole.Note, LayoutProfile.Left + (index == 0 ? 2 * Cell : 0), top + index * Pitch, rows[index]);
    }

    private static void AddLine(PageBuilder page, LineRole role, double x, double top, BrokenRow row) =>
        page.Lines.Add(LineBuilder.Build(role, x, Composition.BaselineOf(top, Millimetres.SizeThree), Millimetres.SizeThree, row));
}
