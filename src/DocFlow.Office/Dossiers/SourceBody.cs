namespace DocFlow.Office.Dossiers;

/// <summary>What a source text (*.gw.txt) says after its elements.</summary>
internal static class SourceBody
{
    private const string Fence = "---";

    /// <returns>The lines after the elements, as they were written; the whole text where it has none.</returns>
    public static string Of(string sourceText)
    {
        var lines = sourceText.ReplaceLineEndings("\n").Split('\n');
        var end = lines.Length > 0 && lines[0].Trim() == Fence ? Array.FindIndex(lines, 1, line => line.Trim() == Fence) : -1;
        return string.Join('\n', lines.Skip(end + 1));
    }
}
