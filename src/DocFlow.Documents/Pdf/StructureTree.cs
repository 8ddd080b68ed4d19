using System.Globalization;
using System.Text;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Pdf;

/// <summary>
/// The logical structure (PDF 1.7 §14.7): rows of one title, paragraph or element form one structure element, also across pages.
/// Page numbers are artifacts.
/// </summary>
internal sealed class StructureTree
{
    private readonly List<Element> _elements = [];
    private readonly List<IReadOnlyList<(string Type, int Id)?>> _marks = [];
    private readonly List<IReadOnlyList<int>> _sealMarks = [];
    private readonly List<List<Element>> _elementsOfPage = [];

    public StructureTree(IReadOnlyList<TypesetPage> pages)
    {
        for (var page = 0; page < pages.Count; page++)
            AddPage(page, pages[page]);
    }

    /// <summary>For each line of a page its element's type and marked-content id.</summary>
    public IReadOnlyList<(string Type, int Id)?> MarksOf(int page) => _marks[page];

    /// <summary>For each seal of a page its figure's marked-content id.</summary>
    public IReadOnlyList<int> SealMarksOf(int page) => _sealMarks[page];

    /// <returns>The number of the structure tree's root.</returns>
    public int Write(PdfObjects objects, IReadOnlyList<int> pageObjects)
    {
        var root = objects.Reserve();
        var document = objects.Reserve();
        foreach (var element in _elements)
            element.Object = objects.Reserve();
        foreach (var element in _elements)
        {
            var kids = new StringBuilder();
            foreach (var (page, id) in element.Marks)
                kids.Append(CultureInfo.InvariantCulture, $"<</Type/MCR/Pg {pageObjects[page]} 0 R/MCID {id}>>");
            var alternative = element.Description is { } words ? $"/Alt{PdfObjects.Text(words)}" : "";
            objects.Set(element.Object, $"<</Type/StructElem/S/{element.Type}/P {document} 0 R{alternative}/K[{kids}]>>");
        }

        objects.Set(document, $"<</Type/StructElem/S/Document/P {root} 0 R/K[{References(_elements)}]>>");
        var parents = new StringBuilder();
        for (var page = 0; page < _elementsOfPage.Count; page++)
            parents.Append(CultureInfo.InvariantCulture, $"{page}[{References(_elementsOfPage[page])}]");
        objects.Set(root, $"<</Type/StructTreeRoot/K {document} 0 R/ParentTree<</Nums[{parents}]>>/ParentTreeNextKey {_elementsOfPage.Count}>>");
        return root;
    }

    private static string References(IEnumerable<Element> elements) =>
        string.Join(' ', elements.Select(element => string.Create(CultureInfo.InvariantCulture, $"{element.Object} 0 R")));

    private void AddPage(int page, TypesetPage typeset)
    {
        var marks = new List<(string, int)?>();
        var ofPage = new List<Element>();
        foreach (var line in typeset.Lines)
        {
            if (line.Role == LineRole.PageNumber)
            {
                marks.Add(null);
                continue;
            }

            var key = (line.Role, line.AnnexIndex, line.BlockIndex, line.Role is LineRole.AnnexList or LineRole.Signatory ? ofPage.Count : 0);
            if (_elements.Count == 0 || _elements[^1].Key != key)
                _elements.Add(new Element(key, TypeOf(line.Role)));
            var element = _elements[^1];
            marks.Add((element.Type, ofPage.Count));
            element.Marks.Add((page, ofPage.Count));
            ofPage.Add(element);
        }

        _marks.Add(marks);
        _sealMarks.Add([.. typeset.Seals.Select(seal => AddFigure(page, ofPage, seal))]);
        _elementsOfPage.Add(ofPage);
    }

    // What a seal says must not be lost on who can't see it.
    private int AddFigure(int page, List<Element> ofPage, PlacedSeal seal)
    {
        var figure = new Element((LineRole.Signatory, null, null, -1 - _elements.Count), "Figure") { Description = seal.Image.Name };
        _elements.Add(figure);
        figure.Marks.Add((page, ofPage.Count));
        ofPage.Add(figure);
        return ofPage.Count - 1;
    }

    private static string TypeOf(LineRole role) => role switch
    {
        LineRole.Title => "H1",
        LineRole.AnnexTitle => "H2",
        _ => "P",
    };

    private sealed record Element((LineRole, int?, int?, int) Key, string Type)
    {
        public List<(int Page, int Id)> Marks { get; } = [];

        public string? Description { get; init; }

        public int Object { get; set; }
    }
}
