using System.Text.RegularExpressions;
using DocFlow.Documents.Tests.Measuring;
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

    [Theory]
    [InlineData("依据云办发〔2026〕12号执行", "云办发〔2026〕12号")]
    [InlineData("按照第十二条云办发〔2026〕3号办理", "第十二条云办发〔2026〕3号")]
    [InlineData("印发3个云办发〔2026〕3号文件", "云办发〔2026〕3号")]
    [InlineData("中共云河市委办公室文件〔2026〕", "市委办公室文件〔2026〕")]
    [InlineData("云办发〔26〕号", "26")]
    public void A_number_is_kept_whole_with_at_most_eight_characters_before_its_year(string text, string whole)
    {
        var start = text.IndexOf(whole, StringComparison.Ordinal);
        var forbidden = BreakRules.ForbiddenBreaks(text);

        Assert.All(Enumerable.Range(start + 1, whole.Length - 1), at => Assert.True(forbidden[at], $"{at}"));
    }

    // The one pattern that says what is kept whole, tried at every character.
    [Fact]
    public void What_is_kept_whole_is_what_the_plain_pattern_says()
    {
        const string plain = @"[\u4e00-\u9fa5]{0,8}〔\d{4}〕\d{0,6}号?|第[\d一二三四五六七八九十百零]{1,6}[条款项章节期号次届]|\d[\d.,:]{0,15}(?:[年月日时分秒号万亿元个名人次项条％%‰℃㎡㎥㎏㎞米亩吨户件]|平方米|公里|工作日)?|—{2,3}|…{2}";
        foreach (var text in GeneratedSources.All.Values.SelectMany(source => source.Split('\n')))
        {
            var forbidden = BreakRules.ForbiddenBreaks(text);
            var inside = new bool[text.Length + 1];
            foreach (Match match in Regex.Matches(text, plain))
                inside.AsSpan(match.Index + 1, match.Length - 1).Fill(true);

            // Between two Chinese characters nothing else forbids a break.
            Assert.All(Enumerable.Range(1, Math.Max(0, text.Length - 1)), at => Assert.True(inside[at] ? forbidden[at] : !forbidden[at] || !IsHan(text[at - 1]) || !IsHan(text[at]), text));
        }

        static bool IsHan(char character) => character is >= '\u4e00' and <= '\u9fa5';
    }
}
