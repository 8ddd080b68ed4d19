using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>
/// Reads the mark (发文机关标志). A text is printed as written; a list, or several issuing organs, are stacked with the word that
/// follows them on the right; a letter names the organ in charge only.
/// </summary>
internal static class MarkReader
{
    private const string Key = "发文机关标志";

    /// <returns>The mark as one text, and its stacked names; none when it is one row.</returns>
    public static (string Mark, IReadOnlyList<string> Names) Read(ElementReader elements, PageFormat format, IReadOnlyList<string> issuers, List<SourceProblem> problems)
    {
        var written = elements.Names(Key);
        if (written.AsWritten is { } text)
            return (text, []);
        if (written.Names.Count > 1 && format == PageFormat.Letter)
            problems.Add(new SourceProblem(elements.LineOf(Key), "信函格式只标主办机关的名称，“发文机关标志”请只写一个。"));
        if (written.IsEmpty && format == PageFormat.Minutes)
            problems.Add(new SourceProblem(1, "纪要格式缺少要素“发文机关标志”，如“发文机关标志: 云河市委办公室会议纪要”。"));
        var names = written.IsEmpty ? issuers : written.Names;
        var end = DocumentDefaults.MarkEndOf(format);
        return names switch
        {
            [] => ("", []),
            [var only] => (written.IsEmpty || end.Length == 0 ? only + end : only, []),
            _ when format == PageFormat.Letter => (names[0], []),
            _ => (string.Concat(names) + end, names),
        };
    }
}
