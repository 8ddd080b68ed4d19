namespace DocFlow.Documents.Checking.PdfFiles;

/// <summary>All that is measured in a PDF, and what it can't tell.</summary>
internal static class PdfChecks
{
    public static IEnumerable<Finding> Of(PdfFile file) =>
    [
        .. new PdfPageRules(file).Check(), .. new PdfMarkingRules(file).Check(), .. new PdfHeadRules(file).Check(), .. new PdfLetterRules(file).Check(), .. new PdfFormatRules(file).Check(),
        .. new PdfTextRules(file).Check(), .. new PdfClosingRules(file).Check(), .. new PdfSignatureRules(file).Check(), .. new PdfSealRules(file).Check(), .. new PdfStampRules(file).Check(), .. new PdfTableRules(file).Check(), .. new PdfImprintRules(file).Check(), .. new PdfNumberRules(file).Check(), .. Unknown(file),
    ];

    private static IEnumerable<Finding> Unknown(PdfFile file)
    {
        var unknown = new List<string> { "段前段后间距、缩进等段落设置", "隐藏文字和修订", "字体是否用仿粗体" };
        if (!file.Paragraphs.Any(paragraph => paragraph.Lines.Any(row => row.Page > 1)))
            unknown.Add("一面满排时的天头、版心高和每面行数（没有满排的面）");
        var fonts = file.Sheets.SelectMany(sheet => sheet.Rows).SelectMany(row => row.Glyphs).Where(glyph => glyph.IsCharacter).Select(glyph => glyph.Font).Distinct()
            .Where(font => FontFamilies.RoleOf(font) is null).Select(FontFamilies.Plain).Take(5).ToList();
        if (fonts.Count > 0)
            unknown.Add($"字体“{string.Join("”“", fonts)}”属于哪一种");
        yield return new Finding("T-03", FindingSeverity.Info, $"PDF 只有排好的版面，说明不了：{string.Join('、', unknown)}。") { Fix = "需要时用原来的 Word 文件再检查一次。" };
    }
}
