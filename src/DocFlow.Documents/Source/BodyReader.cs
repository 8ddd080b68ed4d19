using System.Text.RegularExpressions;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>
/// Reads body text as an official types it: a line is a paragraph, its marker gives the level, “|…|” lines are a table, “[页]”
/// starts a page. Only the brackets and digits of a marker at a paragraph's start are normalised, and each change is reported.
/// </summary>
internal sealed partial class BodyReader(List<Finding> findings, List<SourceProblem> problems)
{
    private const string NewPage = "[页]";

    /// <param name="firstLine">The file's line that the text's first line is.</param>
    public List<BodyBlock> Read(string text, int firstLine)
    {
        var blocks = new List<BodyBlock>();
        var table = new List<(int Line, string Text)>();
        var number = firstLine;
        foreach (var raw in text.Split('\n'))
        {
            var line = raw.Trim(' ', '\u3000', '\t', '\r');
            if (line.StartsWith('|'))
            {
                table.Add((number, line));
            }
            else
            {
                CloseTable(table, blocks);
                if (line == NewPage)
                    blocks.Add(new PageBreak(number));
                else if (line.Length > 0)
                    blocks.Add(ReadParagraph(line, number));
            }

            number++;
        }

        CloseTable(table, blocks);
        return blocks;
    }

    private Paragraph ReadParagraph(string text, int line)
    {
        text = Normalise(text, line);
        var level = LevelOf(text);
        return new Paragraph(line, level, HeadingLength(text, level), text);
    }

    private string Normalise(string text, int line)
    {
        var match = LooseMarker().Match(text);
        if (!match.Success)
            return text;
        var marker = match.Value;
        var normal = match switch
        {
            { Groups: var groups } when groups["second"].Success => $"（{groups["second"].Value}）",
            { Groups: var groups } when groups["fourth"].Success => $"（{HalfWidth(groups["fourth"].Value)}）",
            { Groups: var groups } when groups["third"].Success => $"{HalfWidth(groups["third"].Value)}.",
            _ => marker,
        };
        if (normal == marker)
            return text;
        findings.Add(new Finding("G-47", FindingSeverity.Info, $"层次序号“{marker.Trim()}”已规范为“{normal}”。")
        {
            Clause = "7.3.3", Strength = "可以", Line = line, Text = marker, Required = normal,
        });
        return normal + text[match.Length..].TrimStart(' ', '\u3000');
    }

    private static string HalfWidth(string digits) =>
        string.Concat(digits.Select(digit => digit is >= '０' and <= '９' ? (char)(digit - '０' + '0') : digit));

    /// <summary>The level that a text's marker gives it.</summary>
    public static HeadingLevel LevelOf(string text) =>
        First().IsMatch(text) ? HeadingLevel.First
        : Second().IsMatch(text) ? HeadingLevel.Second
        : Third().IsMatch(text) ? HeadingLevel.Third
        : Fourth().IsMatch(text) ? HeadingLevel.Fourth
        : HeadingLevel.None;

    private static int HeadingLength(string text, HeadingLevel level)
    {
        if (level == HeadingLevel.None)
            return 0;
        var stop = text.IndexOf('。');
        return stop < 0 ? text.Length : stop + 1;
    }

    private void CloseTable(List<(int Line, string Text)> lines, List<BodyBlock> blocks)
    {
        if (lines.Count == 0)
            return;
        var rows = lines.Where(line => !Separator().IsMatch(line.Text)).Select(line => (line.Line, Cells: Cells(line.Text))).ToList();
        if (rows.Count > 0)
        {
            foreach (var (line, cells) in rows.Where(row => row.Cells.Count != rows[0].Cells.Count))
                problems.Add(new SourceProblem(line, $"表格这一行有{cells.Count}格，表头有{rows[0].Cells.Count}格，请补齐或删去多余的“|”。"));
            blocks.Add(new SimpleTable(lines[0].Line, [.. rows.Select(row => row.Cells)]));
        }

        lines.Clear();
    }

    private static IReadOnlyList<string> Cells(string line) =>
        [.. line.Trim('|').Split('|').Select(cell => cell.Trim(' ', '\u3000'))];

    [GeneratedRegex(@"^(?:[（(](?<second>[一二三四五六七八九十]{1,4})[）)]、?|[（(](?<fourth>[0-9０-９]{1,3})[）)]、?|(?<third>[0-9０-９]{1,3})[.．](?![0-9０-９]))[ \u3000]*")]
    private static partial Regex LooseMarker();

    [GeneratedRegex("^[一二三四五六七八九十]{1,4}、")]
    private static partial Regex First();

    [GeneratedRegex("^（[一二三四五六七八九十]{1,4}）")]
    private static partial Regex Second();

    [GeneratedRegex(@"^\d{1,3}\.(?!\d)")]
    private static partial Regex Third();

    [GeneratedRegex(@"^（\d{1,3}）")]
    private static partial Regex Fourth();

    [GeneratedRegex(@"^[|\-: \u3000]+$")]
    private static partial Regex Separator();
}
