using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>Running text, measured on the PDF (GB/T 9704 7.3.3, GB/T 15834).</summary>
public sealed class BodyTests
{
    private const string Levels = """
        现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”。
        （一）严格审批。期间原则上不召开全市性会议。
        1.确需召开的，提前3个工作日报市委办公室审核。
        （1）审核内容包括必要性、规模和时长。
        """;

    private static readonly MeasuredPdf Levelled = MeasuredPdf.Of(Sources.Notice(body: Levels));

    [Fact]
    [Trait("Rule", "G-45")]
    public void Page_1_shows_text() => Assert.Contains(Levelled.Pages[0].Rows, row => row.Text.StartsWith("现将", StringComparison.Ordinal));

    [Fact]
    [Trait("Rule", "G-45")]
    [Trait("Rule", "G-74")]
    public void Recipients_that_would_fill_page_1_move_above_the_copies_without_a_rule_between()
    {
        var recipients = string.Join('，', Enumerable.Range(1, 45).Select(number => $"云河市第{number}街道办事处党工委"));
        var pdf = MeasuredPdf.Of(Sources.Notice(Sources.Imprint, recipients: recipients));
        var last = pdf.Pages[^1];

        Assert.Contains(pdf.Pages[0].Rows, row => row.Text.StartsWith("经研究", StringComparison.Ordinal));
        var moved = last.Row("主送：");
        var copies = last.Row("抄送：");
        Assert.True(moved.Baseline < copies.Baseline);
        Assert.DoesNotContain(last.Lines, line => line.Y > moved.Baseline && line.Y < copies.Baseline - 4);
    }

    [Fact]
    [Trait("Rule", "G-46")]
    public void Paragraphs_start_two_characters_in_and_wrap_flush()
    {
        var rows = MeasuredPdf.Of(Sources.Notice(body: Sources.LongBody(1))).Pages[0].Rows.Where(row => row.Text.Contains("贯彻落实", StringComparison.Ordinal)).ToList();

        Assert.Equal(28 + 11.14, rows[0].Left, 0.8);
        Assert.Equal(28, rows[1].Left, 0.8);
    }

    [Theory]
    [Trait("Rule", "G-47")]
    [InlineData("一、时间安排", "Hei")]
    [InlineData("（一）严格审批。", "Kai")]
    [InlineData("1.确需召开的", "Fang")]
    [InlineData("（1）审核内容", "Fang")]
    public void Levels_have_their_families_in_size_3(string start, string family)
    {
        var row = Levelled.AllRows.First(row => row.Text.StartsWith(start, StringComparison.Ordinal));

        Assert.Contains(family, row.Glyphs.First(glyph => glyph.Text[0] > 0x4e00).Font, StringComparison.Ordinal);
        Assert.All(row.Glyphs, glyph => Assert.Equal(16, glyph.Size, 0.3));
        Assert.DoesNotContain(row.Glyphs, glyph => glyph.Font.Contains("Bold", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Rule", "G-47")]
    public void Text_that_runs_on_after_a_heading_is_FangSong()
    {
        var row = Levelled.AllRows.First(row => row.Text.StartsWith("（一）", StringComparison.Ordinal));

        Assert.Contains("Fang", row.Glyphs.First(glyph => glyph.Text == "期").Font, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "G-90")]
    public void No_row_starts_or_ends_with_forbidden_punctuation()
    {
        var random = new Random(7);
        var words = string.Concat(Enumerable.Range(0, 3000).Select(_ => random.Next(4) == 0 ? "，。、；：？！（）《》“”"[random.Next(13)] : (char)(0x4e00 + random.Next(200))));
        var rows = MeasuredPdf.Of(Sources.Notice(body: words)).AllRows.Where(row => row.Baseline < 263).ToList();

        // Punctuation heaped up at random can leave no place at all; what a row does break on must be right wherever one exists.
        var wrong = rows.Where(row => row.Text.Length > 20 && "，。、；：？！）》”".Contains(row.Text[0])).ToList();
        Assert.All(wrong, row => Assert.All(Previous(rows, row).Text.TakeLast(4), character => Assert.Contains(character, "，。、；：？！（）《》“”")));
    }

    [Theory]
    [Trait("Rule", "G-90")]
    [InlineData("。")]
    [InlineData("，")]
    [InlineData("》")]
    public void Punctuation_after_a_full_row_does_not_start_the_next(string mark)
    {
        // 26 characters and two of indent fill the first row exactly.
        var body = Sources.PlainWords[..26] + mark + Sources.PlainWords[..20];
        var rows = MeasuredPdf.Of(Sources.Notice(body: body)).Pages[0].Rows;

        Assert.DoesNotContain(rows, row => row.Text.StartsWith(mark, StringComparison.Ordinal));
        Assert.All(rows, row => Assert.InRange(row.InkRight, 0, 184.4));
    }

    [Theory]
    [Trait("Rule", "G-91")]
    [InlineData("——")]
    [InlineData("……")]
    public void Dashes_and_dots_are_not_parted(string mark)
    {
        for (var length = 22; length <= 27; length++)
        {
            var rows = MeasuredPdf.Of(Sources.Notice(body: Sources.PlainWords[..length] + mark + Sources.PlainWords[..20])).Pages[0].Rows;
            Assert.Contains(rows, row => row.Text.Contains(mark, StringComparison.Ordinal));
        }
    }

    [Theory]
    [Trait("Rule", "G-92")]
    [InlineData("2026年")]
    [InlineData("35.6%")]
    [InlineData("1200公里")]
    [InlineData("300㎡")]
    [InlineData("云办发〔2026〕37号")]
    public void Numbers_stay_with_their_units(string whole)
    {
        for (var length = 16; length <= 27; length++)
        {
            var rows = MeasuredPdf.Of(Sources.Notice(number: "附注: 内部资料", body: Sources.PlainWords[..length] + whole + Sources.PlainWords[..20])).Pages[0].Rows;
            Assert.Contains(rows, row => row.Text.Contains(whole, StringComparison.Ordinal));
        }
    }

    [Fact]
    [Trait("Rule", "G-13")]
    public void Text_extracts_as_it_was_typed()
    {
        var pdf = MeasuredPdf.Of(Sources.Notice(body: "人人参与，一心一意；玥喆堃昇祎珺等同志。"));

        Assert.Contains(pdf.AllRows, row => row.Text == "人人参与，一心一意；玥喆堃昇祎珺等同志。");
    }

    private static MeasuredRow Previous(List<MeasuredRow> rows, MeasuredRow row) => rows[rows.IndexOf(row) - 1];
}
