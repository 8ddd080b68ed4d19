using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>附注: in round brackets, two characters in, on the row after the date (GB/T 9704 7.3.6).</summary>
internal sealed class ClosingNote
{
    private const int IndentCells = 2;

    private readonly Composition _composition;
    private readonly List<BrokenRow> _rows;

    public ClosingNote(Composition composition)
    {
        _composition = composition;
        _rows = composition.Document.Note is { } note
            ? composition.Break($"（{note}）", FontRole.FangSong, LayoutProfile.TypeAreaWidth - IndentCells * LayoutProfile.CellWidth, LayoutProfile.TypeAreaWidth)
            : [];
    }

    public double Height => _rows.Count * _composition.Profile.LinePitch;

    public void Draw(PageBuilder page, double top)
    {
        for (var index = 0; index < _rows.Count; index++)
        {
            var x = LayoutProfile.Left + (index == 0 ? IndentCells * LayoutProfile.CellWidth : 0);
            page.AddText(LineRole.Note, x, top + index * _composition.Profile.LinePitch, _rows[index]);
        }
    }
}
