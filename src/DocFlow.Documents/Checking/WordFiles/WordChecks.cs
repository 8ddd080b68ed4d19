namespace DocFlow.Documents.Checking.WordFiles;

/// <summary>All that is measured in a .docx, and what it can't tell.</summary>
internal static class WordChecks
{
    public static IEnumerable<Finding> Of(WordFile file) =>
    [
        .. WordPageRules.Check(file), .. new WordHeadRules(file).Check(), .. WordTextRules.Check(file), .. WordClosingRules.Check(file), .. WordFooterRules.Check(file), .. WordTableRules.Check(file), .. WordSealRules.Check(file),
        .. Hidden(file), .. Unknown(file),
    ];

    private static IEnumerable<Finding> Hidden(WordFile file)
    {
        foreach (var paragraph in file.Paragraphs)
        {
            var words = string.Concat(paragraph.Runs.Where(run => run.IsHidden).Select(run => run.Text)).Trim();
            if (words.Length > 0)
            {
                yield return WordTextRules.At(
                    new Finding("T-04", FindingSeverity.Warning, "有隐藏的文字，打印和显示时看不到。")
                    {
                        Clause = "条例第十九条", Strength = RuleStrength.Practice, Text = words, Measured = "隐藏", Required = "无隐藏文字", Fix = "核对后取消隐藏或删去。",
                    },
                    paragraph);
            }
        }
    }

    private static IEnumerable<Finding> Unknown(WordFile file)
    {
        if (file.HasRevisions)
            yield return new Finding("T-05", FindingSeverity.Warning, "有未处理的修订标记，按接受后的文字检查。") { Strength = RuleStrength.Practice, Measured = "有修订", Required = "定稿无修订", Fix = "逐处接受或拒绝修订。" };
        var unknown = new List<string> { "每面实际行数和分页", "首页是否显示正文", "版记和印章落在哪一面" };
        if (file.HasUnknownNumbers)
            unknown.Add("自动编号的序号");
        if (file.Sections.Count == 0 || file.Sections.Any(section => section is { Width: null } or { Top: null }))
            unknown.Add("没有写明的纸张和页边距");
        if (file.Paragraphs.Any(paragraph => paragraph is { IsBlank: false, FontName: null, IsInTable: false }))
            unknown.Add("没有写明的字体");
        yield return new Finding("T-03", FindingSeverity.Info, $"Word 文件的版面由打开它的程序排定，文件本身说明不了：{string.Join('、', unknown)}。") { Fix = "需要时另存为 PDF 再检查一次。" };
    }
}
