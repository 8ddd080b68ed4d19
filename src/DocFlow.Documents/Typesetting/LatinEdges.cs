namespace DocFlow.Documents.Typesetting;

/// <summary>
/// Where a Chinese character meets a Latin letter or digit. LibreOffice draws a gap there that no file can switch off; room is kept for
/// it where it costs nothing.
/// </summary>
internal static class LatinEdges
{
    private const double Gap = 1.3;

    /// <summary>The room of all gaps of a text, mm.</summary>
    public static double GapsOf(string text)
    {
        var edges = 0;
        for (var index = 1; index < text.Length; index++)
        {
            if ((char.IsAsciiLetterOrDigit(text[index - 1]) && IsHan(text[index])) || (IsHan(text[index - 1]) && char.IsAsciiLetterOrDigit(text[index])))
                edges++;
        }

        return edges * Gap;
    }

    private static bool IsHan(char character) => character is >= '\u3400' and <= '\u9fff';
}
