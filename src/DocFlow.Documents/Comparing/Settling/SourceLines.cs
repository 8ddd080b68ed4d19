namespace DocFlow.Documents.Comparing.Settling;

/// <summary>A piece of a source that is compared first as a whole: an element with its lines, or a line of the body.</summary>
/// <param name="Key">The element's name; null in the body.</param>
/// <param name="Text">With its line break.</param>
internal sealed record SourceLine(string? Key, string Text)
{
    public string Words => Text.TrimEnd('\n');

    /// <summary>Whether it is taken or refused only whole: half an element or half a row of a table can't be read.</summary>
    public bool IsWhole => Key is not null || Words.TrimStart(' ', '\u3000').StartsWith('|') || Words.Length == 0;
}

/// <summary>Takes a source apart into elements and lines.</summary>
internal static class SourceLines
{
    private const string Fence = "---";

    public static IReadOnlyList<SourceLine> Of(string text)
    {
        var rows = Normal(text).Split('\n')[..^1];
        var lines = new List<SourceLine>();
        var end = rows is [Fence, ..] ? Array.IndexOf(rows, Fence, 1) : -1;
        for (var index = 0; index < rows.Length; index++)
        {
            var isElement = index > 0 && index < end;
            var begins = isElement && rows[index].Length > 0 && !char.IsWhiteSpace(rows[index][0]) && rows[index][0] is not ('-' or '#' or '\u3000');
            if (isElement && !begins && lines.Count > 1)
                lines[^1] = lines[^1] with { Text = $"{lines[^1].Text}{rows[index]}\n" };
            else
                lines.Add(new SourceLine(isElement ? KeyOf(rows[index]) : index == 0 && end > 0 || index == end ? Fence : null, $"{rows[index]}\n"));
        }

        return lines;
    }

    /// <summary>The same text, as two writers of it agree on its line ends.</summary>
    public static string Normal(string text) => $"{text.TrimStart('\uFEFF').ReplaceLineEndings("\n").TrimEnd('\n')}\n";

    private static string KeyOf(string row)
    {
        var colon = row.IndexOf(':', StringComparison.Ordinal);
        return colon > 0 ? row[..colon].Trim() : row;
    }
}
