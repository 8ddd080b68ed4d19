using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>A notice as a clerk types it in Word on the classic margins; each part can be set wrong.</summary>
internal sealed record ForeignWord
{
    private const string Head = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private const string Namespaces = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

    public const string FirstParagraph = "为进一步精简会议，把更多时间留给调查研究和服务基层，经研究，决定开展“无会周”活动。现将有关事项通知如下。";

    public string PageSize { get; init; } = "<w:pgSz w:w=\"11906\" w:h=\"16838\"/>";
    public string Margins { get; init; } = "<w:pgMar w:top=\"2098\" w:right=\"1474\" w:bottom=\"1984\" w:left=\"1588\" w:header=\"851\" w:footer=\"1440\" w:gutter=\"0\"/>";
    public string Line { get; init; } = "<w:spacing w:line=\"579\" w:lineRule=\"exact\"/>";
    public string BodyIndent { get; init; } = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>";
    public string BodyFont { get; init; } = "仿宋_GB2312";
    public int BodySize { get; init; } = 32;
    public string BodyRun { get; init; } = "";
    public int CharacterSpacing { get; init; } = -5;
    public string Mark { get; init; } = "中共云河市委办公室文件";
    public string MarkColour { get; init; } = "FF0000";
    public string MarkFont { get; init; } = "方正小标宋简体";
    public string Number { get; init; } = "云办发〔2026〕37号";
    public string NumberAlignment { get; init; } = "center";
    public string RuleColour { get; init; } = "FF0000";
    public string Title { get; init; } = "中共云河市委办公室关于开展“无会周”活动的通知";
    public string TitleFont { get; init; } = "方正小标宋简体";
    public int TitleSize { get; init; } = 44;
    public string TitleRun { get; init; } = "";
    public string TitleAlignment { get; init; } = "center";
    public string Recipients { get; init; } = "各县（区）委办公室，市委各部门办公室：";
    public string RecipientsIndent { get; init; } = "";
    public string HeadingFont { get; init; } = "黑体";
    public string SubheadingFont { get; init; } = "楷体_GB2312";
    public string AnnexIndent { get; init; } = "<w:ind w:firstLineChars=\"200\" w:firstLine=\"632\"/>";
    public string AnnexList { get; init; } = "附件：工作安排表";
    public string DateIndent { get; init; } = "<w:ind w:right=\"1263\"/>";
    public string Date { get; init; } = "2026年12月4日";
    public string AnnexLabel { get; init; } = "附件";
    public string AnnexLabelFont { get; init; } = "黑体";
    public string AnnexTitle { get; init; } = "工作安排表";
    public string AnnexBreak { get; init; } = "<w:pageBreakBefore/>";
    public string Copies { get; init; } = "抄送：市人大常委会办公室，市政府办公室。";
    public int ImprintSize { get; init; } = 28;
    public string PageNumberFont { get; init; } = "宋体";
    public int PageNumberSize { get; init; } = 28;
    public string Dash { get; init; } = "—";
    public string OddNumber { get; init; } = "<w:ind w:right=\"316\"/><w:jc w:val=\"right\"/>";
    public bool HasEvenFooters { get; init; } = true;
    public string ExtraBody { get; init; } = "";
    public IReadOnlyList<string> Body { get; init; } =
        [FirstParagraph, "一、时间安排", "每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。各单位要合理安排工作，把“无会周”的时间用于深入基层、深入群众，开展调查研究，协调解决问题。", "二、有关要求", "（一）严格审批。“无会周”期间，除紧急和突发事项外，原则上不召开全市性会议。"];

    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(archive, "[Content_Types].xml", Head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + Override("document", "document.main") + Override("styles", "styles") + Override("settings", "settings") + Override("footer1", "footer") + Override("footer2", "footer") + "</Types>");
            Add(archive, "_rels/.rels", Relationships(("rId1", "officeDocument", "word/document.xml")));
            Add(archive, "word/_rels/document.xml.rels", Relationships(("rId1", "styles", "styles.xml"), ("rId2", "settings", "settings.xml"), ("rId3", "footer", "footer1.xml"), ("rId4", "footer", "footer2.xml")));
            Add(archive, "word/styles.xml", Head + $"<w:styles {Namespaces}><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=\"Times New Roman\" w:eastAsia=\"宋体\" w:hAnsi=\"Times New Roman\"/><w:sz w:val=\"21\"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"a\"><w:name w:val=\"Normal\"/><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:style></w:styles>");
            Add(archive, "word/settings.xml", Head + $"<w:settings {Namespaces}>{(HasEvenFooters ? "<w:evenAndOddHeaders/>" : "")}</w:settings>");
            Add(archive, "word/footer1.xml", Footer(OddNumber));
            Add(archive, "word/footer2.xml", Footer("<w:ind w:left=\"316\"/><w:jc w:val=\"left\"/>"));
            Add(archive, "word/document.xml", Document());
        }

        return stream.ToArray();
    }

    private string Document() => Head + $"<w:document {Namespaces} {RuleDrawing.Namespaces}><w:body>"
        + Blank(2) + Paragraph($"<w:spacing w:before=\"870\" w:line=\"1000\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", MarkFont, 96, Mark, $"<w:color w:val=\"{MarkColour}\"/>")
        + Blank(2) + Paragraph($"{Line}<w:jc w:val=\"{NumberAlignment}\"/>", "仿宋_GB2312", 32, Number)
        + Paragraph($"<w:pBdr><w:bottom w:val=\"single\" w:sz=\"12\" w:space=\"0\" w:color=\"{RuleColour}\"/></w:pBdr><w:spacing w:line=\"160\" w:lineRule=\"exact\"/>", "仿宋_GB2312", 10, "")
        + Blank(2) + Paragraph($"<w:spacing w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"{TitleAlignment}\"/>", TitleFont, TitleSize, Title, TitleRun)
        + Blank(1) + Paragraph($"{Line}{RecipientsIndent}", BodyFont, BodySize, Recipients, Spacing)
        + string.Concat(Body.Select(BodyParagraph)) + ExtraBody
        + Blank(1) + Paragraph($"{Line}{AnnexIndent}", "仿宋_GB2312", 32, AnnexList, Spacing)
        + Blank(2) + Paragraph($"{Line}<w:ind w:right=\"790\"/><w:jc w:val=\"right\"/>", "仿宋_GB2312", 32, "中共云河市委办公室")
        + Paragraph($"{Line}{DateIndent}<w:jc w:val=\"right\"/>", "仿宋_GB2312", 32, Date)
        + Paragraph($"{AnnexBreak}{Line}", AnnexLabelFont, 32, AnnexLabel)
        + Blank(1) + Paragraph($"<w:spacing w:line=\"640\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", "方正小标宋简体", 44, AnnexTitle)
        + Blank(1) + BodyParagraph("本周各单位不安排全市性会议，集中下基层调研。")
        + Imprint()
        + $"<w:sectPr><w:footerReference w:type=\"default\" r:id=\"rId3\"/><w:footerReference w:type=\"even\" r:id=\"rId4\"/>{PageSize}{Margins}</w:sectPr></w:body></w:document>";

    // Frames fixed to the page and three lines, the last on the type area's lower edge.
    private string Imprint()
    {
        const string frame = "<w:framePr w:w=\"8845\" w:h=\"908\" w:hRule=\"exact\" w:wrap=\"around\" w:vAnchor=\"page\" w:hAnchor=\"page\" w:x=\"1588\" w:y=\"13946\"/>";
        const string row = "<w:spacing w:line=\"454\" w:lineRule=\"exact\"/><w:ind w:left=\"280\" w:right=\"280\"/>";
        var lines = new[] { (246, 0.35), (254, 0.25), (262, 0.35) }.Select((line, index) => RuleDrawing.Run(new RuleLine(RuleRole.ImprintRule, 28, line.Item1, 184, line.Item1, line.Item2, Ink.Black), index + 1));
        return Paragraph(frame + row, "仿宋_GB2312", ImprintSize, Copies)
            + Paragraph(frame + "<w:tabs><w:tab w:val=\"right\" w:pos=\"8560\"/></w:tabs>" + row + "<w:jc w:val=\"left\"/>", "仿宋_GB2312", ImprintSize, "中共云河市委办公室", "", "<w:r><w:tab/></w:r>" + Run("仿宋_GB2312", ImprintSize, "2026年12月4日印发", ""))
            + $"<w:p><w:pPr><w:spacing w:line=\"20\" w:lineRule=\"exact\"/></w:pPr>{string.Concat(lines)}</w:p>";
    }

    private string Spacing => CharacterSpacing == 0 ? "" : $"<w:spacing w:val=\"{CharacterSpacing}\"/>";

    private string BodyParagraph(string text)
    {
        var font = text[0] is '一' or '二' && text[1] == '、' ? HeadingFont : text[0] == '（' ? null : BodyFont;
        if (font is not null)
            return Paragraph($"{Line}{BodyIndent}", font, BodySize, text, Spacing + BodyRun);
        var stop = text.IndexOf('。', StringComparison.Ordinal) + 1;
        return Paragraph($"{Line}{BodyIndent}", SubheadingFont, BodySize, text[..stop], Spacing + BodyRun, Run(BodyFont, BodySize, text[stop..], Spacing + BodyRun));
    }

    private string Blank(int count) => string.Concat(Enumerable.Repeat(Paragraph(Line, "仿宋_GB2312", 32, ""), count));

    /// <summary>A paragraph of one run.</summary>
    public static string Paragraph(string properties, string font, int size, string text, string run = "", string more = "") =>
        $"<w:p><w:pPr>{properties}<w:rPr>{Fonts(font)}<w:sz w:val=\"{size}\"/></w:rPr></w:pPr>{(text.Length == 0 ? "" : Run(font, size, text, run))}{more}</w:p>";

    private static string Fonts(string font) => $"<w:rFonts w:ascii=\"{font}\" w:eastAsia=\"{font}\" w:hAnsi=\"{font}\"/>";

    // In the schema's order: b before color before spacing before sz.
    private static string Run(string font, int size, string text, string properties)
    {
        var bold = properties.Contains("<w:b/>", StringComparison.Ordinal) ? "<w:b/>" : "";
        var vanish = properties.Contains("<w:vanish/>", StringComparison.Ordinal) ? "<w:vanish/>" : "";
        var colour = Part(properties, "<w:color ");
        return $"<w:r><w:rPr>{Fonts(font)}{bold}{vanish}{colour}{Part(properties, "<w:spacing ")}<w:sz w:val=\"{size}\"/></w:rPr><w:t xml:space=\"preserve\">{text}</w:t></w:r>";
    }

    private static string Part(string properties, string start)
    {
        var at = properties.IndexOf(start, StringComparison.Ordinal);
        return at < 0 ? "" : properties[at..(properties.IndexOf('>', at) + 1)];
    }

    private string Footer(string place) => Head + $"<w:ftr {Namespaces}>" + Paragraph($"<w:spacing w:line=\"280\" w:lineRule=\"exact\"/>{place}", PageNumberFont, PageNumberSize, Dash.Length > 0 ? Dash + " " : "", "",
        $"<w:r><w:rPr>{Fonts(PageNumberFont)}<w:sz w:val=\"{PageNumberSize}\"/></w:rPr><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> PAGE </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{Run(PageNumberFont, PageNumberSize, "1", "")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{(Dash.Length > 0 ? Run(PageNumberFont, PageNumberSize, " " + Dash, "") : "")}") + "</w:ftr>";

    private static string Override(string part, string type) => $"<Override PartName=\"/word/{part}.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.{type}+xml\"/>";

    private static string Relationships(params (string Id, string Type, string Target)[] relations) => Head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + string.Concat(relations.Select(relation => $"<Relationship Id=\"{relation.Id}\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/{relation.Type}\" Target=\"{relation.Target}\"/>")) + "</Relationships>";

    private static void Add(ZipArchive archive, string name, string content)
    {
        using var stream = archive.CreateEntry(name).Open();
        stream.Write(Encoding.UTF8.GetBytes(content));
    }
}
