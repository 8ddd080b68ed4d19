using DocFlow.Documents.Checking;
using DocFlow.Office.Citations;

namespace DocFlow.Office.Tests.Citations;

/// <summary>What an answer says of what it answers, held against the register.</summary>
[Trait("Journey", "J12")]
public sealed class CitationRuleTests
{
    private static readonly OriginCitation Letter = new("m", "关于调整青禾县综合值班安排的请示", "青禾县委办公室", "青办〔2026〕19号");

    [Theory]
    [InlineData("你办《关于调整青禾县综合值班安排的请示》（青办〔2026〕19号）收悉。", null, null)]
    [InlineData("你办《关于调整青禾县综合值班安排的请示》（青办〔2026〕91号）收悉。", FindingSeverity.Blocking, "登记的文号是青办〔2026〕19号，文中写作青办〔2026〕91号")]
    [InlineData("你办《关于调整青禾县综合值班安排的请示》(青办[2026]19号)收悉。", FindingSeverity.Blocking, "文中写作青办[2026]19号")]
    [InlineData("你办《关于调整青禾县值班安排的请示》（青办〔2026〕19号）收悉。", FindingSeverity.Blocking, "登记的标题是《关于调整青禾县综合值班安排的请示》")]
    [InlineData("根据《条例》（云发〔2020〕1号），同意。", FindingSeverity.Warning, "没有引用来文")]
    public void A_citation_is_held_against_the_register(string text, FindingSeverity? severity, string? reason)
    {
        var findings = CitationRule.Check($"---\n标题: 批复\n---\n{text}\n", Letter);

        if (severity is null)
            Assert.Empty(findings);
        else
            Assert.Equal((severity, true), (Assert.Single(findings).Severity, findings[0].Message.Contains(reason!, StringComparison.Ordinal)));
    }

    [Fact]
    public void The_line_is_named_and_a_letter_without_number_is_not_asked_for()
    {
        Assert.Equal(4, CitationRule.Check("---\n标题: 批复\n---\n你办《关于调整青禾县综合值班安排的请示》（青办〔2026〕91号）收悉。", Letter)[0].Line);
        Assert.Empty(CitationRule.Check("---\n---\n同意。", Letter with { Number = null }));
    }
}
