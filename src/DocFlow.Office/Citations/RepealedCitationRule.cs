using System.Text.RegularExpressions;
using DocFlow.Documents.Checking;

namespace DocFlow.Office.Citations;

/// <summary>T-21: what was repealed is no ground any more (已废止的文件不再作为依据引用).</summary>
public static partial class RepealedCitationRule
{
    private const string Rule = "T-21";

    /// <summary>The document numbers that a text cites.</summary>
    public static IReadOnlyList<string> Numbers(string sourceText) => [.. Cited().Matches(sourceText).SelectMany(match => Readings(match.Value)).Distinct()];

    public static IReadOnlyList<Finding> Check(string sourceText, IReadOnlySet<string> repealed)
    {
        var findings = new List<Finding>();
        var lines = sourceText.Split('\n');
        for (var index = 0; index < lines.Length && repealed.Count > 0; index++)
        {
            foreach (var number in Cited().Matches(lines[index]).Select(match => Readings(match.Value).FirstOrDefault(repealed.Contains)).OfType<string>())
            {
                findings.Add(new Finding(Rule, FindingSeverity.Warning, $"{number}已废止，不能再作为依据引用。")
                {
                    Strength = "一般", Line = index + 1, Text = number, Measured = number, Fix = "请改引现行文件；确需提及的，写明已废止。",
                });
            }
        }

        return findings;
    }

    // Where the code begins can't be seen: 根据云办发〔2026〕37号.
    private static IEnumerable<string> Readings(string cited) => Enumerable.Range(0, Math.Max(1, cited.IndexOf('〔', StringComparison.Ordinal) - 1)).Select(start => cited[start..]);

    [GeneratedRegex("[\\u4e00-\\u9fff]{2,12}〔20[0-9]{2}〕[1-9][0-9]*号")]
    private static partial Regex Cited();
}
