using System.IO.Compression;
using System.Text;
using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Source;

/// <summary>An annex that was written in Word is set as the text, headings and tables that stand in it, or refused with what can't be set.</summary>
public sealed class WordAnnexTests
{
    private const string Namespace = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
    private const string Table = "<w:tbl><w:tblGrid/><w:tr><w:tc><w:p>{0}</w:p></w:tc><w:tc><w:p><w:r><w:t>内容|备注</w:t></w:r></w:p></w:tc></w:tr><w:tr><w:tc><w:p><w:r><w:t>12月7日</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl>";

    [Fact]
    public void Paragraphs_numbers_tables_and_pages_become_lines_of_a_source()
    {
        var numbering = $"<w:numbering {Namespace}><w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/><w:numFmt w:val=\"chineseCounting\"/><w:lvlText w:val=\"%1、\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>";
        var word = Word(
            "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t>安排</w:t></w:r></w:p><w:p/><w:p><w:r><w:t>|开头的竖线</w:t></w:r></w:p>"
            + Table.Replace("{0}", "<w:r><w:t>日期</w:t></w:r>", StringComparison.Ordinal)
            + "<w:p><w:pPr><w:pageBreakBefore/></w:pPr><w:r><w:t>第二页</w:t></w:r></w:p><w:p><w:r><w:t>---</w:t></w:r></w:p>", numbering);

        Assert.Equal("一、安排\n｜开头的竖线\n| 日期 | 内容｜备注 |\n| 12月7日 |  |\n[页]\n第二页\n“---”\n", WordAnnex.TextOf(word));
    }

    [Fact]
    public void A_source_takes_its_annex_from_the_word_file_beside_it()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, "安排.docx"), Word("<w:p><w:r><w:t>一、安排</w:t></w:r></w:p>" + Table.Replace("{0}", "<w:r><w:t>日期</w:t></w:r>", StringComparison.Ordinal), null));
            var body = DocumentSource.Read(Sources.Notice("附件:\n  - 标题: 安排\n    文件: 安排.docx"), new SourceReadOptions { ReadSibling = SourceReadOptions.SiblingsOf(folder.FullName) }).Document!.Annexes[0].Body;

            Assert.Equal(HeadingLevel.First, Assert.IsType<Paragraph>(body[0]).Level);
            Assert.Equal([["日期", "内容｜备注"], ["12月7日", ""]], Assert.IsType<SimpleTable>(body[1]).Rows);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>", "上\n下\n")]
    [InlineData("<w:p><w:r><w:t>上</w:t><w:br w:type=\"page\"/><w:t>下</w:t></w:r></w:p>", "上\n[页]\n下\n")]
    [InlineData("<w:p><w:r><w:t>甲</w:t><w:tab/><w:t>乙</w:t></w:r><w:hyperlink><w:r><w:t>丙</w:t></w:r></w:hyperlink></w:p>", "甲 乙丙\n")]
    [InlineData("<w:tbl><w:tr><w:tc><w:p><w:r><w:t>上</w:t></w:r></w:p><w:p><w:r><w:t>下</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "| 上 下 |\n")]
    [InlineData("<w:tbl><w:sdt><w:sdtContent><w:tr><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>甲</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:sdtContent></w:sdt></w:tbl>", "| 甲 |\n")]
    [InlineData("<w:sdt><w:sdtContent><w:p><w:r><w:t>框中</w:t></w:r></w:p></w:sdtContent></w:sdt>", "框中\n")]
    [InlineData("<w:tbl/><w:tbl><w:tr/></w:tbl>", "")]
    public void Nothing_that_is_written_is_lost(string body, string text) => Assert.Equal(text, WordAnnex.TextOf(Word(body, null)));

    [Theory]
    [InlineData("<w:tbl><w:tr><w:tc/><w:tc><w:p><w:r><w:t>乙</w:t></w:r></w:p></w:tc></w:tr></w:tbl>", "没有段落的单元格1处")]
    [InlineData("<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r></w:p>", "字体符号1处")]
    [InlineData("<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>暗</w:t></w:r></w:p>", "隐藏文字1处")]
    [InlineData("<w:p><w:moveTo w:id=\"1\"><w:r><w:t>移</w:t></w:r></w:moveTo></w:p>", "未接受的修订")]
    [InlineData("<w:p><w:r><w:drawing/></w:r></w:p>", "图片或图形1处")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", "合并的单元格1处")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl>", "合并的单元格1处")]
    [InlineData("<w:p><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>", "脚注或尾注1处")]
    [InlineData("<w:p><w:ins w:id=\"1\"><w:r><w:t>加</w:t></w:r></w:ins></w:p>", "未接受的修订")]
    [InlineData("<w:tbl><w:tr><w:tc><w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl><w:p/></w:tc></w:tr></w:tbl>", "表格中的表格1处")]
    public void What_a_text_cannot_have_is_named_and_refused(string body, string says)
    {
        var refused = Assert.Throws<UnreadableFileException>(() => WordAnnex.TextOf(Word("<w:p><w:r><w:t>正文</w:t></w:r></w:p>" + body, null)));
        Assert.Contains(says, refused.Message, StringComparison.Ordinal);

        var reading = DocumentSource.Read(Sources.Notice("附件:\n  - 标题: 安排\n    文件: 安排.docx"), new SourceReadOptions { ReadSibling = _ => throw refused });
        Assert.Null(reading.Document);
        Assert.Contains(reading.Problems, problem => problem.Message.Contains("附件文件“安排.docx”不能排入", StringComparison.Ordinal));
    }

    [Fact]
    public void What_is_no_word_file_is_refused() => Assert.Throws<UnreadableFileException>(() => WordAnnex.TextOf(Encoding.UTF8.GetBytes("不是")));

    private static byte[] Word(string body, string? numbering)
    {
        using var stream = new MemoryStream();
        using (var archive = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            Add("word/document.xml", $"<w:document {Namespace}><w:body>{body}<w:sectPr/></w:body></w:document>");
            if (numbering is not null)
                Add("word/numbering.xml", numbering);

            void Add(string name, string xml)
            {
                using var part = archive.CreateEntry(name).Open();
                part.Write(Encoding.UTF8.GetBytes(xml));
            }
        }

        return stream.ToArray();
    }
}
