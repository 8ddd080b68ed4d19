using System.Net;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>“第一议题” from the plan over six sections' studies to the archive.</summary>
public sealed class FirstTopicTests : IAsyncLifetime
{
    private const string Id = "first-topic";
    private const string Study = "first-topic-study";
    private const string Topic = "学习贯彻中央经济工作会议精神";

    private static readonly string[] Sections = ["秘书一科", "秘书二科", "综合科", "督查室", "法规科", "机要文印室"];

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Study, Id);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J20")]
    [Trait("Procedure", Id)]
    public async Task A_topic_goes_to_six_sections_two_study_it_the_others_are_lit_and_all_of_them_close_it()
    {
        var units = new List<string>();
        foreach (var section in Sections)
            units.Add(await Procedure.UnitAsync(_host, section));
        var topic = await Procedure.StartAsync(_host, "dingyi", Id, new { title = Topic, source = "中央经济工作会议，2026年12月", planned = "年度计划内", units = string.Join(',', units), limit = "5" });
        await Procedure.DecideAsync(_host, "zhengliqun", topic, "审定");
        // Five working days from Thursday.
        Assert.Equal("2026-12-17", (await Procedure.RowAsync(_host, "dingyi", Id, topic))["期限"]);

        var first = await StudyAsync("hemin", "秘书一科");
        await StudyAsync("tangning", "督查室");

        var matrix = await _host.ReadAsync("dingyi", $"/api/procedures/{Study}/matrix");
        Assert.Equal((2, 6), (matrix.GetProperty("done").GetInt32(), matrix.GetProperty("rows").GetArrayLength()));
        Assert.Equal([Topic], matrix.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.Equal(["督查室", "秘书一科"], Rows(matrix, row => row.GetProperty("isDone").GetBoolean()).Order(StringComparer.Ordinal));
        Assert.Empty(Rows(matrix, row => Light(row) == "Red"));
        // A section sees its own study and nobody else's; the whole stays with the planners.
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("songzhiwei").GetAsync($"/api/documents/{first}")).StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await TryAsync("dingyi", topic, "汇总", new { summary = "两个科室已学。" }));

        // Two working days before the end the others are reminded; a working day after it the director knows.
        await Procedure.MoveClockAsync(_host, "2026-12-15T08:31:00+08:00");
        Assert.Contains("请于2026年12月17日17:30前办理", await NoticesAsync("songzhiwei"), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-12-18T08:31:00+08:00");
        Assert.Contains("至今未办，请过问", await NoticesAsync("zhengliqun"), StringComparison.Ordinal);
        var overdue = await _host.ReadAsync("dingyi", $"/api/procedures/{Study}/matrix");
        Assert.Equal(["机要文印室", "法规科", "秘书二科", "综合科"], Rows(overdue, row => Light(row) == "Red").Order(StringComparer.Ordinal));

        foreach (var (login, section) in new[] { ("songzhiwei", "法规科"), ("zhouyifan", "秘书二科"), ("luoyu", "综合科"), ("suxiao", "机要文印室") })
            await StudyAsync(login, section);
        await Procedure.DecideAsync(_host, "dingyi", topic, "汇总", new { summary = "六个科室均已学习。" });
        Assert.Equal("Archived", (await _host.ReadAsync("dingyi", $"/api/documents/{topic}")).GetProperty("state").GetString());
        Assert.Equal(6, (await _host.ReadAsync("dingyi", $"/api/procedures/{Study}/matrix")).GetProperty("done").GetInt32());
        Assert.Equal("逾期办结", (await Procedure.RowAsync(_host, "dingyi", Study, await OfAsync("法规科")))["状态"]);
    }

    private async Task<string> StudyAsync(string login, string section)
    {
        var study = await OfAsync(section);
        await Procedure.DecideAsync(_host, login, study, "上报", new { studiedOn = "2026-12-11", attendance = "5", minutes = $"{section}集中学习并讨论。" });
        await Procedure.DecideAsync(_host, "dingyi", study, "通过");
        return study;
    }

    private async Task<string> OfAsync(string section)
    {
        var register = await _host.WaitForAsync("dingyi", $"/api/procedures/{Study}/register?filter=field:unit%3D{section}", read => read.GetProperty("rows").GetArrayLength() > 0);
        return register.GetProperty("rows")[0].GetProperty("documentId").GetString()!;
    }

    private async Task<HttpStatusCode> TryAsync(string login, string matter, string outcome, object values)
    {
        var seat = (await _host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();
        using var response = await _host.As(login).PostAsync($"/api/work/seats/{seat}/outcome", System.Net.Http.Json.JsonContent.Create(new { outcome, form = new { values } }));
        return response.StatusCode;
    }

    private static IEnumerable<string?> Rows(JsonElement matrix, Func<JsonElement, bool> which) => matrix.GetProperty("rows").EnumerateArray().Where(which).Select(row => row.GetProperty("name").GetString());

    private static string? Light(JsonElement row) => row.GetProperty("cells")[0].GetProperty("light") is { ValueKind: JsonValueKind.String } light ? light.GetString() : null;

    private async Task<string> NoticesAsync(string login) => string.Join('\n', (await _host.ReadAsync(login, "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()));
}
