using DocFlow.Documents.Comparing;
using DocFlow.Documents.Papers;
using DocFlow.Office.Comparing;
using DocFlow.Office.Opinions;
using DocFlow.Office.Papers;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>What the printed tables and the comparison of versions say.</summary>
public sealed class PaperTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J05")]
    public async Task The_table_of_opinions_lists_the_three_units_in_the_organisations_order()
    {
        var id = await _office.CountersignedAsync();
        await _office.AnswerAsync("linzhiyuan", id, "市财政局", Adoption.Partly, "只附全市性会议的预算。");

        var paper = await PaperAsync("zhengliqun", id, PaperKind.Opinions);

        Assert.Equal("关于《中共云河市委办公室关于开展“无会周”活动的通知》征求意见采纳情况表", paper.PlainTitle);
        Assert.Equal(("拟稿单位：秘书一科", "2026年12月1日"), (paper.LeftNote, paper.RightNote));
        Assert.Equal(
            [
                "序号|单位|意见|采纳情况|理由|备注",
                "1|市委组织部|同意|—|—|第1稿",
                $"2|市财政局|同意。{CountersignPlay.Suggestion}|部分采纳|只附全市性会议的预算。|第1稿",
                $"3|市行政审批局|{CountersignPlay.Silence}|—|—|系统自动",
            ],
            paper.Rows.Select(Show));
        Assert.True(paper.Rows[0].IsHead);
    }

    [Fact]
    public async Task An_opinion_without_an_answer_says_so()
    {
        var id = await _office.CountersignedAsync();

        Assert.Contains("|待答复|—|", Show((await PaperAsync("linzhiyuan", id, PaperKind.Opinions)).Rows[2]), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Journey", "J05")]
    [Trait("Journey", "J08")]
    public async Task The_manuscript_form_has_each_opinion_in_its_box_and_names_skipped_steps_and_stand_ins()
    {
        var id = await _office.CountersignedAsync();
        await _office.DecideAsync("xupei", id, "同意", "请按财政局意见补充。");
        await _office.DecideAsync("luming", id, "签发", "同意印发。");

        var paper = await PaperAsync("luming", id, PaperKind.Manuscript);

        var boxes = paper.Rows.Where(row => row.Cells.Count == 2).ToDictionary(row => row.Cells[0].Texts[0].Words, row => string.Join('/', row.Cells[1].Texts.Select(text => text.Words)));
        Assert.Equal("中共云河市委办公室发文稿纸", paper.PlainTitle);
        Assert.Equal("同意印发。　　陆明　2026年12月1日", boxes["签发"]);
        Assert.Equal(
            "市委组织部：同意　　白桦　2026年11月26日/"
            + $"市财政局：同意。{CountersignPlay.Suggestion}/石磊　2026年11月26日/"
            + $"市行政审批局：{CountersignPlay.Silence}/系统（江月未办）　2026年12月1日",
            boxes["会签"]);
        Assert.Equal("主任审核：同意。请按财政局意见补充。/许沛（代郑立群）　2026年12月1日/科室审核：同意　　何敏　2026年11月26日", boxes["审核"]);
        Assert.Equal("办公室核稿：同意。已核，文字稍有调整。/周亦凡　2026年11月26日", boxes["核稿"]);
        Assert.Equal("各县（区）委办公室，市委各部门办公室，市直各单位办公室", boxes["主送"]);
        Assert.Equal("无", boxes["附件"]);
        Assert.Equal("略过“合法性审核”：本件不是规范性文件，按规定略过", boxes["备注"]);
        Assert.Contains("拟稿单位|秘书一科|拟稿人|林知远|拟稿日期|2026年11月26日", paper.Rows.Select(Show));
        Assert.All(paper.Rows, row => Assert.Equal(paper.Columns.Count, row.Cells.Sum(cell => cell.Span)));
    }

    [Fact]
    public async Task A_signature_that_was_voided_and_opinions_on_an_earlier_text_are_marked()
    {
        var id = await _office.SignedAsync();
        await _office.DecideAsync("suxiao", id, "退回", "附件缺页。");
        await _office.EditAsync("linzhiyuan", id, source => source + "\n二、工作保障\n");

        var paper = await PaperAsync("linzhiyuan", id, PaperKind.Manuscript);

        Assert.Contains("签发|签发（已失效）　　陆明　2026年11月26日", paper.Rows.Select(Show));
        Assert.Contains("核稿|办公室核稿：同意（针对第1稿）　　周亦凡　2026年11月26日", paper.Rows.Select(Show));
    }

    [Fact]
    public async Task A_signature_in_force_is_known_however_the_clock_runs_on_in_the_act()
    {
        _office.Time.AutoAdvanceAmount = TimeSpan.FromMilliseconds(7);
        var id = await _office.SignedAsync();

        var paper = await PaperAsync("linzhiyuan", id, PaperKind.Manuscript);

        Assert.Contains("签发|签发　　陆明　2026年11月26日", paper.Rows.Select(Show));
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task The_trace_lists_every_act_and_why_a_step_was_skipped()
    {
        var id = await _office.CountersignedAsync();
        await _office.DecideAsync("xupei", id, "同意");

        var rows = (await PaperAsync("linzhiyuan", id, PaperKind.Trace)).Rows.Select(Show).ToList();

        Assert.Equal("序号|时间|环节|办理|办理人|意见|文稿", rows[0]);
        Assert.Equal("1|2026年11月26日/10:00||拟稿|林知远||第1稿", rows[1]);
        Assert.Contains(rows, row => row.EndsWith("|合法性审核|略过|系统|本件不是规范性文件，按规定略过|第1稿", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith($"|会签|视为无意见|系统|{CountersignPlay.Silence}|第1稿", StringComparison.Ordinal));
        Assert.Contains(rows, row => row.EndsWith("|主任审核|同意|许沛/（代郑立群）||第1稿", StringComparison.Ordinal));
        Assert.Equal((await _office.ReadAsync("linzhiyuan", id)).Trace.Count, rows.Count - 1);
    }

    [Theory]
    [InlineData(PaperKind.Opinions)]
    [InlineData(PaperKind.Manuscript)]
    [InlineData(PaperKind.Trace)]
    public async Task Who_is_not_concerned_gets_no_paper(PaperKind kind)
    {
        var id = await _office.CountersignedAsync();

        var refusal = await Assert.ThrowsAsync<RefusalException>(() => PaperAsync("luoyu", id, kind));

        Assert.Equal(Refusal.NotFound, refusal.Refusal);
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task Versions_are_compared_with_the_person_and_the_step_that_made_each()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.EditAsync("zhouyifan", id, source => source.Replace("每月第二周", "每月第三周", StringComparison.Ordinal));
        var person = await _office.PersonIdAsync("zhouyifan");

        var versions = await _office.ActAsync<IComparisons, IReadOnlyList<ComparedVersion>>(comparisons => comparisons.ReadAsync(person, id, 1, 2));

        Assert.Equal(["林知远（拟稿）", "周亦凡（核稿）"], versions.Select(version => version.Author.Name));
        // One minute after 何敏: the office's own time.
        Assert.Equal("2026-11-26 10:01 +08:00", versions[1].Author.At.ToString("yyyy-MM-dd HH:mm zzz", System.Globalization.CultureInfo.InvariantCulture));
    }

    [Theory]
    [InlineData(1, 1, Refusal.Invalid)]
    [InlineData(2, 1, Refusal.Invalid)]
    [InlineData(1, 9, Refusal.NotFound)]
    [InlineData(0, 1, Refusal.NotFound)]
    public async Task Versions_that_are_not_there_are_not_compared(int from, int to, Refusal expected)
    {
        var id = await _office.DraftAsync();
        var person = await _office.PersonIdAsync("linzhiyuan");

        var refusal = await Assert.ThrowsAsync<RefusalException>(() =>
            _office.ActAsync<IComparisons, IReadOnlyList<ComparedVersion>>(comparisons => comparisons.ReadAsync(person, id, from, to)));

        Assert.Equal(expected, refusal.Refusal);
    }

    private async Task<Paper> PaperAsync(string login, string id, PaperKind kind)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IPapers, Paper>(papers => papers.ReadAsync(person, id, kind));
    }

    private static string Show(PaperRow row) => string.Join('|', row.Cells.Select(cell => string.Join('/', cell.Texts.Select(text => text.Words))));
}
