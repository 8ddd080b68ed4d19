using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Rules;

/// <summary>Running text, measured on both files (GB/T 9704 7.3.3, GB/T 15834).</summary>
public sealed class TextRulesOnPages
{
    public static TheoryData<string> Files => RuleDocuments.Files;

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-45")]
    public void Page_1_shows_text_however_many_recipients_there_are(string file) =>
        Assert.Contains(RuleDocuments.Measure(RuleDocuments.ManyRecipients, file).Pages[0].Rows, row => row.Text.StartsWith("经研究", StringComparison.Ordinal));

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-46")]
    public void Paragraphs_start_two_characters_in_and_wrap_flush(string file)
    {
        var rows = RuleDocuments.Measure(RuleDocuments.Long, file).Pages[1].TextRows.ToList();
        var first = rows.FindIndex(row => row.Text.StartsWith(Sources.PlainWords[..4], StringComparison.Ordinal) && row.Left > 35);
        Assert.Equal(28 + 11.14, rows[first].Left, 0.8);
        Assert.Equal(28, rows[first + 1].Left, 0.8);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-47")]
    public void Levels_have_their_families_in_size_3(string file)
    {
        var rows = RuleDocuments.Measure(RuleDocuments.Full, file).AllRows.ToList();
        foreach (var (start, family) in new[] { ("一、时间", "Hei"), ("（一）", "Kai"), ("1.确需", "Fang"), ("（1）", "Fang") })
        {
            var row = rows.First(row => row.Text.StartsWith(start, StringComparison.Ordinal));
            Assert.Contains(family, row.Glyphs.First(glyph => glyph.Text[0] > 0x4e00 && glyph.Text[0] < 0xa000).Font, StringComparison.Ordinal);
            Assert.All(row.Glyphs, glyph => Assert.Equal(16, glyph.Size, 0.3));
            Assert.All(row.Glyphs, glyph => Assert.DoesNotContain("Bold", glyph.Font, StringComparison.Ordinal));
        }

        var runIn = rows.First(row => row.Text.StartsWith("（一）", StringComparison.Ordinal));
        Assert.Contains("Fang", runIn.Glyphs.First(glyph => glyph.Text == "期").Font, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-48")]
    public void Levels_come_out_in_the_order_and_with_the_numbers_that_were_written(string file)
    {
        string[] markers = ["一、", "（一）", "1.", "（1）", "二、"];
        var rows = RuleDocuments.Measure(RuleDocuments.Full, file).Pages.Take(2).SelectMany(page => page.TextRows).Where(row => row.Left > 38).ToList();
        Assert.Equal(markers, rows.Select(row => markers.FirstOrDefault(marker => row.Text.StartsWith(marker, StringComparison.Ordinal))).Where(marker => marker is not null));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-95")]
    public void No_paragraph_ends_in_a_row_of_one_character(string file)
    {
        foreach (var name in new[] { RuleDocuments.Punctuated, RuleDocuments.Long, RuleDocuments.Full, RuleDocuments.LongLetter })
        {
            // Rows that end a paragraph of running text: the next one is indented.
            var rows = RuleDocuments.Measure(name, file).Pages.SelectMany(page => page.TextRows).Where(row => Math.Abs(row.Size - 16) < 0.3).ToList();
            // What stands behind a word that can't be parted may be alone.
            var last = rows.Zip(rows.Skip(1), rows.Skip(2)).Where(row => !char.IsAscii(row.First.Text[^1]) && Math.Abs(row.Second.Left - 28) < 1 && row.Third.Left > 38 && row.Third.Left < 40).Select(row => row.Second.Text).ToList();

            Assert.NotEmpty(last);
            Assert.All(last, text => Assert.True(text.Count(character => !char.IsPunctuation(character)) > 1, text));
        }
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-61")]
    public void The_words_此页无正文_are_never_set(string file) =>
        Assert.All(new[] { RuleDocuments.Full, RuleDocuments.Short, RuleDocuments.Long }, name =>
            Assert.DoesNotContain(RuleDocuments.Measure(name, file).AllRows, row => row.Text.Contains("无正文", StringComparison.Ordinal)));

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-90")]
    public void No_row_starts_or_ends_with_forbidden_punctuation(string file)
    {
        var rows = Punctuated(file);
        Assert.True(rows.Count > 150);
        Assert.All(rows, row => Assert.DoesNotContain(row.Text[0], "。，、；：？！）〕】》〉」』”’"));
        Assert.All(rows, row => Assert.DoesNotContain(row.Text[^1], "（〔【《〈「『“‘"));
        Assert.All(rows, row => Assert.InRange(row.Glyphs[^1].InkRight, 28, 184.3));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-91")]
    public void Dashes_and_dots_are_not_parted(string file)
    {
        var rows = Punctuated(file);
        Assert.Contains(rows, row => row.Text.Contains("——", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.Text.Contains("……", StringComparison.Ordinal));
        Assert.All(rows, row => Assert.True(row.Text.Count(character => character == '—') % 2 == 0 && row.Text.Count(character => character == '…') % 2 == 0, row.Text));
    }

    [Theory]
    [MemberData(nameof(Files))]
    [Trait("Rule", "G-92")]
    public void Numbers_stay_whole_with_their_units(string file)
    {
        var rows = Punctuated(file);
        Assert.Contains(rows, row => row.Text.Contains("15.5%", StringComparison.Ordinal));
        Assert.All(rows.Zip(rows.Skip(1)), pair =>
        {
            Assert.False(char.IsAsciiDigit(pair.First.Text[^1]) && (char.IsAsciiDigit(pair.Second.Text[0]) || "年月日号%％个万亿．.".Contains(pair.Second.Text[0])), pair.First.Text + " / " + pair.Second.Text);
            Assert.False(pair.First.Text.EndsWith('〔') || pair.First.Text.EndsWith("云办发", StringComparison.Ordinal), pair.First.Text);
        });
    }

    private static List<MeasuredRow> Punctuated(string file) =>
        [.. RuleDocuments.Measure(RuleDocuments.Punctuated, file).Pages.SelectMany(page => page.TextRows).Where(row => row.Size < 17 && row.Size > 15)];
}
