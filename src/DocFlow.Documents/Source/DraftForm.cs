namespace DocFlow.Documents.Source;

/// <summary>
/// A source (*.gw.txt) as a form shows it: one text for each element, however incomplete. What the form has no field for is kept
/// as it was and written back.
/// </summary>
public sealed class DraftForm
{
    private const string ListMark = "，";

    private static readonly char[] ListMarks = ['，', '、'];

    private IReadOnlyList<(string Key, int KeyLine, SourceNode Value)> _kept = [];

    /// <summary>文种</summary>
    public string Kind { get; set; } = "";

    /// <summary>紧急程度; empty for none.</summary>
    public string Urgency { get; set; } = "";

    /// <summary>发文机关; several are separated by “，” or “、”.</summary>
    public string Issuers { get; set; } = "";

    /// <summary>标题</summary>
    public string Title { get; set; } = "";

    /// <summary>主送, printed as written.</summary>
    public string Recipients { get; set; } = "";

    /// <summary>正文, as typed.</summary>
    public string Body { get; set; } = "";

    /// <summary>附件</summary>
    public IList<DraftAnnex> Annexes { get; } = [];

    /// <summary>署名; empty means the issuing organs.</summary>
    public string Signatories { get; set; } = "";

    /// <summary>成文日期 as typed; empty until signing.</summary>
    public string Date { get; set; } = "";

    /// <summary>用印: 印章 or 无.</summary>
    public string Sealing { get; set; } = "";

    /// <summary>附注</summary>
    public string Note { get; set; } = "";

    /// <summary>抄送, printed as written.</summary>
    public string Copies { get; set; } = "";

    /// <summary>印发机关</summary>
    public string PrintedBy { get; set; } = "";

    /// <summary>印发日期 as typed; empty until issue.</summary>
    public string PrintedOn { get; set; } = "";

    /// <summary>Reads a source into a form; values that a document could not have are shown as they are.</summary>
    /// <param name="problem">Why the source has no form: its front matter can't be told apart or isn't YAML.</param>
    public static DraftForm? Read(string source, out SourceProblem? problem)
    {
        var (yaml, body, _, split) = DocumentSource.SplitParts(source);
        var problems = new List<SourceProblem>();
        var map = split is null ? FrontMatter.Parse(yaml, 2, problems) : null;
        problem = split ?? problems.FirstOrDefault();
        if (map is null)
            return null;

        var form = new DraftForm { Body = body.Trim('\n') };
        form._kept = [.. map.Entries.Where(entry => !form.Take(entry.Key, entry.Value))];
        return form;
    }

    /// <summary>The source that the form stands for; empty elements are left out.</summary>
    public string Write()
    {
        var entries = new List<(string, int, SourceNode)>();
        Add(entries, "文种", Scalar(Kind));
        Add(entries, "紧急程度", Scalar(Urgency));
        Add(entries, "发文机关", Names(Issuers));
        Add(entries, "标题", Scalar(Title));
        Add(entries, "主送", Scalar(Recipients));
        Add(entries, "附件", AnnexNodes());
        Add(entries, "署名", Names(Signatories));
        Add(entries, "成文日期", Scalar(Date));
        Add(entries, "用印", Scalar(Sealing));
        Add(entries, "附注", Scalar(Note));
        Add(entries, "抄送", Scalar(Copies));
        Add(entries, "印发机关", Scalar(PrintedBy));
        Add(entries, "印发日期", Scalar(PrintedOn));
        entries.AddRange(_kept);
        return $"---\n{YamlWriter.Write(new MapNode(1, entries))}---\n{Body.ReplaceLineEndings("\n")}\n";
    }

    private bool Take(string key, SourceNode value)
    {
        if (key == "附件")
            return TakeAnnexes(value);
        if (TextOf(value) is not { } text)
            return false;
        switch (key)
        {
            case "文种": Kind = text; break;
            case "紧急程度": Urgency = text; break;
            case "发文机关": Issuers = text; break;
            case "标题": Title = text; break;
            case "主送": Recipients = text; break;
            case "署名": Signatories = text; break;
            case "成文日期": Date = text; break;
            case "用印": Sealing = text; break;
            case "附注": Note = text; break;
            case "抄送": Copies = text; break;
            case "印发机关": PrintedBy = text; break;
            case "印发日期": PrintedOn = text; break;
            default: return false;
        }

        return true;
    }

    private bool TakeAnnexes(SourceNode value)
    {
        IReadOnlyList<SourceNode> items = value is ListNode list ? list.Items : [value];
        var annexes = new List<DraftAnnex>();
        foreach (var item in items)
        {
            if (AnnexOf(item) is not { } annex)
                return false;
            annexes.Add(annex);
        }

        foreach (var annex in annexes)
            Annexes.Add(annex);
        return true;
    }

    // Null when an annex holds something that the form would lose.
    private static DraftAnnex? AnnexOf(SourceNode item)
    {
        if (item is ScalarNode title)
            return new DraftAnnex { Title = title.Text };
        if (item is not MapNode map)
            return null;
        var annex = new DraftAnnex();
        foreach (var (key, _, value) in map.Entries)
        {
            if (value is not ScalarNode { Text: var text })
                return null;
            switch (key)
            {
                case "标题": annex.Title = text; break;
                case "方向" when text is "横" or "纵": annex.IsLandscape = text == "横"; break;
                case "正文": annex.Body = text.TrimEnd('\n'); break;
                case "文件": annex.File = text; break;
                default: return null;
            }
        }

        return annex;
    }

    private ListNode? AnnexNodes() => Annexes.Count == 0 ? null : new ListNode(1, [.. Annexes.Select(AnnexNode)]);

    private static MapNode AnnexNode(DraftAnnex annex)
    {
        var entries = new List<(string, int, SourceNode)>();
        Add(entries, "标题", Scalar(annex.Title));
        Add(entries, "方向", annex.IsLandscape ? Scalar("横") : null);
        Add(entries, "文件", Scalar(annex.File ?? ""));
        Add(entries, "正文", Scalar(annex.Body.ReplaceLineEndings("\n")));
        if (entries.Count == 0)
            entries.Add(("标题", 1, new ScalarNode(1, "")));
        return new MapNode(1, entries);
    }

    private static string? TextOf(SourceNode value) => value switch
    {
        ScalarNode scalar => scalar.Text,
        ListNode list when list.Items.All(item => item is ScalarNode) => string.Join(ListMark, list.Items.Cast<ScalarNode>().Select(item => item.Text)),
        _ => null,
    };

    private static ScalarNode? Scalar(string text) => string.IsNullOrWhiteSpace(text) ? null : new ScalarNode(1, text.Trim());

    private static SourceNode? Names(string text)
    {
        var names = text.Split(ListMarks, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return names.Length > 1 ? new ListNode(1, [.. names.Select(name => new ScalarNode(1, name))]) : Scalar(text);
    }

    private static void Add(List<(string, int, SourceNode)> entries, string key, SourceNode? value)
    {
        if (value is not null)
            entries.Add((key, 1, value));
    }
}
