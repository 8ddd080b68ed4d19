using DocFlow.Documents.Model;

namespace DocFlow.Documents.Checking;

/// <summary>Checks what a document says: its elements and the forms of numbers, dates, titles and levels.</summary>
public static class DocumentChecker
{
    /// <summary>All findings, elements first, then the text from top to bottom.</summary>
    /// <param name="elementLines">The source's line of each element, by its Chinese name.</param>
    public static IReadOnlyList<Finding> Check(OfficialDocument document, IReadOnlyDictionary<string, int>? elementLines = null)
    {
        var findings = new List<Finding>();
        int? LineOf(string element) => elementLines is not null && elementLines.TryGetValue(element, out var line) ? line : null;
        CheckElements(document, findings, LineOf);
        findings.AddRange(TextRules.CheckLevels(document.Body));
        foreach (var annex in document.Annexes)
            findings.AddRange(TextRules.CheckLevels(annex.Body));
        foreach (var (element, text) in ElementTexts(document))
            findings.AddRange(TextRules.Find(text).Select(found => found.Finding with { Line = LineOf(element) }));
        foreach (var (line, text) in Texts(document))
            findings.AddRange(TextRules.CheckText(text, line));
        var checkedText = CheckedText.Of(document);
        foreach (var (place, finding) in (IEnumerable<(int, Finding)>)[.. ProcessRules.Check(checkedText), .. AgreementRules.Check(checkedText)])
        {
            findings.Add(finding with
            {
                Line = place switch { CheckedText.AtTitle => LineOf("标题"), CheckedText.AtRecipients => LineOf("主送"), CheckedText.AtCopies => LineOf("抄送"), _ => place },
            });
        }

        return findings;
    }

    private static void CheckElements(OfficialDocument document, List<Finding> findings, Func<string, int?> lineOf)
    {
        if (document is { Format: not PageFormat.Minutes, Number: { } number } && ElementRules.CheckNumber(number) is { } wrong)
            findings.Add(wrong with { Line = lineOf("发文字号") });
        var title = document.Title.Replace("/", "", StringComparison.Ordinal);
        if (title.Length > 0 && document.Format != PageFormat.Order)
            findings.AddRange(ElementRules.CheckTitle(title, document.Kind).Select(finding => finding with { Line = lineOf("标题") }));
        if (document.Body.Count == 0)
            findings.Add(ElementRules.Missing("正文", "7.3.3", FindingSeverity.Blocking, RuleStrength.Required));
        findings.AddRange(FormatRules.Check(document, lineOf));
        foreach (var annex in document.Annexes.Where(annex => annex.Title.Length > 0 && "。，；、：".Contains(annex.Title[^1])))
        {
            findings.Add(new Finding("G-49", FindingSeverity.Blocking, $"附件名称“{annex.Title}”之后不加标点。")
            {
                Clause = "7.3.4", Strength = RuleStrength.Required, Line = lineOf("附件"), Text = annex.Title, Measured = annex.Title[^1..], Required = "无标点", Fix = "删去末尾的标点。",
            });
        }
    }

    private static IEnumerable<(string Element, string Text)> ElementTexts(OfficialDocument document)
    {
        yield return ("标题", document.Title);
        yield return ("主送", document.Recipients.Text);
        yield return ("抄送", document.Copies.Text);
        yield return ("附注", document.Note ?? "");
        foreach (var annex in document.Annexes)
            yield return ("附件", annex.Title);
    }

    private static IEnumerable<(int Line, string Text)> Texts(OfficialDocument document)
    {
        foreach (var block in document.Body.Concat(document.Annexes.SelectMany(annex => annex.Body)))
        {
            if (block is Paragraph paragraph)
                yield return (paragraph.SourceLine, paragraph.Text);
            if (block is SimpleTable table)
            {
                foreach (var cell in table.Rows.SelectMany(row => row))
                    yield return (table.SourceLine, cell);
            }
        }
    }
}
