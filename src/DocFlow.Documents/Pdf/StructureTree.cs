using System.Globalization;
using System.Text;
using DocFlow.Documents.Model;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// The logical structure (PDF 1.7 §14.7): rows of one title, heading, paragraph or cell form one structure element, also across pages.
/// Page numbers, and the heads of tables that come again on each page, are artifacts.
/// </summary>
internal sealed class StructureTree
{
    private readonly OfficialDocument _source;
    private readonly StructureElement _document = new("Document");
    private readonly Dictionary<(int?, int?), StructureElement> _tables = [];
    private readonly List<IReadOnlyList<(string Type, int Id)?>> _marks = [];
    private readonly List<IReadOnlyList<int>> _sealMarks = [];
    private readonly List<List<StructureElement>> _elementsOfPage = [];
    private (LineRole, int?, int?, int)? _lastKey;

    public StructureTree(TypesetDocument document)
    {
        _source = document.Source;
        for (var page = 0; page < document.Pages.Count; page++)
            AddPage(page, document.Pages[page]);
    }

    /// <summary>For each line of a page its element's type and marked-content id.</summary>
    public IReadOnlyList<(string Type, int Id)?> MarksOf(int page) => _marks[page];

    /// <summary>For each seal of a page its figure's marked-content id.</summary>
    public IReadOnlyList<int> SealMarksOf(int page) => _sealMarks[page];

    /// <returns>The number of the structure tree's root.</returns>
    public int Write(PdfObjects objects, IReadOnlyList<int> pageObjects)
    {
        var root = objects.Reserve();
        foreach (var element in _document.All())
            element.Object = objects.Reserve();
        Write(objects, pageObjects, _document, root);
        var parents = new StringBuilder();
        for (var page = 0; page < _elementsOfPage.Count; page++)
            parents.Append(CultureInfo.InvariantCulture, $"{page}[{References(_elementsOfPage[page])}]");
        objects.Set(root, $"<</Type/StructTreeRoot/K {_document.Object} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {_elementsOfPage.Count}>>");
        return root;
    }

    private static void Write(PdfObjects objects, IReadOnlyList<int> pageObjects, StructureElement element, int parent)
    {
        var kids = new StringBuilder();
        foreach (var (page, id) in element.Marks)
            kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pageObjects[page]} 0 R/MCID {id}>>");
        kids.Append(References(element.Children));
        var more = element.Description is { } words ? $"/Alt{PdfObjects.Text(words)}" : element.Type == "TH" ? "/A<</O/Table/Scope/Column>>" : "";
        objects.Set(element.Object, $"<</Type/StructElem/S/{element.Type}/P {parent} 0 R{more}/K[{kids}]>>");
        foreach (var child in element.Children)
            Write(objects, pageObjects, child, element.Object);
    }

    private static string References(IEnumerable<StructureElement> elements) =>
        string.Join(' ', elements.Select(element => string.Create(CultureInfo.InvariantCulture, $"{element.Object} 0 R")));

    private void AddPage(int page, TypesetPage typeset)
    {
        var marks = new List<(string, int)?>();
        var ofPage = new List<StructureElement>();
        foreach (var line in typeset.Lines)
        {
            if (line.Role == LineRole.PageNumber || ElementOf(line, page, ofPage.Count) is not { } element)
            {
                marks.Add(null);
                continue;
            }

            marks.Add((element.Type, ofPage.Count));
            element.Marks.Add((page, ofPage.Count));
            ofPage.Add(element);
        }

        _marks.Add(marks);
        _sealMarks.Add([.. typeset.Seals.Select(seal => AddFigure(page, ofPage, seal))]);
        _elementsOfPage.Add(ofPage);
    }

    private StructureElement? ElementOf(TextLine line, int page, int id)
    {
        if (line is { Role: LineRole.TableCell, CellIndex: not null } && TableOf(line) is { } table)
            return CellOf(line, page, table);
        var key = (line.Role, line.AnnexIndex, line.BlockIndex, line.Role is LineRole.AnnexList or LineRole.Signatory ? id : 0);
        if (_lastKey != key)
            _document.Children.Add(new StructureElement(TypeOf(line)));
        _lastKey = key;
        return _document.Children[^1];
    }

    // The head of a table on a page that isn't its first was drawn before.
    private StructureElement? CellOf(TextLine line, int page, SimpleTable table)
    {
        var columns = table.Rows[0].Count;
        if (!_tables.TryGetValue((line.AnnexIndex, line.BlockIndex), out var element))
            _document.Children.Add(_tables[(line.AnnexIndex, line.BlockIndex)] = element = EmptyTable(table));
        _lastKey = null;
        var row = line.CellIndex!.Value / columns;
        var cell = element.Children[row].Children[line.CellIndex.Value % columns];
        return row == 0 && cell.Marks.Count > 0 && cell.Marks[0].Page != page ? null : cell;
    }

    // With its empty cells, so that each stands in its column.
    private static StructureElement EmptyTable(SimpleTable table)
    {
        var element = new StructureElement("Table");
        for (var row = 0; row < table.Rows.Count; row++)
        {
            var isHead = row == 0;
            var ofRow = new StructureElement("TR");
            ofRow.Children.AddRange(table.Rows[row].Select(_ => new StructureElement(isHead ? "TH" : "TD")));
            element.Children.Add(ofRow);
        }

        return element;
    }

    private SimpleTable? TableOf(TextLine line) =>
        line.BlockIndex is { } block && BodyOf(line.AnnexIndex) is { } body && block < body.Count ? body[block] as SimpleTable : null;

    private IReadOnlyList<BodyBlock>? BodyOf(int? annex) =>
        annex is not { } index ? _source.Body : index < _source.Annexes.Count ? _source.Annexes[index].Body : null;

    // What a seal says must not be lost on who can't see it.
    private int AddFigure(int page, List<StructureElement> ofPage, PlacedSeal seal)
    {
        var figure = new StructureElement("Figure") { Description = seal.Image.Name };
        _document.Children.Add(figure);
        _lastKey = null;
        figure.Marks.Add((page, ofPage.Count));
        ofPage.Add(figure);
        return ofPage.Count - 1;
    }

    // The title is the first level, 一、 the second; a paragraph that runs on behind its heading stays one.
    private string TypeOf(TextLine line) => line.Role switch
    {
        LineRole.Title => "H1",
        LineRole.AnnexTitle => "H1",
        LineRole.Body when line.BlockIndex is { } block && BodyOf(line.AnnexIndex) is { } body && block < body.Count
            && body[block] is Paragraph { Level: HeadingLevel.First or HeadingLevel.Second } heading && heading.HeadingLength == heading.Text.Length => heading.Level == HeadingLevel.First ? "H2" : "H3",
        _ => "P",
    };
}
