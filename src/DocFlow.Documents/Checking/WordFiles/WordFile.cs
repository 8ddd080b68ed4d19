using System.Xml.Linq;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>A .docx as read: paragraphs with their measures, sections, lines drawn.</summary>
internal sealed record WordFile
{
    /// <summary>word/document.xml, which the paragraphs' elements belong to.</summary>
    public required XDocument Document { get; init; }

    /// <summary>All paragraphs in the file's order; their numbers count from 1.</summary>
    public required IReadOnlyList<WordParagraph> Paragraphs { get; init; }

    public required IReadOnlyList<WordSection> Sections { get; init; }

    /// <summary>Lines and borders that are drawn across the page.</summary>
    public required IReadOnlyList<WordLine> Lines { get; init; }

    public required WordStyles Styles { get; init; }

    public required bool HasEvenFooters { get; init; }

    /// <summary>The footers' parts by their names in the archive.</summary>
    public required IReadOnlyDictionary<string, XDocument> FooterParts { get; init; }

    /// <summary>Numbers that Word itself counts in a way that isn't known here.</summary>
    public required bool HasUnknownNumbers { get; init; }

    /// <summary>Insertions or deletions that nobody accepted yet.</summary>
    public required bool HasRevisions { get; init; }

    /// <summary>The parts that corrections may have changed.</summary>
    public IReadOnlyDictionary<string, XDocument> ChangedParts() => new Dictionary<string, XDocument>(FooterParts) { ["word/document.xml"] = Document };
}

/// <summary>A horizontal line: a border of a paragraph, or a drawn one.</summary>
/// <param name="Paragraph">The paragraph that it belongs to.</param>
/// <param name="Length">mm; null for a border, which is as wide as its paragraph.</param>
/// <param name="Thickness">mm; 0 when unknown.</param>
/// <param name="Y">From the sheet's top, where it is fixed to the page.</param>
internal sealed record WordLine(int Paragraph, double? Length, double Thickness, double? Y, bool IsRed);
