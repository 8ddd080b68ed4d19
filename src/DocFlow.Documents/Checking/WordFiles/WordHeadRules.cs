using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Typesetting.Fonts;
using static DocFlow.Documents.Checking.RuleBook;
using static DocFlow.Documents.Checking.WordFiles.WordTextRules;

namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>G-20 to G-44: the head, the title and 主送. Distances are judged where the file fixes the heights of rows; they only warn.</summary>
internal sealed class WordHeadRules(WordFile file)
{
    private const double Cell = LayoutProfile.CellWidth;

    // Of two readings of “空二行” the shorter counts from glyph to glyph, the longer in whole rows.
    private const double WholeRows = 4.84;
    private const double GapTolerance = 1.5;
    private const double MarkTolerance = 3;

    private readonly WordHeights _heights = new(file);
    private readonly bool _isLetter = WordPageRules.IsLetter(file);

    public IEnumerable<Finding> Check() => [.. Markings(), .. Mark(), .. Number(), .. Rule(), .. Title(), .. Caption(), .. Recipients()];

    private WordParagraph? First(FileRole role) => file.Paragraphs.FirstOrDefault(paragraph => paragraph.Role == role);

    private IEnumerable<Finding> Markings()
    {
        foreach (var (role, rule, family) in new[] { (FileRole.CopyNumber, "G-20", FontRole.FangSong), (FileRole.Classification, "G-22", FontRole.Hei), (FileRole.Urgency, "G-23", FontRole.Hei) })
        {
            if (First(role) is not { IsInTable: false, IsBeside: false } paragraph)
                continue;
            if (Math.Abs(paragraph.Size - Typesetting.Millimetres.SizeThree) > 0.3)
                yield return At(Broken(rule, $"“{paragraph.Text}”字号不是3号。", Points(paragraph.Size), "3号（16磅）"), paragraph);
            if (role != FileRole.CopyNumber && WrongFamily(paragraph.FontName, family) is { } name)
                yield return At(Broken(rule, $"“{paragraph.Text}”字体不是黑体。", name, "黑体"), paragraph);
            if (paragraph.LeftIndent + paragraph.FirstIndent > 1 || paragraph.Alignment is "center" or "right")
                yield return At(Broken(rule, $"“{paragraph.Text}”没有顶格。", paragraph.Alignment is "center" ? "居中" : paragraph.Alignment is "right" ? "居右" : Millimetres(paragraph.LeftIndent + paragraph.FirstIndent), "顶格"), paragraph);
        }
    }

    private IEnumerable<Finding> Mark()
    {
        if (First(FileRole.Mark) is not { } mark)
            yield break;
        if (!mark.IsRed)
            yield return At(Broken("G-11", "发文机关标志不是红色。", mark.Runs.FirstOrDefault(run => run.Weight > 0)?.Colour ?? "黑色", "红色"), mark);
        if (WrongFamily(mark.FontName, FontRole.XiaoBiaoSong) is { } name)
            yield return At(Broken("G-27", "发文机关标志字体不是小标宋体。", name, "小标宋体"), mark);
        if (mark is { IsInTable: false, IsBeside: false, IsFramed: false } && !mark.IsCentred && file.Paragraphs.Count(paragraph => paragraph.Role == FileRole.Mark) == 1)
            yield return At(Broken("G-26", "发文机关标志没有居中。", mark.Alignment == "right" ? "居右" : "居左", "居中"), mark);
        // Stacked names begin above what stands beside them.
        if (file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.Mark).Min(_heights.GlyphTop) is { } top)
        {
            var (rule, wanted) = mark.Text switch
            {
                _ when _isLetter => ("G-100", 30.0),
                [.., '令'] => ("G-110", 57.0),
                [.., '纪', '要'] => ("G-120", 72.0),
                _ => ("G-24", 72.0),
            };
            if (Math.Abs(top - wanted) > MarkTolerance)
                yield return Warned(At(Broken(rule, "发文机关标志的位置不合规定。", $"距上页边约{Millimetres(top)}", $"距上页边{Millimetres(wanted)}"), mark));
        }

        if (new WordJointMark(file, _heights).Check() is { } joint)
            yield return Warned(joint);
    }

    private IEnumerable<Finding> Number()
    {
        if (First(FileRole.Number) is not { IsInTable: false, IsBeside: false } number)
            yield break;
        var isUpward = First(FileRole.Signers) is not null || number.Text.Contains("签发人", StringComparison.Ordinal);
        if (Math.Abs(number.Size - Typesetting.Millimetres.SizeThree) > 0.3)
            yield return At(Broken("G-09", "发文字号的字号不是3号。", Points(number.Size), "3号（16磅）"), number);
        if (WrongFamily(number.FontName, FontRole.FangSong) is { } name && !isUpward)
            yield return At(Broken("G-09", "发文字号的字体不是仿宋体。", name, "仿宋体"), number);
        if (!isUpward && !_isLetter && !number.IsCentred)
            yield return At(Broken("G-31", "发文字号没有居中。", number.Alignment == "right" ? "居右" : "居左", "居中"), number);
        else if (!isUpward && !_isLetter && Math.Abs(number.LeftIndent + number.FirstIndent - number.RightIndent) > 2)
            yield return At(Broken("G-31", "发文字号居中后又有缩进，偏离中线。", Millimetres(number.LeftIndent + number.FirstIndent - number.RightIndent), "0 mm"), number);
        else if (isUpward && Math.Abs(number.LeftIndent + number.FirstIndent - Cell) > 1)
            yield return At(Broken("G-31", "上行文的发文字号没有居左空一字。", Millimetres(number.LeftIndent + number.FirstIndent), "1字（5.6 mm）"), number);
        if (isUpward)
        {
            foreach (var finding in Signers(number))
                yield return finding;
        }

        // The first of several rows of signers stands there; the number goes with the last.
        var isBelowSigners = file.Paragraphs.Any(paragraph => paragraph.Role == FileRole.Signers && paragraph.Number < number.Number);
        if (!_isLetter && !isBelowSigners && file.Paragraphs.LastOrDefault(paragraph => paragraph.Role == FileRole.Mark) is { } mark && Gap(mark, number, 2) is { } gap)
            yield return Warned(At(Broken("G-30", "发文字号与发文机关标志的距离不合规定。", gap, "空二行（20.8 mm）"), number));
    }

    private IEnumerable<Finding> Signers(WordParagraph number)
    {
        var row = First(FileRole.Signers) ?? number;
        var at = row.Text.IndexOf("签发人", StringComparison.Ordinal);
        var label = row.Runs.LastOrDefault(run => run.At <= at + row.LeadingWhite && run.Weight > 0);
        if (at + 3 < row.Text.Length && row.Text[at + 3] != '：')
            yield return At(Broken("G-33", "“签发人”之后不是全角冒号。", row.Text[at + 3].ToString(), "：") with { Text = "签发人" }, row);
        if (WrongFamily(label?.FontName, FontRole.FangSong) is { } wrongLabel)
            yield return Warned(At(Broken("G-33", "“签发人”三字不是仿宋体。", wrongLabel, "仿宋体"), row));
        if (row.Runs.LastOrDefault(run => run.Weight > 0) is { } names && names != label && WrongFamily(names.FontName, FontRole.Kai) is { } wrongName)
            yield return Warned(At(Broken("G-33", "签发人姓名不是楷体。", wrongName, "楷体"), row));
    }

    private IEnumerable<Finding> Rule()
    {
        if (_isLetter || First(FileRole.Number) is not { } number || First(FileRole.Mark) is null)
            yield break;
        var title = First(FileRole.Title)?.Number ?? int.MaxValue;
        var lines = file.Lines.Where(line => line.Paragraph < title).ToList();
        var red = lines.FirstOrDefault(line => line.IsRed);
        if (red is null)
        {
            if (lines.Count > 0)
                yield return At(Broken("G-11", "发文字号之下的分隔线不是红色。", "黑色", "红色"), file.Paragraphs[lines[0].Paragraph - 1]);
            else if (!file.Paragraphs.Take(Math.Min(title, file.Paragraphs.Count)).Any(paragraph => paragraph.HasDrawing))
                yield return Warned(At(Broken("G-35", "没有红色分隔线。", "无", "发文字号之下4 mm处一条红色分隔线"), number));
            yield break;
        }

        var paragraph = file.Paragraphs[red.Paragraph - 1];
        var section = file.Sections.FirstOrDefault();
        var length = red.Length ?? (section?.TextWidth is { } width ? width - paragraph.LeftIndent - paragraph.RightIndent : null);
        if (length is { } known && Math.Abs(known - LayoutProfile.TypeAreaWidth) > 1.01)
            yield return At(Broken("G-36", "红色分隔线与版心不等宽。", Millimetres(known), "156 mm±1 mm"), paragraph);
        var y = red.Y ?? (red.Length is null ? _heights.RowBottom(paragraph) : null);
        if (y is { } line4 && _heights.GlyphBottom(number) is { } bottom && Math.Abs(line4 - bottom - 4) > 2)
            yield return Warned(At(Broken("G-35", "红色分隔线与发文字号的距离不合规定。", Millimetres(line4 - bottom), "4 mm"), paragraph));
    }

    private IEnumerable<Finding> Title()
    {
        foreach (var title in file.Paragraphs.Where(paragraph => paragraph.Role is FileRole.Title or FileRole.AnnexTitle))
        {
            var name = title.Role == FileRole.Title ? "标题" : "附件标题";
            if (title.Role == FileRole.Title && Math.Abs(title.Size - Typesetting.Millimetres.SizeTwo) > 0.3)
                yield return At(Broken("G-40", $"{name}字号不是2号。", Points(title.Size), "2号（22磅）"), title);
            if (WrongFamily(title.FontName, FontRole.XiaoBiaoSong) is { } family && title.Role == FileRole.Title)
                yield return At(Broken("G-40", $"{name}字体不是小标宋体。", family, "小标宋体"), title);
            if (title.Runs.Any(run => run.IsBold && run.Weight > 0))
                yield return At(Broken("G-40", $"{name}加粗了。", "加粗", "不加粗"), title);
            if (title.Runs.FirstOrDefault(run => run.Weight > 0 && run.Colour is not null) is { } coloured)
                yield return At(Broken("G-11", $"{name}不是黑色。", coloured.Colour!, "黑色"), title);
            if (!title.IsCentred)
                yield return At(Broken(title.Role == FileRole.Title ? "G-42" : "G-65", $"{name}没有居中。", title.Alignment == "right" ? "居右" : "居左", "居中"), title);
        }

        if (First(FileRole.Title) is { } first && First(FileRole.Number) is { } number && !_isLetter)
        {
            var rule = file.Lines.FirstOrDefault(line => line.IsRed && line.Paragraph < first.Number && line.Paragraph >= number.Number);
            var y = rule?.Y ?? (rule is { Length: null } ? _heights.RowBottom(file.Paragraphs[rule.Paragraph - 1]) : null);
            if (y is { } above && _heights.GlyphTop(first) is { } top && Outside(top - above, 2))
                yield return Warned(At(Broken("G-41", "标题与红色分隔线的距离不合规定。", Millimetres(top - above), "空二行（20.8 mm）"), first));
        }
    }

    private IEnumerable<Finding> Caption()
    {
        foreach (var caption in file.Paragraphs.Where(paragraph => paragraph.Role == FileRole.Caption))
        {
            if (!caption.IsCentred)
                yield return At(Broken("T-11", "题注没有居中。", caption.Alignment == "right" ? "居右" : "居左", "居中"), caption);
            if (Math.Abs(caption.Size - Typesetting.Millimetres.SizeThree) > 0.3)
                yield return At(Broken("T-11", "题注字号不是3号。", Points(caption.Size), "3号（16磅）"), caption);
        }
    }

    private IEnumerable<Finding> Recipients()
    {
        if (First(FileRole.Recipients) is not { } recipients)
            yield break;
        if (Math.Abs(recipients.LeftIndent + recipients.FirstIndent) > 1 || recipients.Alignment is "center" or "right")
            yield return At(Broken("G-44", "主送机关没有顶格。", recipients.Alignment is "center" ? "居中" : recipients.Alignment is "right" ? "居右" : Millimetres(recipients.LeftIndent + recipients.FirstIndent), "居左顶格"), recipients);
        if (recipients.Text[^1] == ':')
            yield return At(Broken("G-44", "主送机关之后不是全角冒号。", ":", "："), recipients);
        if (Math.Abs(recipients.Size - Typesetting.Millimetres.SizeThree) > 0.3)
            yield return At(Broken("G-09", "主送机关的字号不是3号。", Points(recipients.Size), "3号（16磅）"), recipients);
        if (WrongFamily(recipients.FontName, FontRole.FangSong) is { } family)
            yield return At(Broken("G-09", "主送机关的字体不是仿宋体。", family, "仿宋体"), recipients);
        if (file.Paragraphs.LastOrDefault(paragraph => paragraph.Role is FileRole.Title or FileRole.Caption) is { } title && Gap(title, recipients, 1) is { } gap)
            yield return Warned(At(Broken("G-44", "主送机关与标题的距离不合规定。", gap, "空一行（10.4 mm）"), recipients));
    }

    // What stands between two elements, when it isn't so many rows; null when it is or can't be told.
    private string? Gap(WordParagraph above, WordParagraph below, int rows)
    {
        if (_heights.GlyphBottom(above) is { } bottom && _heights.GlyphTop(below) is { } top)
            return Outside(top - bottom, rows) ? Millimetres(top - bottom) : null;
        var between = file.Paragraphs.Where(paragraph => paragraph.Number > above.Number && paragraph.Number < below.Number && !paragraph.IsBeside).ToList();
        if (above.IsInTable || above.IsBeside || between.Any(paragraph => !paragraph.IsBlank || paragraph.HasDrawing || paragraph.Before + paragraph.After > 1) || above.After + below.Before > 1)
            return null;
        return between.Count == rows || below.Role != FileRole.Recipients && between.Count == 0 ? null : $"空{between.Count}行";
    }

    private static bool Outside(double gap, int rows) => gap < rows * LayoutProfile.OneLine - GapTolerance || gap > rows * LayoutProfile.OneLine + WholeRows + GapTolerance;

    // Told from the order of rows only, not measured on a page.
    private static Finding Warned(Finding finding) => finding.Severity == FindingSeverity.Blocking ? finding with { Severity = FindingSeverity.Warning } : finding;
}
