using System.Globalization;

namespace DocFlow.Office.Desks;

/// <summary>What people type, before it is kept: a database or a printed page can't hold control characters.</summary>
internal static class PlainText
{
    /// <exception cref="RefusalException">The text has a control character or half a character pair; the message says where.</exception>
    public static void Require(string? text, string what)
    {
        if (text is null)
            return;
        for (var index = 0; index < text.Length; index++)
        {
            var isPair = char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]);
            if (isPair)
                index++;
            else if (!IsPrintable(text[index]))
                throw Refused(text, index, what);
        }
    }

    /// <summary>Also refuses a text that is too long for its place.</summary>
    public static void Require(string? text, string what, int most)
    {
        if (text is not null && text.Length > most)
            throw RefusalException.Invalid($"{what}有{text.Length}个字符，超过上限{most}，没有保存。请精简。");
        Require(text, what);
    }

    private static bool IsPrintable(char character) =>
        character is '\t' or '\n' or '\r' || !(char.IsControl(character) || char.IsSurrogate(character) || character is '\uFFFE' or '\uFFFF');

    private static RefusalException Refused(string text, int index, string what)
    {
        var line = text.AsSpan(0, index).Count('\n') + 1;
        var code = ((int)text[index]).ToString("X4", CultureInfo.InvariantCulture);
        return RefusalException.Invalid($"{what}第{line}行有不可见的控制字符（U+{code}），没有保存。请删去后重试。");
    }
}
