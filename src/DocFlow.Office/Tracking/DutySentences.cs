using System.Text.RegularExpressions;
using DocFlow.Office.Dossiers;

namespace DocFlow.Office.Tracking;

/// <summary>The sentences of a document that lay a duty on somebody (任务句): proposed for tracking, each still to be given a unit and a frequency.</summary>
internal static partial class DutySentences
{
    private const int Shortest = 6;
    private const int Longest = 200;

    private static readonly char[] Ends = ['。', '；', '！', '\n'];

    /// <param name="sourceText">The document (*.gw.txt).</param>
    public static IReadOnlyList<string> Of(string sourceText) =>
        [.. SourceBody.Of(sourceText).Split(Ends).Select(sentence => Marker().Replace(sentence.Trim(), "").Trim()).Where(sentence => sentence.Length is >= Shortest and <= Longest && Duty().IsMatch(sentence)).Distinct()];

    [GeneratedRegex("^([一二三四五六七八九十]+、|（[一二三四五六七八九十0-9]+）|[0-9]+[.．])")]
    private static partial Regex Marker();

    [GeneratedRegex("每(日|周|旬|月|季度|季|半年|年)|[0-9]+个?(工作日|日)|[0-9]+月[0-9]+日前|应当|应于|必须|须于|不得|牵头|负责|报送|上报|报.{0,12}(审核|备案|批准|同意)")]
    private static partial Regex Duty();
}
