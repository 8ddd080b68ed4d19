using DocFlow.Documents.Source;
using DocFlow.Documents.Tests.Measuring;
using DocFlow.Documents.Typesetting;

namespace DocFlow.Documents.Tests.Typesetting;

/// <summary>Texts that no official writes; pages must come out all the same, in time that grows with the length only.</summary>
public sealed class HostileTextTests
{
    private const int Length = 400_000;

    [Theory]
    [InlineData("，")]
    [InlineData("（")]
    [InlineData("—")]
    [InlineData("a")]
    [InlineData("9")]
    [InlineData("关于〔2026〕12号")]
    [InlineData("第十条")]
    [InlineData("𠀀")]
    public async Task A_long_run_of_one_sign_is_set_in_linear_time(string sign)
    {
        var document = DocumentSource.Read(Sources.Notice()).Document! with { Body = [new DocFlow.Documents.Model.Paragraph(1, default, 0, string.Concat(Enumerable.Repeat(sign, Length / sign.Length)))] };

        // Quadratic cost takes minutes here; linear cost a quarter of a second.
        var pages = (await Task.Run(() => new Typesetter(TestFonts.Library).Typeset(document)).WaitAsync(TimeSpan.FromSeconds(20))).Pages;

        var set = pages.SelectMany(page => page.Lines).Where(line => line.Role == LineRole.Body).Sum(line => line.Text.Length);
        Assert.InRange(set, Length - sign.Length, Length);
    }

    [Fact]
    public void A_hostile_title_costs_no_more_than_a_page_of_text()
    {
        var document = DocumentSource.Read(Sources.Notice()).Document!;
        var typesetter = new Typesetter(TestFonts.Library);
        var plain = Allocated(document with { Body = [new DocFlow.Documents.Model.Paragraph(1, default, 0, string.Concat(Enumerable.Repeat(Sources.PlainWords, 200)))] });

        // Millions of tries at breaking it would allocate gigabytes.
        Assert.InRange(Allocated(document with { Title = new string('甲', 118) + "通知" }), 0, 20 * plain);

        long Allocated(DocFlow.Documents.Model.OfficialDocument subject)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            typesetter.Typeset(subject);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Theory]
    [InlineData("中共云河市委办公室云河市人民政府办公室关于进一步加强和改进全市安全生产工作的意见")]
    [InlineData("云河市人民政府办公室关于转发市发展改革委市财政局等部门云河市深化营商环境改革重点任务分工方案的通知")]
    [Trait("Rule", "G-42")]
    public void A_title_takes_another_row_rather_than_cut_a_word(string title)
    {
        var rows = MeasuredPdf.Of(Sources.Notice(title: title)).Pages[0].Rows.Where(row => Math.Abs(row.Size - 22) < 0.3).ToList();

        Assert.Equal(title, string.Concat(rows.Select(row => row.Text)));
        Assert.Contains(rows, row => row.Text.Contains("关于", StringComparison.Ordinal));
        Assert.All(rows.SkipLast(1), row => Assert.False(row.Text.EndsWith("关于", StringComparison.Ordinal) || row.Text.EndsWith('关')));
    }
}
