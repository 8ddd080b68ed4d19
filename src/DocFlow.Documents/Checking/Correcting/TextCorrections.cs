using System.Globalization;
using System.Text.RegularExpressions;
using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>What a machine may mend in words: brackets and zeros of numbers, dates' zeros, punctuation and digits of the wrong width.</summary>
internal static partial class TextCorrections
{
    private const string HalfWidth = ",;:?!()";
    private const string FullWidth = "，；：？！（）";

    public static void Apply(WordParagraph paragraph)
    {
        var edits = new List<(int At, string Before, string After)>();
        if (RoleWords.NumberIn(paragraph.Text) is { } number && paragraph.Role == FileRole.Number && paragraph.Text.IndexOf(number, StringComparison.Ordinal) is var at)
            edits.Add((at, number, Number(number)));
        foreach (var (place, finding) in TextRules.Find(paragraph.Text))
        {
            var words = finding.Text ?? "";
            switch (finding.Rule)
            {
                case "G-29" when paragraph.Role != FileRole.Number:
                    edits.Add((place, words, Number(words)));
                    break;
                case "G-51":
                    edits.Add((place, words, Date(words)));
                    break;
                case "G-93" when words.Length == 3 && HalfWidth.Contains(words[1], StringComparison.Ordinal):
                    edits.Add((place + 1, words[1..2], FullWidth[HalfWidth.IndexOf(words[1], StringComparison.Ordinal)].ToString()));
                    break;
                case "G-94" when words.All(character => character is >= '０' and <= '９'):
                    edits.Add((place, words, string.Concat(words.Select(character => (char)(character - '０' + '0')))));
                    break;
            }
        }

        edits.AddRange(Ends(paragraph));
        // From the end, so that places before stay true.
        foreach (var (place, before, after) in edits.Where(edit => edit.Before != edit.After).DistinctBy(edit => edit.At).OrderByDescending(edit => edit.At))
            TextEdits.Replace(paragraph, place, before, after);
    }

    private static IEnumerable<(int At, string Before, string After)> Ends(WordParagraph paragraph)
    {
        var text = paragraph.Text;
        var last = text.Length - 1;
        switch (paragraph.Role)
        {
            case FileRole.Recipients when text[last] == ':':
                yield return (last, ":", "：");
                break;
            case FileRole.Title when "。，；：.,;:".Contains(text[last], StringComparison.Ordinal):
            case FileRole.AnnexList when "。，；、：.,;:".Contains(text[last], StringComparison.Ordinal):
            case FileRole.AnnexLabel when text[last] is '：' or ':':
                yield return (last, text[last..], "");
                break;
            case FileRole.Copies when text[last] is not ('。' or '，' or ','):
                yield return (last, text[last..], text[last] is '.' or '；' or ';' ? "。" : text[last] + "。");
                break;
        }

        if (paragraph.Role == FileRole.AnnexList && AnnexNumber().Match(text) is { Success: true } number)
            yield return (number.Groups["mark"].Index, number.Groups["mark"].Value, ".");
        if (paragraph.Role is FileRole.AnnexList or FileRole.Copies && text.Length > 2 && text[2] == ':')
            yield return (2, ":", "：");
        if (paragraph.Role is FileRole.Number or FileRole.Signers && text.IndexOf("签发人:", StringComparison.Ordinal) is >= 0 and var signers)
            yield return (signers + 3, ":", "：");
        if (paragraph.Role is FileRole.Body or FileRole.AnnexBody && LooseMarker().Match(text) is { Success: true } loose)
            yield return (loose.Groups["mark"].Index, loose.Groups["mark"].Value, loose.Groups["chinese"].Success ? "、" : ".");
    }

    private static string Number(string number) => Parts().Match(number) is { Success: true } parts && parts.Groups["year"].Length == 4
        ? $"{parts.Groups["organ"].Value.TrimEnd()}〔{parts.Groups["year"].Value}〕{parts.Groups["number"].Value.TrimStart('0')}号"
        : number;

    private static string Date(string date) => DateParts().Replace(date, match => int.Parse(match.Value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^(?<organ>.*?)\s*[〔\[\(（【［]\s*(?<year>\d{2,4})\s*[〕\]\)）】］]\s*第?\s*(?<number>\d{1,5})\s*号$")]
    private static partial Regex Parts();

    [GeneratedRegex(@"(?<=[年月])0\d(?=[月日])")]
    private static partial Regex DateParts();

    [GeneratedRegex(@"^(?:附件[：:]\s*)?\d{1,2}(?<mark>[、．，])")]
    private static partial Regex AnnexNumber();

    [GeneratedRegex(@"^(?:(?<chinese>[一二三四五六七八九十]{1,4})(?<mark>[.．:：])|\d{1,3}(?<mark>、))")]
    private static partial Regex LooseMarker();
}
