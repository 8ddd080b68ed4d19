using System.Text;
using DocFlow.Documents;
using DocFlow.Documents.Source;

namespace DocFlow.Benchmarks.Measuring;

/// <summary>Documents of a wished length, made of the paragraphs of the samples in templates/: real words, several hundred different characters.</summary>
internal static class Texts
{
    public const string Title = "中共云河市委办公室关于印发《年度重点工作安排》的通知";

    private const string Front = $"""
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        发文字号: 云办发〔2026〕37号
        标题: {Title}
        主送: [各县（区）委办公室, 市委各部门办公室, 市直各单位办公室]
        成文日期: 2026-12-04
        ---

        """;

    private static readonly Lazy<IReadOnlyList<string>> Bank = new(ReadBank);

    /// <summary>The paragraphs of a document that has so many pages with <see cref="Source"/>'s first paragraph.</summary>
    public static IReadOnlyList<string> Paragraphs(DocumentPress press, int pages)
    {
        var paragraphs = new List<string>();
        var step = Math.Max(1, pages / 4);
        while (PagesOf(press, paragraphs) < pages)
        {
            for (var added = 0; added < step; added++)
                paragraphs.Add(Bank.Value[paragraphs.Count % Bank.Value.Count]);
        }

        // One page too many is taken back; the last page is as full as it gets.
        while (paragraphs.Count > 1 && PagesOf(press, paragraphs) > pages)
            paragraphs.RemoveAt(paragraphs.Count - 1);
        return paragraphs;
    }

    /// <summary>The source; each round has another first paragraph, so that nothing can be answered from a cache of the whole document.</summary>
    public static string Source(IReadOnlyList<string> paragraphs, int round)
    {
        var source = new StringBuilder(Front).Append($"第{round}稿。\n");
        foreach (var paragraph in paragraphs)
            source.Append(paragraph).Append('\n');
        return source.ToString();
    }

    public static Documents.Model.OfficialDocument Read(string source) =>
        DocumentSource.Read(source) is { Document: { } document } reading ? document : throw new InvalidOperationException(string.Join(" ", DocumentSource.Read(source).Problems));

    private static int PagesOf(DocumentPress press, IReadOnlyList<string> paragraphs) => press.Typeset(Read(Source(paragraphs, 100))).Pages.Count;

    private static List<string> ReadBank()
    {
        var paragraphs = new List<string>();
        foreach (var path in Directory.GetFiles(Path.Combine(Repository.Root, "templates"), "sample.gw.txt", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = File.ReadAllText(path).ReplaceLineEndings("\n");
            var body = text[(text.IndexOf("\n---\n", StringComparison.Ordinal) + 5)..];
            paragraphs.AddRange(body.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith('|')));
        }

        return paragraphs;
    }
}
