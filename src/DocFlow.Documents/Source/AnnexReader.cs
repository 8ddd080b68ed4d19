using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Reads the annexes (附件) of a source: their names, and their texts from the source itself or from files beside it.</summary>
internal sealed class AnnexReader(BodyReader bodies, SourceReadOptions options, List<Finding> findings, List<SourceProblem> problems)
{
    private const string SourceFile = ".gw.txt";

    private static readonly HashSet<string> Keys = ["标题", "方向", "装订", "正文", "文件"];

    public List<Annex> Read(IReadOnlyList<MapNode> maps)
    {
        var annexes = new List<Annex>();
        foreach (var map in maps)
        {
            var entry = new ElementReader(map, problems);
            entry.RefuseUnknown(Keys);
            var title = entry.Text("标题");
            if (title is null)
                problems.Add(new SourceProblem(map.Line, "附件缺少“标题”。"));
            var orientation = entry.Text("方向");
            if (orientation is not (null or "横" or "纵"))
                problems.Add(new SourceProblem(entry.LineOf("方向"), "附件“方向”只能是：纵、横。"));
            var binding = entry.Text("装订");
            if (binding is not (null or "一起" or "单独"))
                problems.Add(new SourceProblem(entry.LineOf("装订"), "附件“装订”只能是：一起、单独。"));
            annexes.Add(new Annex(title ?? "", orientation == "横", ReadBody(entry), entry.Text("文件")) { IsDetached = binding == "单独" });
        }

        return annexes;
    }

    private List<BodyBlock> ReadBody(ElementReader entry)
    {
        if (entry.Text("正文") is { } body)
            return bodies.Read(body, entry.LineOf("正文") + 1);
        if (entry.Text("文件") is not { } file)
            return [];
        var line = entry.LineOf("文件");
        var isWord = file.EndsWith(WordAnnex.Extension, StringComparison.OrdinalIgnoreCase);
        if (!isWord && !file.EndsWith(SourceFile, StringComparison.Ordinal))
            return Refuse(line, $"附件文件“{file}”的格式不支持，可用同一文件夹中的 .gw.txt、.docx。");

        string? text;
        try
        {
            // The office keeps what came as Word as the text that it was read as.
            text = options.ReadSibling(file) ?? (isWord ? options.ReadSibling(file[..^WordAnnex.Extension.Length] + SourceFile) : null);
        }
        catch (UnreadableFileException exception)
        {
            return Refuse(line, $"附件文件“{file}”不能排入：{exception.Message}");
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or DecoderFallbackException)
        {
            return Refuse(line, $"附件文件“{file}”无法读取：应是有权读取的、不过大的 UTF-8 文本。");
        }

        if (text is null)
            return Refuse(line, $"找不到附件文件“{file}”，应与本文稿放在同一文件夹。");
        return text.Length > options.MostCharacters
            ? Refuse(line, $"附件文件“{file}”超过字数上限{options.MostCharacters}。")
            : ReadFile(file, text, line);
    }

    // The lines of its problems and findings are the annex file's own, so they are said with its name.
    private List<BodyBlock> ReadFile(string file, string text, int line)
    {
        var own = new List<SourceProblem>();
        var ownFindings = new List<Finding>();
        text = text.TrimStart('\uFEFF');
        if (!text.StartsWith(DocumentSource.Fence, StringComparison.Ordinal))
            text = $"{DocumentSource.Fence}\n{DocumentSource.Fence}\n{text}";
        var (_, body, bodyLine, problem) = DocumentSource.SplitParts(text);
        if (problem is not null)
            own.Add(problem);
        var blocks = problem is null ? new BodyReader(ownFindings, own).Read(body, bodyLine) : [];
        problems.AddRange(own.Select(found => new SourceProblem(line, $"附件文件“{file}”有误：{found.Message}")));
        findings.AddRange(ownFindings.Select(finding => finding with { Line = line }));
        return [.. blocks.Select(block => block with { SourceLine = line })];
    }

    private List<BodyBlock> Refuse(int line, string message)
    {
        problems.Add(new SourceProblem(line, message));
        return [];
    }
}
