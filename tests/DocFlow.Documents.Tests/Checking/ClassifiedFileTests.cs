using DocFlow.Documents.Checking;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Tests.Rules;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>What is uploaded and bears a 密级 is refused by an ordinary installation, whatever its kind, and checked by one that was approved for it.</summary>
public sealed class ClassifiedFileTests
{
    [Theory]
    [InlineData("a.docx")]
    [InlineData("a.pdf")]
    [InlineData("a.gw.txt")]
    public void A_classified_file_is_refused_unless_it_is_allowed(string name)
    {
        var file = new OutsideFile(name, ContentOf(name));

        Assert.Contains("涉密", Assert.Throws<UnreadableFileException>(() => (file with { AllowsClassified = false }).Check()).Message, StringComparison.Ordinal);
        Assert.DoesNotContain((file with { AllowsClassified = true }).Check(), finding => finding.Rule is "G-20" or "G-21" or "G-22" or "G-23" or "P-26");
    }

    [Fact]
    public void Nothing_is_allowed_unless_the_environment_says_so() => Assert.False(new OutsideFile("a.pdf", []).AllowsClassified);

    private static byte[] ContentOf(string name) => name switch
    {
        "a.docx" => RuleDocuments.Word(RuleDocuments.Classified),
        "a.pdf" => RuleDocuments.Measure(RuleDocuments.Classified, "pdf").Bytes,
        _ => System.Text.Encoding.UTF8.GetBytes(Sources.Notice($"份号: \"000017\"\n密级: 机密★3年\n紧急程度: 特急\n{Sources.Imprint}")),
    };
}
