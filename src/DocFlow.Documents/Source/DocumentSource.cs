using System.Text.RegularExpressions;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;

namespace DocFlow.Documents.Source;

/// <summary>Reads a document source (*.gw.txt): YAML front matter with the elements of 条例 art. 9, then the body as typed.</summary>
public static partial class DocumentSource
{
    internal const string Fence = "---";

    private static readonly HashSet<string> Keys =
    [
        "文种", "格式", "行文方向", "发文机关", "发文机关标志", "份号", "密级", "紧急程度", "发文字号", "签发人", "标题", "题注", "主送", "附件", "署名", "成文日期", "用印",
        "签名", "附注", "抄送", "印发机关", "印发日期", "出席", "请假", "列席", "令号",
    ];

    /// <summary>Reads a source; never throws for what the text holds.</summary>
    public static SourceReading Read(string text, SourceReadOptions? options = null)
    {
        options ??= new SourceReadOptions();
        var problems = new List<SourceProblem>();
        var findings = new List<Finding>();
        if (text.Length > options.MostCharacters)
            problems.Add(new SourceProblem(0, $"文稿有{text.Length}个字符，超过上限{options.MostCharacters}，请拆分或把长表改为附件文件。"));
        else if (Split(text, problems) is var (yaml, body, bodyLine) && FrontMatter.Parse(yaml, 2, problems) is { } map)
            return Read(map, body, bodyLine, options, findings, problems);

        return new SourceReading(null, findings, problems);
    }

    /// <summary>The front matter, the body and the body's first line, or why they can't be told apart.</summary>
    internal static (string Yaml, string Body, int BodyLine, SourceProblem? Problem) SplitParts(string text)
    {
        var problems = new List<SourceProblem>();
        return Split(text, problems) is var (yaml, body, line) ? (yaml, body, line, null) : ("", "", 0, problems[0]);
    }

    private static (string Yaml, string Body, int BodyLine)? Split(string text, List<SourceProblem> problems)
    {
        text = text.TrimStart('\uFEFF').ReplaceLineEndings("\n");
        var control = ControlCharacter().Match(text);
        if (control.Success)
        {
            var line = text.AsSpan(0, control.Index).Count('\n') + 1;
            problems.Add(new SourceProblem(line, $"含有看不见的控制字符（U+{(int)control.Value[0]:X4}），请删去后重试；多由其他软件粘贴带入。"));
            return null;
        }

        if (!text.StartsWith(Fence + "\n", StringComparison.Ordinal))
        {
            problems.Add(new SourceProblem(1, "文稿应以单独一行“---”开头，其后写各要素。"));
            return null;
        }

        var end = text.IndexOf($"\n{Fence}\n", StringComparison.Ordinal);
        var isLast = end < 0 && text.EndsWith($"\n{Fence}", StringComparison.Ordinal);
        if (isLast)
            end = text.Length - Fence.Length - 1;
        if (end < 0)
        {
            problems.Add(new SourceProblem(1, "要素之后缺少单独一行“---”，正文应写在它之后。"));
            return null;
        }

        var yaml = end < Fence.Length + 1 ? "" : text[(Fence.Length + 1)..end];
        var body = isLast ? "" : text[(end + Fence.Length + 2)..];
        return (yaml, body, yaml.AsSpan().Count('\n') + 4);
    }

    private static SourceReading Read(
        MapNode map, string body, int bodyLine, SourceReadOptions options, List<Finding> findings, List<SourceProblem> problems)
    {
        var elements = new ElementReader(map, problems);
        elements.RefuseUnknown(Keys);
        var kind = elements.Choice<DocumentKind>("文种");
        if (kind is null && !elements.Has("文种"))
            problems.Add(new SourceProblem(1, "缺少要素“文种”，如“文种: 通知”。"));
        var format = elements.Choice<PageFormat>("格式") ?? DocumentDefaults.FormatOf(kind);
        var direction = elements.Choice<DocumentDirection>("行文方向") ?? DocumentDefaults.DirectionOf(kind);
        var writtenSealing = elements.Choice<Sealing>("用印");
        var sealing = writtenSealing ?? DocumentDefaults.SealingOf(format, elements.Has("签名"));
        if (kind is { } known && SupportedScope.Refuse(known, format, direction) is { } refusal)
            return new SourceReading(null, findings, [new SourceProblem(elements.LineOf("文种"), refusal)]);

        var issuers = elements.Texts("发文机关");
        Require(issuers.Count > 0, "发文机关", problems);
        var (mark, markNames) = MarkReader.Read(elements, format, issuers, problems);
        var orderNumber = elements.Text("令号");
        var title = elements.Text("标题") ?? (format == PageFormat.Order ? mark + orderNumber : null);
        Require(title is not null, "标题", problems);
        var classification = elements.Text("密级");
        if (classification is not null && !options.AllowsClassified)
            problems.Add(new SourceProblem(elements.LineOf("密级"), "本单位未设置为可处理涉密公文，请不要在本系统起草涉密内容。"));
        if (classification is not null && !Classification().IsMatch(classification))
            problems.Add(new SourceProblem(elements.LineOf("密级"), "密级应为绝密、机密或秘密，有保密期限的写作“机密★3年”。"));
        if (elements.Text("份号") is { } copy && !CopyNumber().IsMatch(copy))
            problems.Add(new SourceProblem(elements.LineOf("份号"), "份号应为6位数字，如 \"000017\"（加引号）。"));

        var scope = new ElementScope(elements, problems);
        scope.Check(format, direction, sealing);

        var caption = CaptionReader.Read(elements, kind, writtenSealing, problems);
        var reader = new BodyReader(findings, problems);
        var document = new OfficialDocument
        {
            Kind = kind ?? default,
            Format = format,
            Direction = direction,
            Issuers = issuers,
            Mark = mark,
            MarkNames = markNames,
            CopyNumber = elements.Text("份号"),
            Classification = classification,
            Urgency = elements.Choice<Urgency>("紧急程度"),
            Number = elements.Text("发文字号"),
            NumberPlaceholder = "〔　　〕　号",
            Signers = elements.Texts("签发人"),
            Title = title ?? "",
            Caption = caption,
            Recipients = elements.Names("主送"),
            Body = reader.Read(body, bodyLine),
            Annexes = new AnnexReader(reader, options, findings, problems).Read(elements.Maps("附件", "应逐项列出，每项以“- 标题: …”开头")),
            Signatories = elements.Texts("署名") is { Count: > 0 } signatories ? signatories : format == PageFormat.Minutes || caption is not null ? [] : issuers,
            Date = elements.Date("成文日期"),
            Sealing = caption is null ? sealing : Sealing.None,
            Signatures = SignatureReader.Read(elements, sealing, problems),
            Note = elements.Text("附注")?.Trim('（', '）', '(', ')'),
            Copies = elements.Names("抄送"),
            PrintedBy = elements.Text("印发机关"),
            PrintedOn = elements.Date("印发日期"),
            Present = elements.Names("出席"),
            Absent = elements.Names("请假"),
            Attending = elements.Names("列席"),
            OrderNumber = orderNumber,
        };
        scope.Limit(document);
        return new SourceReading(problems.Count == 0 ? document : null, findings, problems)
        {
            ElementLines = map.Entries.ToDictionary(entry => entry.Key, entry => entry.KeyLine),
        };
    }

    private static void Require(bool isThere, string key, List<SourceProblem> problems)
    {
        if (!isThere)
            problems.Add(new SourceProblem(1, $"缺少要素“{key}”。"));
    }

    /// <summary>What no text holds: control characters and halves of surrogate pairs.</summary>
    [GeneratedRegex(@"[\x00-\x08\x0B\x0C\x0E-\x1F\x7F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]")]
    internal static partial Regex ControlCharacter();

    [GeneratedRegex("^(绝密|机密|秘密)(★.{1,12})?$")]
    private static partial Regex Classification();

    [GeneratedRegex(@"^\d{6}$")]
    private static partial Regex CopyNumber();
}
