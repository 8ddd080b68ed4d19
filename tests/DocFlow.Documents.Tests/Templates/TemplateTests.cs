using DocFlow.Documents.Checking;
using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Templates;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Templates;

/// <summary>Every template in the repository, and what hostile data or a broken template comes to.</summary>
public sealed class TemplateTests
{
    private const string Template = "---\n文种: 通知\n发文机关: 甲\n标题: 甲关于{{ subject }}的通知\n主送: \"{{ recipients }}\"\n---\n{{ text }}\n";

    public static TheoryData<string> Folders() =>
        new(Directory.GetFiles(RepositoryFolder.Templates, "template.gw.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Templates, Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Folders))]
    public void Template_filled_with_its_sample_data_has_no_blocking_finding(string folder)
    {
        var path = Path.Combine(RepositoryFolder.Templates, folder);
        var filled = TemplateFiller.Fill(File.ReadAllText(Path.Combine(path, "template.gw.txt")), File.ReadAllText(Path.Combine(path, "sample.json")));
        Assert.Null(filled.Problem);
        var reading = DocumentSource.Read(filled.Source!);

        Assert.Empty(reading.Problems);
        Assert.DoesNotContain(DocumentChecker.Check(reading.Document!), finding => finding.Severity == FindingSeverity.Blocking);
        Assert.DoesNotContain("{{", filled.Source, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Folders))]
    public void Sample_holds_the_rules_that_every_page_must(string folder)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Templates, folder, "sample.gw.txt"));
        var reading = DocumentSource.Read(text);
        Assert.Empty(reading.Problems);
        Assert.DoesNotContain(DocumentChecker.Check(reading.Document!), finding => finding.Severity == FindingSeverity.Blocking);
        var pdf = MeasuredPdf.Of(text);

        var markTop = SpecialSources.MarkTopOf(reading.Document!.Format);
        Assert.Equal(markTop, pdf.Pages[0].Rows.Where(row => row.Glyphs.All(glyph => glyph.IsRed)).SelectMany(row => row.Glyphs).Min(glyph => glyph.InkTop), 1.0);
        if (reading.Document.Format != PageFormat.Letter)
        {
            Assert.Equal(0, pdf.Pages.Count % 2);
            Assert.Equal(262, pdf.Pages[^1].Lines.Max(line => line.Y), 1.0);
        }

        Assert.All(pdf.AllRows, row => Assert.InRange(row.Left, 27.5, 184.5));
        Assert.All(pdf.AllRows, row => Assert.InRange(row.InkRight, 27.5, 184.5));
    }

    [Theory]
    [InlineData("甲\n签发人: 乙")]
    [InlineData("\"\n密级: 绝密\n附注: \"")]
    [InlineData("甲]\n---\n正文")]
    public void A_value_cannot_add_elements(string value)
    {
        var data = System.Text.Json.JsonSerializer.Serialize(new { subject = "开会", recipients = value, text = "请知悉。" });
        var reading = DocumentSource.Read(TemplateFiller.Fill(Template, data).Source!);

        Assert.Empty(reading.Problems);
        Assert.Empty(reading.Document!.Signers);
        Assert.Null(reading.Document.Classification);
        Assert.Single(reading.Document.Body);
    }

    [Theory]
    [InlineData("{% for %}")]
    [InlineData("{{ 坏的")]
    [InlineData("{% if a %}没有结束")]
    public void A_broken_statement_is_refused_with_its_line(string statement)
    {
        var filled = TemplateFiller.Fill(Template.Replace("{{ subject }}", statement, StringComparison.Ordinal), "{}");

        Assert.Equal(4, filled.Problem!.Line);
        Assert.Contains("模板语句有误", filled.Problem.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void An_endless_loop_is_stopped()
    {
        var filled = TemplateFiller.Fill(Template.Replace("{{ text }}", "{% for a in (1..100000) %}{% for b in (1..100000) %}字{% endfor %}{% endfor %}", StringComparison.Ordinal), "{}");

        Assert.NotNull(filled.Problem);
    }

    [Theory]
    [InlineData("[]")]
    [InlineData("{")]
    [InlineData("\"文字\"")]
    public void Data_that_is_no_object_is_refused(string json) => Assert.Contains("JSON", TemplateFiller.Fill(Template, json).Problem!.Message, StringComparison.Ordinal);
}
