using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Typesetting.Composing;

/// <summary>
/// 签发人 of a document to a superior: the label and the names end one character from the right, at most two names in a row, later
/// rows under the first name; the last row is the number's (GB/T 9704 7.2.5, 7.2.6).
/// </summary>
internal sealed class SignersComposer
{
    private const int MostColumns = 2;
    private const int FewestCellsOfName = 3;
    private const double Gap = LayoutProfile.CellWidth;
    private const double BlockRight = LayoutProfile.Right - LayoutProfile.CellWidth;

    private readonly BrokenRow _label;
    private readonly List<BrokenRow> _names;
    private readonly double[] _columns;
    private readonly double _pitch;
    private readonly double _left;

    /// <param name="freeFrom">Where the number's row has room for names, mm.</param>
    public SignersComposer(Composition composition, double freeFrom)
    {
        _pitch = composition.Profile.LinePitch;
        _label = composition.Text("签发人：");
        _names = [.. composition.Document.Signers.Select(name => composition.Single(name, FontRole.Kai, Millimetres.SizeThree, LayoutProfile.CellWidth))];
        _columns = ColumnsOf(MostColumns);
        if (WidthOf(_columns) > BlockRight - freeFrom)
            _columns = ColumnsOf(1);
        _columns[0] = Math.Min(_columns[0], Math.Max(LayoutProfile.CellWidth, BlockRight - freeFrom - _label.Width - (WidthOf(_columns) - _label.Width - _columns[0])));
        _left = BlockRight - WidthOf(_columns);
    }

    public int Rows => Math.Max(1, (_names.Count + _columns.Length - 1) / _columns.Length);

    /// <param name="top">The top of the first row's em box, mm.</param>
    public void Draw(PageBuilder page, double top)
    {
        page.AddText(LineRole.Signer, _left, top, _label);
        for (var index = 0; index < _names.Count; index++)
        {
            var column = index % _columns.Length;
            var x = _left + _label.Width + (column == 0 ? 0 : _columns[0] + Gap);
            page.AddText(LineRole.Signer, x, top + index / _columns.Length * _pitch, _names[index].Within(_columns[column]));
        }
    }

    private double WidthOf(double[] columns) => _label.Width + columns.Sum() + (columns.Length - 1) * Gap;

    // An unsigned draft keeps the place of one name.
    private double[] ColumnsOf(int most)
    {
        var columns = new double[Math.Clamp(_names.Count, 1, most)];
        for (var index = 0; index < _names.Count; index++)
            columns[index % columns.Length] = Math.Max(columns[index % columns.Length], _names[index].Width);
        if (_names.Count == 0)
            columns[0] = FewestCellsOfName * LayoutProfile.CellWidth;
        return columns;
    }
}
