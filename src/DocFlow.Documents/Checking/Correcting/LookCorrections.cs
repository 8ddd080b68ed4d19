using DocFlow.Documents.Checking.WordFiles;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Sets families, sizes, colours, spacing, indents and alignment of paragraphs by their roles.</summary>
internal sealed class LookCorrections(WordFile file)
{
    private const int ClassicLine = 579;

    // The classic margins need closer rows than those of GB/T 33476.2.
    private readonly int _line = file.Sections.FirstOrDefault() is { Top: { } top } && Math.Abs(top - LayoutProfile.Electronic.TopMargin) < 1.01 ? Twips.Row : ClassicLine;
    private readonly bool _isUpward = file.Paragraphs.Any(paragraph => paragraph.Text.Contains("签发人", StringComparison.Ordinal));
    private readonly bool _isLetter = WordPageRules.IsLetter(file);
    private readonly bool _isFitted = file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.Body).SelectMany(paragraph => paragraph.Runs).Select(run => run.Properties.Number("spacing") ?? 0).Distinct().Count() > 1;

    public void Apply(WordParagraph paragraph)
    {
        if (paragraph.IsBeside || paragraph.Role == FileRole.None)
            return;
        foreach (var run in paragraph.Runs)
            ApplyRun(paragraph, run);
        if (paragraph.IsInTable)
            return;
        if (paragraph.Role is FileRole.Body or FileRole.AnnexBody or FileRole.Recipients or FileRole.AnnexList or FileRole.Signatory or FileRole.Date or FileRole.Note && !paragraph.HasDrawing)
            SetRows(paragraph);
        SetPlace(paragraph);
    }

    private void ApplyRun(WordParagraph paragraph, WordRun run)
    {
        if (FamilyOf(paragraph, run) is { } family && (run.FontName is null || FontFamilies.RoleOf(run.FontName) != family) && run.Weight > 0)
            WordProperty.SetRun(run.Element, "rFonts", ("eastAsia", OfficialFamilies.WordName(family)), ("eastAsiaTheme", null), ("hint", "eastAsia"));
        if (SizeOf(paragraph) is { } size && Math.Abs(run.Size - size) > 0.3)
        {
            var half = ((int)(size * 2)).ToString(System.Globalization.CultureInfo.InvariantCulture);
            WordProperty.SetRun(run.Element, "sz", ("val", half));
            WordProperty.SetRun(run.Element, "szCs", ("val", half));
        }

        if (run.IsBold)
            WordProperty.SetRun(run.Element, "b", ("val", "0"));
        if (paragraph.Role == FileRole.Mark && !WordLines.IsRed(run.Colour))
            WordProperty.SetRun(run.Element, "color", ("val", "FF0000"), ("themeColor", null), ("themeTint", null), ("themeShade", null));
        else if (paragraph.Role != FileRole.Mark && run.Colour is not null)
            WordProperty.SetRun(run.Element, "color", ("val", "000000"), ("themeColor", null), ("themeTint", null), ("themeShade", null));
        // Twenty-eight characters of 16 pt need a little less than their own room.
        var isOnGrid = file.Sections.ElementAtOrDefault(paragraph.Section) is { GridType: "linesAndChars" };
        if (paragraph.Role is FileRole.Body or FileRole.AnnexBody or FileRole.Recipients && !_isFitted && !isOnGrid && run.Properties.Number("spacing") is not (>= -10 and <= -5))
            WordProperty.SetRun(run.Element, "spacing", ("val", Twips.CellSpacing.ToString(System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static FontRole? FamilyOf(WordParagraph paragraph, WordRun run)
    {
        if (paragraph.Role is FileRole.Mark or FileRole.Title or FileRole.AnnexTitle)
            return FontRole.XiaoBiaoSong;
        if (paragraph.Role is FileRole.Classification or FileRole.Urgency || paragraph.Role == FileRole.AnnexLabel && !paragraph.Text.Contains('〔', StringComparison.Ordinal))
            return FontRole.Hei;
        if (paragraph.Role is FileRole.Signers || paragraph.Role == FileRole.Number && paragraph.Text.Contains("签发人", StringComparison.Ordinal) || paragraph.Role == FileRole.Attendance)
            return null;
        if (paragraph.Role is not (FileRole.Body or FileRole.AnnexBody))
            return FontRole.FangSong;
        var level = BodyReader.LevelOf(paragraph.MarkedText);
        var stop = paragraph.Text.IndexOf('。', StringComparison.Ordinal);
        var end = paragraph.LeadingWhite + (stop < 0 ? paragraph.Text.Length : stop + 1);
        // A run over both heading and text is left to a person.
        if (level is HeadingLevel.First or HeadingLevel.Second && run.At < end)
            return run.At + run.Text.TrimEnd().Length <= end ? level == HeadingLevel.First ? FontRole.Hei : FontRole.Kai : null;
        return FontRole.FangSong;
    }

    private static double? SizeOf(WordParagraph paragraph) => paragraph.Role switch
    {
        FileRole.Mark or FileRole.Attendance => null,
        FileRole.Title or FileRole.AnnexTitle => Typesetting.Millimetres.SizeTwo,
        FileRole.Copies or FileRole.Issue => Typesetting.Millimetres.SizeFour,
        _ => Typesetting.Millimetres.SizeThree,
    };

    private void SetRows(WordParagraph paragraph)
    {
        if (paragraph.ExactLine is >= 578 and <= 593 && paragraph is { Before: < 0.3, After: < 0.3 })
            return;
        WordProperty.SetParagraph(
            paragraph.Element,
            "spacing",
            ("before", "0"), ("after", "0"), ("beforeLines", null), ("afterLines", null), ("beforeAutospacing", null), ("afterAutospacing", null), ("line", _line.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("lineRule", "exact"));
    }

    private void SetPlace(WordParagraph paragraph)
    {
        switch (paragraph.Role)
        {
            case FileRole.Mark when file.Paragraphs.Count(other => other.Role == FileRole.Mark) == 1 && !paragraph.IsFramed:
            case FileRole.Title or FileRole.AnnexTitle:
                Align(paragraph, "center", first: 0);
                break;
            case FileRole.Number when !_isUpward && !_isLetter:
                Align(paragraph, "center", first: 0);
                break;
            case FileRole.Recipients or FileRole.CopyNumber or FileRole.Classification or FileRole.Urgency or FileRole.AnnexLabel:
                Align(paragraph, paragraph.Alignment is "center" or "right" ? "left" : null, first: 0);
                break;
            case FileRole.Body or FileRole.AnnexBody when paragraph.Alignment is not ("center" or "right") && paragraph.Text.Length > 1:
            case FileRole.Note:
            case FileRole.AnnexList when paragraph.Text.StartsWith("附件", StringComparison.Ordinal) && paragraph.FirstIndent >= 0 && !file.Paragraphs.Any(other => other.Role == FileRole.AnnexList && other.Number > paragraph.Number):
                Align(paragraph, null, first: 2);
                break;
        }

        if (paragraph is { Role: FileRole.AnnexLabel, StartsPage: false } && !paragraph.Properties.IsOn("pageBreakBefore") && WordClosingRules.IsOnSamePage(file, paragraph))
            WordProperty.SetParagraph(paragraph.Element, "pageBreakBefore", ("val", null));
    }

    private static void Align(WordParagraph paragraph, string? alignment, int first)
    {
        var isRight = Math.Abs(paragraph.LeftIndent) < 0.8 && Math.Abs(paragraph.FirstIndent - first * LayoutProfile.CellWidth) < 0.8 && paragraph.LeadingWhite == 0;
        if (!isRight)
        {
            if (paragraph.LeadingWhite > 0)
                RemoveLeadingWhite(paragraph);
            WordProperty.SetParagraph(
                paragraph.Element,
                "ind",
                ("left", "0"), ("leftChars", "0"), ("start", null), ("startChars", null), ("hanging", null), ("hangingChars", null),
                ("firstLineChars", (first * 100).ToString(System.Globalization.CultureInfo.InvariantCulture)), ("firstLine", (first * Twips.Cell).ToString(System.Globalization.CultureInfo.InvariantCulture)));
        }

        if (alignment is not null && paragraph.Alignment != alignment)
            WordProperty.SetParagraph(paragraph.Element, "jc", ("val", alignment));
    }

    private static void RemoveLeadingWhite(WordParagraph paragraph)
    {
        foreach (var text in paragraph.Runs.SelectMany(run => run.Element.Elements(WordNames.Text)).ToList())
        {
            text.Value = text.Value.TrimStart();
            if (text.Value.Length > 0)
                return;
        }
    }
}
