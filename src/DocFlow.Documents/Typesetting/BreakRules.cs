using System.Text.RegularExpressions;

namespace DocFlow.Documents.Typesetting;

/// <summary>Where a row may end: GB/T 15834 for punctuation, and the practice of keeping numbers whole (G-90…G-92).</summary>
internal static partial class BreakRules
{
    /// <summary>Word is given the same two lists.</summary>
    public const string NeverAtRowStart = "。，、；：？！）〕】》〉」』｝”’—…·～％‰℃,.;:?!)]}%/／-";
    public const string NeverAtRowEnd = "（〔【《〈「『｛“‘￥＄№([{$";
    private const int LongestYear = 13;
    private const string Points = "，、；：。！？）》";
    private const string Punctuation = "。，、；：？！）〕】》〉」』”’（〔【《〈「『“‘";

    public static bool MayStartRow(char character) => !NeverAtRowStart.Contains(character);

    public static bool MayEndRow(char character) => !NeverAtRowEnd.Contains(character);

    public static bool IsPunctuation(char character) => Punctuation.Contains(character);

    /// <summary>For each offset of the text, whether a row may not break before it.</summary>
    public static bool[] ForbiddenBreaks(string text)
    {
        var forbidden = new bool[text.Length + 1];
        for (var index = 1; index < text.Length; index++)
        {
            var before = text[index - 1];
            var after = text[index];
            forbidden[index] = !MayEndRow(before)
                || !MayStartRow(after)
                || (IsWordPart(before) && IsWordPart(after))
                || (char.IsAsciiLetterOrDigit(before) && after is '“' or '‘')
                || (before is '”' or '’' && char.IsAsciiLetterOrDigit(after))
                // LibreOffice keeps a Latin word with the mark before it; one such row would part the files on all pages that follow.
                || (Points.Contains(before) && char.IsAsciiLetter(after))
                || char.IsLowSurrogate(after);
        }

        KeepWholes(text, forbidden);
        return forbidden;
    }

    // What is kept whole, from left to right, none inside another. A document number is found by its bracket: to try one at every
    // character of a text would take longer than all else.
    private static void KeepWholes(string text, bool[] forbidden)
    {
        var bracket = text.IndexOf('〔', StringComparison.Ordinal);
        for (var at = 0; at < text.Length;)
        {
            while (bracket >= 0 && (bracket < at || NumberAt(text, bracket) == 0))
                bracket = text.IndexOf('〔', bracket + 1);
            var number = bracket < 0 ? int.MaxValue : StartOfNumber(text, bracket, at);
            var (start, end) = (number, number == int.MaxValue ? 0 : bracket + NumberAt(text, bracket));
            foreach (var other in Wholes().EnumerateMatches(text, at))
            {
                if (other.Index < number)
                    (start, end) = (other.Index, other.Index + other.Length);
                break;
            }

            if (start == int.MaxValue)
                return;
            for (var index = start + 1; index < end; index++)
                forbidden[index] = true;
            at = end;
        }
    }

    // The organ's code before the year.
    private static int StartOfNumber(string text, int bracket, int from)
    {
        const int longest = 8;
        var start = bracket;
        while (start > from && bracket - start < longest && text[start - 1] is >= '\u4e00' and <= '\u9fa5')
            start--;
        return start;
    }

    // How long “〔2026〕12号” is at a bracket; 0 where it isn't one.
    private static int NumberAt(string text, int bracket) => BracketedYear().Match(text, bracket, Math.Min(LongestYear, text.Length - bracket)) is { Success: true } match ? match.Length : 0;

    private static bool IsWordPart(char character) => character is > ' ' and < (char)0x7f;

    // Document numbers, dates and quantities with their unit, clause numbers, dashes and dots: kept on one row. Lengths are bounded,
    // so that hostile text can't glue a whole paragraph together.
    [GeneratedRegex(@"第[\d一二三四五六七八九十百零]{1,6}[条款项章节期号次届]|\d[\d.,:]{0,15}(?:[年月日时分秒号万亿元个名人次项条％%‰℃㎡㎥㎏㎞米亩吨户件]|平方米|公里|工作日)?|—{2,3}|…{2}")]
    private static partial Regex Wholes();

    [GeneratedRegex(@"^〔\d{4}〕\d{0,6}号?")]
    private static partial Regex BracketedYear();
}
