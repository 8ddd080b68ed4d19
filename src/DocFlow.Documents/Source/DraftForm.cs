namespace DocFlow.Documents.Source;

/// <summary>
/// A source (*.gw.txt) as a form shows it: one text for each element, however incomplete. What the form has no field for is kept
/// as it was and written back.
/// </summary>
public sealed class DraftForm
{
    private const string ListMark = "，";

    private static readonly char[] ListMarks = ['，', '、'];

    // A list of several names is written back as one; other elements are printed as written.
    private static readonly string[] ListedElements = ["发文机关标志", "签发人"];
    private static readonly string[] WrittenElements = ["份号", "密级", "题注", "令号", "出席", "请假", "列席"];
    private static readonly string[] SignatureParts = ["职务", "姓名"];

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

    /// <summary>用印: 印章, 无 or 签名章.</summary>
    public string Sealing { get; set; } = "";

    /// <summary>附注</summary>
    public string Note { get; set; } = "";

    /// <summary>抄送, printed as written.</summary>
    public string Copies { get; set; } = "";

    /// <summary>印发机关</summary>
    public string PrintedBy { get; set; } = "";

    /// <summary>印发日期 as typed; empty until issue.</summary>
    public string PrintedOn { get; set; } = "";

    /// <summary>
    /// Elements that only some kinds have, by their Chinese names: 发文机关标志, 签发人, 份号, 密级, 题注, 令号, 出席, 请假, 列席, and 职务 and 姓名 of one
    /// signature (签名).
    /// </summary>
    public IDictionary<string, string> Special { get; } = new Dictionary<string, string>();

    /// <summary>A form with only what the next document of this kind has as well: its kind, format, organs and mark.</summary>
    public DraftForm Blank()
    {
        var blank = new DraftForm { Kind = Kind, Issuers = Issuers, Sealing = Sealing, PrintedBy = PrintedBy };
        blank._kept = [.. _kept.Where(entry => entry.Key is "格式" or "行文方向")];
        if (Special.TryGetValue("发文机关标志", out var mark))
            blank.Special["发文机关标志"] = mark;
        return blank;
    }

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
        foreach (var key in ListedElements)
            Add(entries, key, Names(SpecialText(key)));
        Add(entries, "标题", Scalar(Title));
        Add(entries, "主送", Scalar(Recipients));
        Add(entries, "附件", AnnexNodes());
        Add(entries, "署名", Names(Signatories));
        Add(entries, "成文日期", Scalar(Date));
        Add(entries, "用印", Scalar(Sealing));
        Add(entries, "签名", SignatureNode());
        Add(entries, "附注", Scalar(Note));
        foreach (var key in WrittenElements)
            Add(entries, key, Scalar(SpecialText(key)));
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
        if (key == "签名")
            return TakeSignature(value);
        if (TextOf(value) is not { } text)
            return false;
        if (ListedElements.Contains(key) || WrittenElements.Contains(key))
        {
            Special[key] = text;
            return true;
        }

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

    // Several signers' stamps have no fields and are kept as they were.
    private bool TakeSignature(SourceNode value)
    {
        if (value is not MapNode map || map.Entries.Any(entry => !SignatureParts.Contains(entry.Key) || entry.Value is not ScalarNode))
            return false;
        foreach (var (key, _, part) in map.Entries)
            Special[key] = ((ScalarNode)part).Text;
        return true;
    }

    private MapNode? SignatureNode()
    {
        var entries = new List<(string, int, SourceNode)>();
        foreach (var part in SignatureParts)
            Add(entries, part, Scalar(SpecialText(part)));
        return entries.Count == 0 ? null : new MapNode(1, entries);
    }

    private string SpecialText(string key) => Special.TryGetValue(key, out var text) ? text : "";

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
                case "装订" when text is "一起" or "单独": annex.IsDetached = text == "单独"; break;
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
        Add(entries, "装订", annex.IsDetached ? Scalar("单独") : null);
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
