using DocFlow.Documents.Preview;
using DocFlow.Documents.Source;
using DocFlow.Documents.Templates;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;
using DocFlow.Documents.Word;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;

namespace DocFlow.Documents.Tests.Source;

/// <summary>Texts and templates that come broken or hostile: one clear line each, or a harmless page.</summary>
public sealed class HostileSourceTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("docflow-source-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [InlineData(0)]
    [InlineData(0x1b)]
    [InlineData(0xd83d)]
    [InlineData(0xde00)]
    [InlineData(0xffff)]
    public void Characters_that_no_text_holds_are_refused_with_their_line(int character)
    {
        var problem = Assert.Single(DocumentSource.Read(Sources.Notice(body: $"甲段。\n正{(char)character}文")).Problems);
        Assert.Equal(11, problem.Line);
        Assert.Contains($"U+{character:X4}", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("附注: \"甲\\x07乙\"")]
    [InlineData("附注: \"甲\\0乙\"")]
    public void Escapes_in_quotes_cannot_bring_them_in(string line) =>
        Assert.Equal(8, Assert.Single(DocumentSource.Read(Sources.Notice(line)).Problems).Line);

    [Fact]
    public void Byte_order_mark_and_carriage_returns_change_nothing()
    {
        var plain = DocumentSource.Read(Sources.Notice(Sources.Imprint));
        var marked = DocumentSource.Read('\ufeff' + Sources.Notice(Sources.Imprint).ReplaceLineEndings("\r\n"));

        Assert.Empty(marked.Problems);
        Assert.Equal(Pdf(plain.Document!), Pdf(marked.Document!));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("\ufeff")]
    public void An_empty_file_is_refused_on_line_1(string text) => Assert.Equal(1, Assert.Single(DocumentSource.Read(text).Problems).Line);

    [Theory]
    [InlineData("发文机关", "最多并列10个机关")]
    [InlineData("署名", "最多10个，现有500个")]
    public void More_organs_than_a_page_holds_are_refused(string element, string message)
    {
        var names = $"[{string.Join(", ", Enumerable.Range(1, 500).Select(number => $"第{number}局"))}]";
        var source = element == "发文机关" ? SpecialSources.Joint(names.Trim('[', ']')) : Sources.Notice($"署名: {names}");
        Assert.Contains(DocumentSource.Read(source).Problems, problem => problem.Message.Contains(message, StringComparison.Ordinal) && problem.Line > 1);
    }

    [Fact]
    public void A_joint_document_with_more_seals_than_a_page_holds_is_set_and_found()
    {
        var names = string.Join(", ", Enumerable.Range(1, 10).Select(number => $"云河市第{number}届全民健身运动会筹备工作领导小组办公室"));
        var typeset = new Typesetter(TestFonts.Library).Typeset(Sources.Read(Sources.Notice($"署名: [{names}]")));
        Assert.Contains(typeset.Findings, finding => finding is { Rule: "G-05", Severity: DocFlow.Documents.Checking.FindingSeverity.Blocking });
    }

    [Theory]
    [InlineData("命令", "令号: \"第1号\\u0007\"")]
    [InlineData("请示", "签发人: [[甲]]")]
    [InlineData("纪要", "发文机关标志: {甲: 乙}")]
    [InlineData("议案", "用印: 签名章\n签名: [甲, 乙]")]
    public void Broken_elements_of_other_kinds_are_refused_with_their_line(string kind, string front) =>
        Assert.All(DocumentSource.Read(Sources.Notice(front).Replace("文种: 通知", "文种: " + kind, StringComparison.Ordinal)).Problems, problem => Assert.NotEmpty(problem.Message));

    [Theory]
    [InlineData("签发人", "请示")]
    [InlineData("出席", "纪要")]
    public void Long_elements_of_other_kinds_are_set_within_the_type_area(string element, string kind)
    {
        var words = string.Concat(Enumerable.Repeat(Sources.PlainWords, 200));
        var source = Sources.Notice($"{element}: {words}\n发文机关标志: {kind}").Replace("文种: 通知", "文种: " + kind, StringComparison.Ordinal);
        Assert.All(MeasuredPdf.Of(source).Pages.SelectMany(page => page.TextRows), row => Assert.InRange(row.InkRight, 27, 185));
    }

    [Fact]
    public void A_script_in_a_title_is_harmless_in_every_file()
    {
        const string title = "甲关于<script>alert('&amp;')<／script>的通知";
        var document = DocumentSource.Read(Sources.Notice(title: $"\"{title}\"")).Document!;
        var typeset = new Typesetter(TestFonts.Library).Typeset(document);
        Assert.Equal(title, string.Concat(MeasuredPdf.Read(Pdf(document)).Pages[0].Rows.Where(row => Math.Abs(row.Size - 22) < 0.5).Select(row => row.Text)));
        Assert.Contains("<script>", string.Concat(PageTextLayer.Of(typeset.Pages[0]).Select(word => word.Text)), StringComparison.Ordinal);

        using var stream = new MemoryStream();
        WordWriter.Write(document, typeset, stream);
        using var word = WordprocessingDocument.Open(stream, false);
        Assert.Empty(new OpenXmlValidator().Validate(word));
        Assert.Contains(word.MainDocumentPart!.Document!.Descendants<DocumentFormat.OpenXml.Wordprocessing.Paragraph>(), paragraph => paragraph.InnerText == title);
    }

    [Theory]
    [InlineData("../outside.gw.txt", "找不到附件文件")]
    [InlineData("/etc/a.gw.txt", "找不到附件文件")]
    [InlineData("..\\outside.gw.txt", "找不到附件文件")]
    [InlineData("missing.gw.txt", "找不到附件文件")]
    [InlineData("folder.gw.txt", "找不到附件文件")]
    [InlineData("broken.gw.txt", "无法读取")]
    [InlineData("control.gw.txt", "有误")]
    public void An_annex_file_that_cannot_be_taken_is_said_with_its_line(string file, string message)
    {
        var inner = Directory.CreateDirectory(Path.Combine(_folder, "inner")).FullName;
        File.WriteAllText(Path.Combine(_folder, "outside.gw.txt"), "外面的文字");
        Directory.CreateDirectory(Path.Combine(inner, "folder.gw.txt"));
        File.WriteAllBytes(Path.Combine(inner, "broken.gw.txt"), [0xB9, 0xFA, 0xBC, 0xD2]);
        File.WriteAllText(Path.Combine(inner, "control.gw.txt"), "正\u0007文");
        var reading = DocumentSource.Read(Sources.Notice($"附件:\n  - 标题: 甲\n    文件: {file}"), new SourceReadOptions { ReadSibling = SourceReadOptions.SiblingsOf(inner) });

        var problem = Assert.Single(reading.Problems);
        Assert.Equal(10, problem.Line);
        Assert.Contains(message, problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{{ text | 没有 }}")]
    [InlineData("{{ text | nosuchfilter }}")]
    [InlineData("{% nosuchtag %}")]
    [InlineData("{% for a in (1..100000) %}{% for b in (1..100000) %}字{% endfor %}{% endfor %}")]
    public void A_template_that_cannot_run_is_refused_with_its_line(string statement)
    {
        var filled = TemplateFiller.Fill($"---\n文种: 通知\n标题: 甲关于乙的通知\n---\n甲段。\n{statement}\n", "{\"text\":\"文\"}");

        Assert.Null(filled.Source);
        Assert.InRange(filled.Problem!.Line, 5, 6);
        Assert.Contains("模板", filled.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_largest_allowed_text_takes_twice_the_time_of_half_of_it()
    {
        Set(50_000);
        var half = Set(300_000);
        var whole = Set(600_000);

        // Linear is a factor of 2; quadratic one of 4 or more. Allocations don't depend on what else the machine does.
        Assert.InRange((double)whole / half, 1.5, 2.6);

        static long Set(int characters)
        {
            var document = DocumentSource.Read(Sources.Notice(body: string.Concat(Enumerable.Repeat(Sources.PlainWords + "，", characters / 64)))).Document!;
            var before = GC.GetAllocatedBytesForCurrentThread();
            var typeset = new Typesetter(TestFonts.Library).Typeset(document);
            MeasuredPdf.Write(typeset);
            WordWriter.Write(document, typeset, Stream.Null);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    private static byte[] Pdf(DocFlow.Documents.Model.OfficialDocument document) => MeasuredPdf.Write(new Typesetter(TestFonts.Library).Typeset(document));
}
