using DocFlow.Documents.Model;
using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Pdf;

/// <summary>What is read out of a PDF is what was typed.</summary>
public sealed class ExtractionTests
{
    public static TheoryData<string> Samples() =>
        new(Directory.GetFiles(RepositoryFolder.Templates, "sample.gw.txt", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(RepositoryFolder.Templates, Path.GetDirectoryName(path)!))
            .Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Samples))]
    [Trait("Rule", "G-13")]
    public void Every_paragraph_of_a_sample_is_read_out_as_typed(string sample)
    {
        var text = File.ReadAllText(Path.Combine(RepositoryFolder.Templates, sample, "sample.gw.txt"));
        AssertReadOut(text);
    }

    [Fact]
    [Trait("Rule", "G-13")]
    public void Common_and_rare_characters_are_read_out_as_themselves() =>
        AssertReadOut(Sources.Notice(body: "人人参与，一心一意，二〇二六年八月，大小山水木火土金日月。\n李玥、王喆、张堃昇祎珺，⑳项，300㎡，36.5℃，№5，《办法》第3—5条……"));

    private static void AssertReadOut(string source)
    {
        var document = DocumentSource.Read(source).Document!;
        var read = string.Concat(MeasuredPdf.Of(source).Pages.SelectMany(page => page.TextRows).Select(row => row.Text));
        Assert.DoesNotContain(read, character => character is >= '\u2e80' and <= '\u2fdf');
        Assert.Contains(document.Title.Replace("/", "", StringComparison.Ordinal), read, StringComparison.Ordinal);
        Assert.All(document.Body.OfType<Paragraph>(), paragraph => Assert.Contains(paragraph.Text, read, StringComparison.Ordinal));
    }
}
