using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Word and PDF hold the same rows on the same pages in the same places in the formats beside the general one, too.</summary>
public sealed class FormatAgreement(ITestOutputHelper output)
{
    private const double Tolerance = 1.0;

    [Theory]
    [InlineData(RuleDocuments.Upward)]
    [InlineData(RuleDocuments.UpwardByOne)]
    [InlineData(RuleDocuments.Letter)]
    [InlineData(RuleDocuments.LongLetter)]
    [InlineData(RuleDocuments.Order)]
    [InlineData(RuleDocuments.Minutes)]
    [InlineData(RuleDocuments.Joint)]
    [InlineData(RuleDocuments.Sealed)]
    [InlineData(RuleDocuments.JointSealed)]
    [InlineData(RuleDocuments.Stamped)]
    [InlineData(RuleDocuments.Detached)]
    [InlineData(RuleDocuments.Resolution)]
    [InlineData(RuleDocuments.Classified)]
    [InlineData(RuleDocuments.ManySealed)]
    [InlineData(RuleDocuments.LetterSealed)]
    public void Rows_agree_in_text_page_and_place(string name)
    {
        var (pdf, word) = (RuleDocuments.Measure(name, "pdf"), RuleDocuments.Measure(name, "docx"));
        var agreement = Agreement.Of(pdf, word, Tolerance);
        output.WriteLine($"{name}: {pdf.Pages.Count}/{word.Pages.Count} pages, {agreement}");
        foreach (var difference in agreement.Differences)
            output.WriteLine("    " + difference);
        Assert.Equal(pdf.Pages.Count, word.Pages.Count);
        Assert.Equal(agreement.Rows, agreement.SamePlace);
    }
}
