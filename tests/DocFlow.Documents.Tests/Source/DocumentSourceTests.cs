using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Source;

/// <summary>Reading sources: defaults, body rules, and one clear line for whatever is wrong.</summary>
public sealed class DocumentSourceTests
{
    [Fact]
    public void Defaults_follow_kind_and_issuer()
    {
        var document = Read(Sources.Notice());

        Assert.Equal("中共云河市委办公室文件", document.Mark);
        Assert.Equal(["中共云河市委办公室"], document.Signatories);
        Assert.Equal((PageFormat.General, DocumentDirection.Down, Sealing.Seal), (document.Format, document.Direction, document.Sealing));
        Assert.Equal(new DateOnly(2026, 12, 4), document.Date);
    }

    [Theory]
    [InlineData("一、时间安排", HeadingLevel.First, 6)]
    [InlineData("（一）严格审批。“无会周”期间不开会。", HeadingLevel.Second, 8)]
    [InlineData("1.确需召开的", HeadingLevel.Third, 7)]
    [InlineData("（1）内容", HeadingLevel.Fourth, 5)]
    [InlineData("一是抓落实", HeadingLevel.None, 0)]
    [InlineData("3.5亿元用于建设", HeadingLevel.None, 0)]
    public void Markers_give_levels(string text, HeadingLevel level, int headingLength)
    {
        var paragraph = Assert.IsType<Paragraph>(Assert.Single(Read(Sources.Notice(body: text)).Body));

        Assert.Equal((level, headingLength, text), (paragraph.Level, paragraph.HeadingLength, paragraph.Text));
    }

    [Theory]
    [InlineData("(一)加强领导", "（一）加强领导")]
    [InlineData("（二）、加强领导", "（二）加强领导")]
    [InlineData("１．加强领导", "1.加强领导")]
    [InlineData("(１) 加强领导", "（1）加强领导")]
    public void Loose_markers_are_normalised_and_reported(string typed, string expected)
    {
        var reading = DocumentSource.Read(Sources.Notice(body: typed));

        Assert.Equal(expected, Assert.IsType<Paragraph>(reading.Document!.Body[0]).Text);
        Assert.Equal("G-47", Assert.Single(reading.Findings).Rule);
    }

    [Fact]
    public void Brackets_elsewhere_are_left_as_typed() =>
        Assert.Equal("依据云办发[2026]37号", Assert.IsType<Paragraph>(Read(Sources.Notice(body: "依据云办发[2026]37号")).Body[0]).Text);

    [Fact]
    public void Leading_spaces_and_blank_lines_are_ignored() =>
        Assert.Equal(["甲段。", "乙段。"], Read(Sources.Notice(body: "　　甲段。\n\n\n    乙段。\n")).Body.Cast<Paragraph>().Select(paragraph => paragraph.Text));

    [Fact]
    public void Bars_make_a_table_and_a_page_mark_a_page()
    {
        var body = Read(Sources.Notice(body: "见下表。\n| 日期 | 内容 |\n|---|---|\n| 12月7日 | 调研 |\n[页]\n后文。")).Body;

        Assert.Equal(["日期", "内容"], Assert.IsType<SimpleTable>(body[1]).Rows[0]);
        Assert.Equal(2, ((SimpleTable)body[1]).Rows.Count);
        Assert.IsType<PageBreak>(body[2]);
    }

    [Fact]
    public void Annexes_have_their_own_text_or_a_file_beside_the_source()
    {
        var source = Sources.Notice("附件:\n  - 标题: 甲表\n    方向: 横\n    正文: |\n      | 甲 | 乙 |\n      | 1 | 2 |\n  - 标题: 名单\n    文件: list.gw.txt");
        var reading = DocumentSource.Read(source, new SourceReadOptions { ReadSibling = name => name == "list.gw.txt" ? "张三\n李四" : null });

        Assert.True(reading.Document!.Annexes[0].IsLandscape);
        Assert.IsType<SimpleTable>(reading.Document.Annexes[0].Body[0]);
        Assert.Equal(2, reading.Document.Annexes[1].Body.Count);
    }

    [Theory]
    [InlineData("联系人: 张三", "不认识要素“联系人”", 8)]
    [InlineData("成文日期: 2026-12-05", "写了两次", 8)]
    [InlineData("印发日期: 2026-02-30", "不是有效日期", 8)]
    [InlineData("紧急程度: 火急", "不在可选值之内：特急、加急", 8)]
    [InlineData("份号: \"17\"", "6位数字", 8)]
    [InlineData("附注: [甲, 乙]", "应是一行文字", 8)]
    [InlineData("附注: &锚 甲", "锚点", 8)]
    [InlineData("附注: !!binary 甲", "标签", 8)]
    [InlineData("附注: 甲: 乙: 丙", "写法有误", 8)]
    [InlineData("密级: 机密★3年", "涉密", 8)]
    [InlineData("附件:\n  - 标题: 甲\n    装订: 分开", "只能是：一起、单独", 10)]
    [InlineData("附件:\n  - 标题: 甲\n    文件: ../../etc/passwd", "格式不支持", 10)]
    [InlineData("附件:\n  - 标题: 甲\n    文件: ../a.gw.txt", "找不到附件文件", 10)]
    public void What_is_wrong_is_said_with_its_line(string line, string message, int expectedLine)
    {
        var reading = DocumentSource.Read(Sources.Notice(line), new SourceReadOptions { ReadSibling = SourceReadOptions.SiblingsOf(Path.GetTempPath()) });

        Assert.Null(reading.Document);
        var problem = Assert.Single(reading.Problems);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
        Assert.Equal(expectedLine, problem.Line);
    }

    [Theory]
    [InlineData("文种: 通知\n格式: 命令", "只能一同使用")]
    [InlineData("文种: 命令\n格式: 通用", "只能一同使用")]
    [InlineData("文种: 通知\n格式: 纪要", "只用于文种“纪要”")]
    [InlineData("文种: 请示\n格式: 信函", "没有签发人的位置")]
    public void Formats_that_a_kind_or_direction_does_not_have_are_refused_with_one_line(string front, string message)
    {
        var reading = DocumentSource.Read(Sources.Notice().Replace("文种: 通知", front, StringComparison.Ordinal));

        Assert.Contains(message, Assert.Single(reading.Problems).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("签发人: 陆明", "只用于上行文")]
    [InlineData("令号: 第1号", "只用于命令格式")]
    [InlineData("出席: 陆明", "只用于纪要格式")]
    [InlineData("用印: 签名章", "应写明“签名")]
    [InlineData("签名: {职务: 市长, 姓名: 周一川}", "只与“用印: 签名章”一同使用")]
    [InlineData("用印: 签名章\n签名: {职务: 市长}", "应写明职务和姓名")]
    [InlineData("用印: 签名章\n签名: 周一川", "应写作")]
    public void Elements_without_a_place_are_refused_rather_than_dropped(string front, string message) =>
        Assert.Contains(message, Assert.Single(DocumentSource.Read(Sources.Notice(front)).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("秘密级")]
    [InlineData("机密3年")]
    public void A_classification_has_its_form(string text) =>
        Assert.Contains("密级应为", Assert.Single(DocumentSource.Read(Sources.Notice("密级: " + text), new SourceReadOptions { AllowsClassified = true }).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("文种: 报告", "", DocumentDirection.Up, PageFormat.General, "中共云河市委办公室文件")]
    [InlineData("文种: 函", "", DocumentDirection.Level, PageFormat.Letter, "中共云河市委办公室")]
    [InlineData("文种: 命令", "", DocumentDirection.Down, PageFormat.Order, "中共云河市委办公室令")]
    [InlineData("文种: 公告", "", DocumentDirection.Public, PageFormat.General, "中共云河市委办公室文件")]
    [InlineData("文种: 纪要", "发文机关标志: 主任办公会议纪要", DocumentDirection.Down, PageFormat.Minutes, "主任办公会议纪要")]
    public void Format_direction_and_mark_follow_the_kind(string kind, string front, DocumentDirection direction, PageFormat format, string mark)
    {
        var document = Read(Sources.Notice(front).Replace("文种: 通知", kind, StringComparison.Ordinal));

        Assert.Equal((direction, format, mark), (document.Direction, document.Format, document.Mark));
    }

    [Theory]
    [InlineData("", "甲乙文件", 2)]
    [InlineData("发文机关标志: 甲文件", "甲文件", 0)]
    [InlineData("发文机关标志: [甲, 丙]", "甲丙文件", 2)]
    public void A_joint_mark_stacks_its_names_unless_it_is_written_out(string front, string mark, int names)
    {
        var document = Read(Sources.Notice(front).Replace("发文机关: " + Sources.Issuer, "发文机关: [甲, 乙]", StringComparison.Ordinal));

        Assert.Equal((mark, names), (document.Mark, document.MarkNames.Count));
    }

    [Fact]
    public void Minutes_need_their_mark_written_out() =>
        Assert.Contains("发文机关标志", Assert.Single(DocumentSource.Read(Sources.Notice().Replace("文种: 通知", "文种: 纪要", StringComparison.Ordinal)).Problems).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("没有文头", "---")]
    [InlineData("---\n文种: 通知\n", "缺少单独一行")]
    [InlineData("---\n---\n正文", "缺少要素“文种”")]
    [InlineData("---\n- 甲\n---\n", "各行")]
    public void A_broken_frame_is_said(string source, string message) =>
        Assert.Contains(DocumentSource.Read(source).Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal));

    [Fact]
    public void Control_characters_are_refused_with_their_line()
    {
        var source = "---\n文种: 通知\n---\n甲段。\n正\u0007文";

        Assert.Equal(5, Assert.Single(DocumentSource.Read(source).Problems).Line);
    }

    [Fact]
    public void A_bomb_of_aliases_is_refused()
    {
        var bomb = "---\na: &a [x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b]\n---\n";

        Assert.Contains("锚点", Assert.Single(DocumentSource.Read(bomb).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Too_much_text_is_refused_and_what_is_allowed_is_set_in_linear_time()
    {
        Assert.Contains("超过上限", Assert.Single(DocumentSource.Read(new string('字', 5_000_000)).Problems).Message, StringComparison.Ordinal);

        // 600,000 characters without any punctuation: hours if a row's cost grew with the paragraph's length.
        var document = Read(Sources.Notice(body: string.Concat(Enumerable.Repeat(Sources.PlainWords, 10_000))));
        var typeset = new DocFlow.Documents.Typesetting.Typesetter(TestFonts.Library).Typeset(document);
        Assert.InRange(typeset.Pages.Count, 1000, 1100);
    }

    [Fact]
    public void A_script_in_a_title_is_plain_text()
    {
        var pdf = MeasuredPdf.Of(Sources.Notice(title: "\"甲关于<script>alert(1)<／script>的通知\""));

        Assert.Contains("<script>alert(1)", string.Concat(pdf.Pages[0].Rows.Select(row => row.Text)), StringComparison.Ordinal);
    }

    private static OfficialDocument Read(string source)
    {
        var reading = DocumentSource.Read(source);
        Assert.Empty(reading.Problems);
        return reading.Document!;
    }
}
