using DocFlow.Documents.Checking.WordFiles;

namespace DocFlow.Documents.Checking.Correcting;

/// <summary>Replaces characters of a paragraph in the runs that hold them, whose looks stay.</summary>
internal static class TextEdits
{
    /// <param name="at">Where in the paragraph's trimmed text.</param>
    /// <returns>Whether the characters were all found in text of this paragraph.</returns>
    public static bool Replace(WordParagraph paragraph, int at, string before, string after)
    {
        at += paragraph.LeadingWhite;
        var offset = 0;
        var isReplaced = false;
        var remaining = before.Length;
        foreach (var run in paragraph.Runs)
        {
            foreach (var child in run.Element.Elements())
            {
                if (child.Name != WordNames.Text)
                {
                    offset += child.Name.LocalName is "tab" or "ptab" or "noBreakHyphen" ? 1 : 0;
                    continue;
                }

                var text = child.Value;
                var from = Math.Max(0, at - offset);
                if (remaining > 0 && from < text.Length && offset + text.Length > at)
                {
                    var count = Math.Min(remaining, text.Length - from);
                    child.Value = text[..from] + (isReplaced ? "" : after) + text[(from + count)..];
                    child.SetAttributeValue(System.Xml.Linq.XNamespace.Xml + "space", "preserve");
                    isReplaced = true;
                    remaining -= count;
                    at += count;
                }

                offset += text.Length;
            }
        }

        return isReplaced && remaining == 0;
    }
}
