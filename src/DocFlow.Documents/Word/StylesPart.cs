using DocFlow.Documents.Papers;
using DocFlow.Documents.Typesetting.Fonts;

namespace DocFlow.Documents.Word;

/// <summary>The named styles of an official document. Nothing is bold.</summary>
internal static class StylesPart
{
    public static string Xml { get; } = Write();

    private static string Write()
    {
        var body = WordXml.Fonts(FontRole.FangSong);
        const string exact = "<w:widowControl w:val=\"0\"/><w:kinsoku/><w:overflowPunct w:val=\"0\"/><w:topLinePunct w:val=\"0\"/><w:autoSpaceDE w:val=\"0\"/><w:autoSpaceDN w:val=\"0\"/><w:snapToGrid w:val=\"0\"/>";
        return WordPackage.XmlHead
            + $"<w:styles {WordPackage.Namespaces}><w:docDefaults><w:rPrDefault><w:rPr>{body}<w:spacing w:val=\"{Twips.CellSpacing}\"/><w:kern w:val=\"0\"/><w:sz w:val=\"32\"/><w:szCs w:val=\"32\"/><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>"
            + $"<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr>{exact}<w:spacing w:before=\"0\" w:after=\"0\" w:line=\"{Twips.Row}\" w:lineRule=\"exact\"/><w:jc w:val=\"both\"/></w:pPr></w:style>"
            + Paragraph("GwBody", "公文正文", $"<w:ind w:firstLineChars=\"200\" w:firstLine=\"{2 * Twips.Cell}\"/>", "")
            + Paragraph("GwHeading1", "公文一级标题", $"<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"{2 * Twips.Cell}\"/><w:outlineLvl w:val=\"0\"/>", WordXml.Fonts(FontRole.Hei))
            + Paragraph("GwHeading2", "公文二级标题", $"<w:keepNext/><w:ind w:firstLineChars=\"200\" w:firstLine=\"{2 * Twips.Cell}\"/><w:outlineLvl w:val=\"1\"/>", WordXml.Fonts(FontRole.Kai))
            + Paragraph("GwHeading3", "公文三级标题", $"<w:ind w:firstLineChars=\"200\" w:firstLine=\"{2 * Twips.Cell}\"/><w:outlineLvl w:val=\"2\"/>", "")
            + Paragraph("GwHeading4", "公文四级标题", $"<w:ind w:firstLineChars=\"200\" w:firstLine=\"{2 * Twips.Cell}\"/><w:outlineLvl w:val=\"3\"/>", "")
            + Paragraph("GwMark", "发文机关标志", "<w:jc w:val=\"center\"/>", WordXml.Fonts(FontRole.XiaoBiaoSong) + "<w:color w:val=\"FF0000\"/><w:spacing w:val=\"0\"/>")
            + Paragraph("GwNumber", "发文字号", "<w:jc w:val=\"center\"/>", "")
            + Paragraph("GwTitle", "公文标题", $"<w:spacing w:line=\"{Twips.TitleRow}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", WordXml.Fonts(FontRole.XiaoBiaoSong) + "<w:spacing w:val=\"0\"/><w:sz w:val=\"44\"/><w:szCs w:val=\"44\"/>")
            + Paragraph("GwCaption", "题注", "<w:jc w:val=\"center\"/>", WordXml.Fonts(FontRole.Kai))
            + Paragraph("GwRecipients", "主送机关", "", "")
            + Paragraph("GwClosing", "落款", "<w:jc w:val=\"right\"/>", "")
            + Paragraph("GwAnnexLabel", "附件标识", "", WordXml.Fonts(FontRole.Hei))
            + Paragraph("GwTable", "公文表格", $"<w:jc w:val=\"center\"/>", "<w:spacing w:val=\"0\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")
            + Paragraph("GwPaperCell", "表单文字", $"<w:spacing w:line=\"{PaperMeasures.LineTwips}\" w:lineRule=\"exact\"/><w:jc w:val=\"left\"/>", "<w:spacing w:val=\"0\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>")
            + Paragraph("GwPaperLabel", "表单栏目", $"<w:spacing w:line=\"{PaperMeasures.LineTwips}\" w:lineRule=\"exact\"/><w:jc w:val=\"center\"/>", WordXml.Fonts(FontRole.Hei) + "<w:spacing w:val=\"0\"/><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/>")
            + Paragraph("GwImprint", "版记", "<w:spacing w:line=\"454\" w:lineRule=\"exact\"/>", "<w:spacing w:val=\"0\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")
            + Paragraph("GwPageNumber", "公文页码", "<w:spacing w:line=\"280\" w:lineRule=\"exact\"/>", WordXml.Fonts(FontRole.Song) + "<w:spacing w:val=\"0\"/><w:sz w:val=\"28\"/><w:szCs w:val=\"28\"/>")
            + Paragraph("Spacer", "空白", "", "<w:sz w:val=\"2\"/><w:szCs w:val=\"2\"/>")
            + "</w:styles>";
    }

    private static string Paragraph(string id, string name, string properties, string run) =>
        $"<w:style w:type=\"paragraph\" w:customStyle=\"1\" w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:qFormat/><w:pPr>{properties}</w:pPr><w:rPr>{run}</w:rPr></w:style>";
}
