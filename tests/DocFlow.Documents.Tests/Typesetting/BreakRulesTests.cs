using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>Where rows may not break, beyond the standard's lists.</summary>
public sealed class BreakRulesTests
{
    [Theory]
    [InlineData("水平、GDP增长", 3)]
    [InlineData("（试行）APP使用", 4)]
    [InlineData("“云河通”V2.0版", 5)]
    public void A_latin_word_stays_with_the_mark_before_it(string text, int at) => Assert.True(BreakRules.ForbiddenBreaks(text)[at]);

    [Theory]
    [InlineData("水平、安全", 3)]
    [InlineData("增长，15.5%", 3)]
    [InlineData("推广APP使用", 2)]
    public void Other_words_may_start_a_row(string text, int at) => Assert.False(BreakRules.ForbiddenBreaks(text)[at]);
}
