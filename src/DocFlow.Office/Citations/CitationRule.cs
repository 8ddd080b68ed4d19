using System.Text.RegularExpressions;
using DocFlow.Documents.Checking;

namespace DocFlow.Office.Citations;

/// <summary>T-20: an answer cites what it answers by title, then number (条例：先引标题，后引文号), both as the register has them.</summary>
public static partial class CitationRule
{
    private const string Rule = "T-20";

    /// <param name="sourceText">The draft (*.gw.txt).</param>
    public static IReadOnlyList<Finding> Check(string sourceText, OriginCitation citation)
    {
        if (citation.Number is not { } number)
            return [];
        var findings = new List<Finding>();
        var isCited = false;
        var lines = sourceText.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            foreach (Match cited in Cited().Matches(lines[index]))
            {
                var (title, given) = (cited.Groups["title"].Value, cited.Groups["number"].Value);
                isCited |= title == citation.Title && given == number;
                if (title == citation.Title && given != number)
                    findings.Add(Wrong($"来文《{title}》登记的文号是{number}，文中写作{given}。", given, number, index + 1));
                else if (given == number && title != citation.Title)
                    findings.Add(Wrong($"来文{number}登记的标题是《{citation.Title}》，文中写作《{title}》。", title, citation.Title, index + 1));
            }
        }

        if (findings.Count == 0 && !isCited)
        {
            findings.Add(new Finding(Rule, FindingSeverity.Warning, $"文中没有引用来文《{citation.Title}》（{number}）。")
            {
                Strength = "一般", Required = $"《{citation.Title}》（{number}）", Fix = "答复来文的，先引标题，后引文号。",
            });
        }

        return findings;
    }

    private static Finding Wrong(string message, string measured, string required, int line) => new(Rule, FindingSeverity.Blocking, message)
    {
        Strength = "要求", Line = line, Text = measured, Measured = measured, Required = required, Fix = "请与收文登记簿核对后改正。",
    };

    [GeneratedRegex("《(?<title>[^《》]+)》[（(](?<number>[^（）()]*号)[）)]")]
    private static partial Regex Cited();
}
