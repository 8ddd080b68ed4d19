using System.Text;
using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>Reads what a .docx states of its paragraphs and sections.</summary>
internal sealed class WordFileReader
{
    private readonly WordArchive _archive;
    private readonly WordStyles _styles;
    private readonly WordNumbering _numbering;
    private bool _hasUnknownNumbers;
    private readonly List<WordParagraph> _paragraphs = [];
    private readonly List<(XElement Element, int First)> _sections = [];
    private readonly Dictionary<string, WordProperties> _runBases = new(StringComparer.Ordinal);
    private readonly bool _hasRenderedPages;
    private int _page = 1;
    private int _sectionStart = 1;
    private bool _startsPage;

    private WordFileReader(WordArchive archive)
    {
        _archive = archive;
        _styles = new WordStyles(archive.Part(WordNames.StylesPart), archive.Part(WordNames.ThemePart));
        _numbering = new WordNumbering(archive.Part(WordNames.NumberingPart));
        _hasRenderedPages = archive.Document.Descendants(WordNames.W + "lastRenderedPageBreak").Any();
    }

    /// <exception cref="UnreadableFileException">Not a .docx, encrypted, with macros, or too large unpacked.</exception>
    public static WordFile Read(Stream file) => new WordFileReader(WordArchive.Open(file)).Read();

    private WordFile Read()
    {
        var body = _archive.Document.Root!.Element(WordNames.W + "body") ?? throw new UnreadableFileException("不是 Word 文件（.docx），或文件已损坏。");
        foreach (var paragraph in body.Descendants(WordNames.Paragraph))
            Add(paragraph);
        if (body.Element(WordNames.W + "sectPr") is { } last)
            _sections.Add((last, _sectionStart));
        return new WordFile
        {
            Document = _archive.Document,
            Paragraphs = _paragraphs,
            Sections = WithFooters(),
            Lines = [.. _paragraphs.SelectMany(WordLines.Of)],
            Styles = _styles,
            FooterParts = _archive.Footers,
            HasEvenFooters = _archive.Part(WordNames.SettingsPart)?.Element(WordNames.W + "evenAndOddHeaders") is { } even && even.Attribute(WordNames.Value)?.Value is not ("0" or "false"),
            HasUnknownNumbers = _hasUnknownNumbers,
            HasRevisions = body.Descendants().Any(element => element.Name == WordNames.W + "ins" || element.Name == WordNames.W + "del"),
        };
    }

    private void Add(XElement element)
    {
        var isBeside = element.Ancestors().Any(ancestor => ancestor.Name == WordNames.W + "txbxContent" || ancestor.Name == WordNames.Compatibility + "Fallback");
        var paragraph = Build(element, _paragraphs.Count + 1, isBeside);
        var startsPage = _startsPage || paragraph.Properties.IsOn("pageBreakBefore");
        _startsPage = false;
        _paragraphs.Add(paragraph with { Section = _sections.Count, StartsPage = startsPage });
        if (isBeside)
            return;
        var section = element.Element(WordNames.ParagraphProperties)?.Element(WordNames.W + "sectPr");
        if (section is not null)
        {
            _sections.Add((section, _sectionStart));
            _sectionStart = _paragraphs.Count + 1;
        }

        _startsPage = section is not null || paragraph.IsBlank && element.Descendants(WordNames.W + "br").Any(IsPageBreak);
    }

    private WordParagraph Build(XElement element, int number, bool isBeside)
    {
        var own = element.Element(WordNames.ParagraphProperties);
        var style = own?.Element(WordNames.W + "pStyle")?.Attribute(WordNames.Value)?.Value;
        if (!_runBases.TryGetValue(style ?? "", out var runBase))
            _runBases[style ?? ""] = runBase = _styles.RunBase(style);
        var firstPage = _page;
        var runs = new List<WordRun>();
        var text = new StringBuilder();
        foreach (var run in RunsOf(element))
        {
            var properties = _styles.Run(runBase, run.Element(WordNames.RunProperties));
            var words = TextOf(run);
            if (words.Length > 0)
                runs.Add(new WordRun(text.Length, words, _styles.EastAsianFamily(properties), properties, run));
            text.Append(words);
            if (runs.Count == 0)
                firstPage = _page;
        }

        var whole = text.ToString();
        var trimmed = whole.Trim();
        var most = runs.Where(run => run.Weight > 0).GroupBy(run => run.Size).MaxBy(group => group.Sum(run => run.Weight));
        var paragraphProperties = _styles.Paragraph(style, own);
        if (_numbering.PropertiesOf(paragraphProperties) is { } ofNumber)
            paragraphProperties = _styles.Paragraph(style, null).With(ofNumber).With(own);
        var marker = trimmed.Length == 0 ? "" : _numbering.Next(paragraphProperties);
        _hasUnknownNumbers |= marker is null;
        return new WordParagraph(number, _hasRenderedPages ? firstPage : null, trimmed, runs, paragraphProperties, element)
        {
            Marker = marker ?? "",
            LeadingWhite = whole.Length - whole.TrimStart().Length,
            Size = most?.Key ?? (_styles.Run(runBase, own?.Element(WordNames.RunProperties)).Number("sz") ?? 20) / 2.0,
            FontName = runs.Where(run => run.Weight > 0).GroupBy(run => run.FontName ?? "").MaxBy(group => group.Sum(run => run.Weight)) is { Key: { Length: > 0 } name } ? name : null,
            IsRed = runs.Any(run => run.Weight > 0 && WordLines.IsRed(run.Colour)),
            IsCentred = paragraphProperties["jc"] == "center",
            IsInTable = element.Ancestors(WordNames.W + "tc").Any(),
            IsBeside = isBeside,
            HasDrawing = element.Descendants(WordNames.W + "drawing").Any() || element.Descendants(WordNames.W + "pict").Any(),
        };
    }

    // Runs of this paragraph, not of one in a text box of it; what is deleted isn't there.
    private static IEnumerable<XElement> RunsOf(XElement paragraph) => paragraph.Descendants(WordNames.Run)
        .Where(run => run.Ancestors(WordNames.Paragraph).First() == paragraph && run.Parent!.Name != WordNames.W + "del" && run.Parent.Name != WordNames.W + "moveFrom"
            && (run.Parent == paragraph || !run.Ancestors(WordNames.Compatibility + "Fallback").Any()));

    private string TextOf(XElement run)
    {
        var text = new StringBuilder();
        foreach (var child in run.Elements())
        {
            switch (child.Name.LocalName)
            {
                case "t":
                    text.Append(child.Value);
                    break;
                case "tab" or "ptab":
                    text.Append('\t');
                    break;
                case "noBreakHyphen":
                    text.Append('-');
                    break;
                case "lastRenderedPageBreak":
                    _page++;
                    break;
            }
        }

        return text.ToString();
    }

    private static bool IsPageBreak(XElement element) => element.Attribute(WordNames.W + "type")?.Value == "page";

    private List<WordSection> WithFooters()
    {
        var targets = _archive.Part(WordNames.RelationshipsPart)?.Elements()
            .Where(relation => relation.Attribute("Id") is not null && relation.Attribute("Target") is not null)
            .GroupBy(relation => relation.Attribute("Id")!.Value).ToDictionary(group => group.Key, group => group.First().Attribute("Target")!.Value) ?? [];
        var sections = new List<WordSection>();
        var footers = new Dictionary<string, IReadOnlyList<WordParagraph>>();
        foreach (var (element, first) in _sections)
        {
            footers = new Dictionary<string, IReadOnlyList<WordParagraph>>(footers);
            foreach (var reference in element.Elements(WordNames.W + "footerReference"))
            {
                var type = reference.Attribute(WordNames.W + "type")?.Value ?? "default";
                var target = targets.GetValueOrDefault(reference.Attribute(WordNames.R + "id")?.Value ?? "");
                if (target is not null && _archive.Part("word/" + target.TrimStart('/').Replace("word/", "", StringComparison.Ordinal)) is { } footer)
                    footers[type] = [.. footer.Descendants(WordNames.Paragraph).Where(paragraph => !paragraph.Ancestors(WordNames.Compatibility + "Fallback").Any()).Select(paragraph => Build(paragraph, first, isBeside: true))];
            }

            sections.Add(new WordSection(element, first) { Footers = footers });
        }

        return sections;
    }
}
