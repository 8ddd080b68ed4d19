using System.Net;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>The monthly 督查专报 and the board of the units: counted from the register at a stated moment, and the same whenever they are asked for.</summary>
public sealed class SupervisionReportTests : IAsyncLifetime
{
    private const string Part = "supervision-part";
    private const string Moment = "at=2026-12-25T09:00:00%2B08:00";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Part);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J17")]
    [Trait("Procedure", "supervision")]
    public async Task The_report_agrees_with_the_list_of_its_moment_and_is_the_same_file_when_it_is_run_again()
    {
        var (qinghe, songling) = (await Procedure.UnitAsync(_host, "青禾县委办公室"), await Procedure.UnitAsync(_host, "松岭县委办公室"));
        var own = await Procedure.StartAsync(_host, "tangning", Part, new { title = "核减全县性会议", request = "逐项核减。", unit = qinghe, dueOn = "2026-12-24" });
        await Procedure.StartAsync(_host, "tangning", Part, new { title = "核对会议预算", request = "逐笔核对。", unit = songling, dueOn = "2026-12-24" });
        await Procedure.DecideAsync(_host, "xiahe", own, "签收");
        await Procedure.DecideAsync(_host, "xiahe", own, "反馈", new { feedback = "已核减两成。" });
        await Procedure.DecideAsync(_host, "tangning", own, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", own, "销号");
        // Neither an end that isn't there yet nor a county's wish for the whole.
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.Forbidden), ((await GetAsync("tangning", "month=2026-12&format=pdf")).StatusCode, (await GetAsync("xiahe", $"month=2026-12&format=pdf&{Moment}")).StatusCode));
        await Procedure.MoveClockAsync(_host, "2026-12-25T09:00:00+08:00");
        await _host.SettleAsync();

        var (word, pdf) = (await FileAsync("docx", Moment), await FileAsync("pdf", Moment));
        var text = System.Text.Encoding.UTF8.GetString(await FileAsync("gw.txt", Moment));
        foreach (var words in new[]
        {
            "关于2026年12月督办分办事项办理情况的通报", "截至2026年12月25日09:00，台账共有2件，其中按期办结1件，逾期办结0件，正在办理1件。2026年12月新登记2件，办结1件。", "红灯1件，黄灯0件，绿灯0件",
            "| 青禾县委办公室 | 1 | 0 | 0 | 0 | 0 | 1 | 0 |", "| 松岭县委办公室 | 1 | 1 | 1 | 0 | 0 | 0 | 0 |", "| 1 | 核减全县性会议 | 青禾县委办公室 | 2026年12月24日 | 2026年12月10日 | 办结 |",
        })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.Contains("截至2026年12月25日09:00", await ProducedFiles.CheckedReportAsync(_host, "tangning", Part, "督查专报", $"month=2026-12&{Moment}"), StringComparison.Ordinal);
        var list = await _host.ReadAsync("tangning", $"/api/procedures/{Part}/register?{Moment}&group=state");
        Assert.Equal((2, "办结:1 在办:1"), (list.GetProperty("total").GetInt32(), string.Join(' ', list.GetProperty("groups").EnumerateArray().Select(group => $"{group.GetProperty("value").GetString()}:{group.GetProperty("count").GetInt32()}").Order(StringComparer.Ordinal))));

        var board = Assert.Single((await _host.ReadAsync("tangning", "/api/procedures/board")).EnumerateArray());
        Assert.Equal(("督办分办台账", "县（区）"), (board.GetProperty("name").GetString(), Assert.Single(board.GetProperty("parts").EnumerateArray()).GetProperty("name").GetString()));
        Assert.Equal(["青禾县委办公室 0 0 1", "松岭县委办公室 1 1 0"], Units(board));
        Assert.Equal(["青禾县委办公室 0 0 1"], Units(Assert.Single((await _host.ReadAsync("xiahe", "/api/procedures/board")).EnumerateArray())));

        // What is done afterwards changes nothing of that month.
        await Procedure.StartAsync(_host, "tangning", Part, new { title = "新交办的", request = "办理。", unit = qinghe, dueOn = "2027-01-20" });
        await Procedure.MoveClockAsync(_host, "2027-01-05T09:00:00+08:00");
        Assert.Equal(word, await FileAsync("docx", Moment));
        Assert.Equal(pdf, await FileAsync("pdf", Moment));
        var month = await FileAsync("pdf", "");
        Assert.NotEqual(pdf, month);
        Assert.Equal(month, await FileAsync("pdf", ""));
    }

    private static IEnumerable<string> Units(JsonElement board) => board.GetProperty("parts").EnumerateArray().SelectMany(part => part.GetProperty("units").EnumerateArray())
        .Select(unit => $"{unit.GetProperty("unit").GetString()} {unit.GetProperty("running").GetInt32()} {unit.GetProperty("red").GetInt32()} {unit.GetProperty("closed").GetInt32()}");

    private Task<HttpResponseMessage> GetAsync(string login, string query) => _host.As(login).GetAsync($"/api/procedures/{Part}/reports/{Uri.EscapeDataString("督查专报")}?{query}");

    private async Task<byte[]> FileAsync(string format, string moment)
    {
        using var answer = await GetAsync("tangning", $"month=2026-12&format={format}&{moment}");
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadAsByteArrayAsync();
    }
}
