using System.Net;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>督查督办 from 立项 to 通报: each unit its own part, its own deadline, its own light.</summary>
public sealed class SupervisionTests : IAsyncLifetime
{
    private const string Id = "supervision";
    private const string Part = "supervision-part";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, Part);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J16")]
    [Trait("Procedure", Id)]
    public async Task A_supervision_is_approved_split_handed_out_answered_closed_by_two_and_published()
    {
        var (qinghe, songling, finance) = (await UnitAsync("青禾县委办公室"), await UnitAsync("松岭县委办公室"), await UnitAsync("市财政局"));
        var matter = await Procedure.StartAsync(_host, "tangning", Id, new
        {
            title = "会议费用压减", source = "会议议定", basis = "云办纪〔2026〕8号", instruction = "逐项核减会议费用，逐笔说明依据。", lead = qinghe,
        });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "同意立项");
        // The empty table opens with what is known already.
        var seat = await _host.WaitForSeatAsync("tangning", matter);
        var table = (await _host.ReadAsync("tangning", $"/api/documents/{matter}")).GetProperty("acts")[0].GetProperty("fields")[0];
        Assert.Equal(("tasks", qinghe), (table.GetProperty("field").GetProperty("key").GetString(), JsonDocument.Parse(table.GetProperty("value").GetString()!).RootElement[0].GetProperty("lead").GetString()));
        await RefuseAsync(seat, """[{"title":"核减"}]""", "“任务清单”第1行：请填写“牵头单位”");
        await RefuseAsync(seat, """[{"title":"核减","lead":"nobody","units":"nobody"}]""", "“牵头单位”中有不存在的单位");
        await Procedure.DecideAsync(_host, "tangning", matter, "交办", new
        {
            tasks = JsonSerializer.Serialize(new object[]
            {
                new { title = "核减全县性会议", lead = qinghe, units = $"{qinghe},{songling}", milestones = "12月18日前报初步结果" },
                new { title = "核对会议预算", lead = finance, units = finance, dueOn = "2026-12-22" },
            }),
        });

        // Nothing goes out before the keeper has sealed it.
        Assert.Empty(await ProducedFiles.NamesAsync(_host, "cenling", await PartAsync("cenling")));
        (await SealPictures.RegisterAsync(_host, "中共云河市委办公室", 42)).Dispose();
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "tangning", matter, "督办通知单"));
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");
        foreach (var (login, kept) in new[] { ("tangning", matter), ("shilei", await PartAsync("shilei")) })
            Assert.True(await ProducedFiles.IsSealedAsync(_host, login, kept, "督办通知单"), login);
        var line = await Procedure.RowAsync(_host, "tangning", Id, matter);
        Assert.Equal(("云督〔2026〕102号", "2026-12-24", "绿", "0/3"), (line["编号"], line["办理期限"], line["灯"], line["分项办结"]));
        var (own, other, budget) = (await PartAsync("xiahe"), await PartAsync("cenling"), await PartAsync("shilei"));
        foreach (var (login, part, title, due, lead) in new[]
        {
            ("xiahe", own, "核减全县性会议", "2026-12-24", "青禾县委办公室"), ("cenling", other, "核减全县性会议", "2026-12-24", "青禾县委办公室"), ("shilei", budget, "核对会议预算", "2026-12-22", "市财政局"),
        })
        {
            // In the register, too, each sees only its own.
            var register = await _host.ReadAsync(login, $"/api/procedures/{Part}/register");
            Assert.Equal(part, Assert.Single(register.GetProperty("rows").EnumerateArray()).GetProperty("documentId").GetString());
            var row = await Procedure.RowAsync(_host, login, Part, part);
            Assert.Equal((title, due, lead), (row["督办事项"], row["办理期限"], row["牵头单位"]));
            await Procedure.DecideAsync(_host, login, part, "签收");
        }

        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("xiahe").GetAsync($"/api/documents/{other}")).StatusCode);
        var notice = await ProducedFiles.CheckedAsync(_host, "shilei", budget, "督办通知单");
        foreach (var words in new[] { "云督〔2026〕102号", "青禾县委办公室，松岭县委办公室，市财政局：", "根据云办纪〔2026〕8号", "督查任务分解表", "12月18日前报初步结果", "2026年12月22日", "于2026年12月24日前反馈" })
            Assert.Contains(words, notice, StringComparison.Ordinal);

        // The supervisor sees the whole chain, a county its own link and not how many others there are.
        Assert.Equal([(matter, 0), (own, 1), (other, 1), (budget, 1)], await ChainAsync("tangning", budget));
        Assert.Equal([(own, 0)], await ChainAsync("xiahe", own));

        await Procedure.DecideAsync(_host, "shilei", budget, "反馈", new { feedback = "预算已核对。" });
        await CloseAsync(budget);
        await Procedure.DecideAsync(_host, "xiahe", own, "反馈", new { feedback = "已核减全县性会议6个。" });
        await CloseAsync(own);
        await Procedure.MoveClockAsync(_host, "2026-12-21T08:31:00+08:00");
        Assert.Equal("黄", (await Procedure.RowAsync(_host, "tangning", Part, other))["灯"]);
        await Procedure.MoveClockAsync(_host, "2026-12-25T09:00:00+08:00");
        Assert.Equal("红", (await Procedure.RowAsync(_host, "tangning", Part, other))["灯"]);
        Assert.Equal(["督办通知单", "催办函"], await ProducedFiles.NamesAsync(_host, "cenling", other));
        await Procedure.DecideAsync(_host, "cenling", other, "反馈", new { feedback = "已核减全县性会议4个。" });
        await CloseAsync(other);

        await Procedure.DecideAsync(_host, "tangning", matter, "报请办结", new { summary = "两县共核减全县性会议10个。" });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "销号并通报");
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");

        var published = await ProducedFiles.CheckedAsync(_host, "cenling", other, "督查通报");
        foreach (var words in new[] { "云督通〔2026〕1号", "分解交办3件，按期办结2件，逾期办结1件，正在办理0件", "两县共核减全县性会议10个。", "逾期办结", "2026年12月25日" })
            Assert.Contains(words, published, StringComparison.Ordinal);
        Assert.Contains("收到督查通报", string.Join('\n', (await _host.ReadAsync("xiahe", "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString())), StringComparison.Ordinal);
        line = await Procedure.RowAsync(_host, "tangning", Id, matter);
        Assert.Equal(("逾期办结", "3/3", "两县共核减全县性会议10个。"), (line["状态"], line["分项办结"], line["督查情况"]));
        var acts = Procedure.Acts(await _host.ReadAsync("tangning", $"/api/documents/{matter}"));
        Assert.Equal(["登记", "同意立项", "交办", "生成文书", "用印", "文书用印", "报请办结", "销号并通报", "生成文书", "用印", "文书用印", "归档"], acts.Where(act => act is not ("提醒" or "逾期" or "上报")));
    }

    private async Task CloseAsync(string part)
    {
        await Procedure.DecideAsync(_host, "tangning", part, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", part, "销号");
    }

    private async Task RefuseAsync(JsonElement seat, string tasks, string reason)
    {
        using var refused = await System.Net.Http.Json.HttpClientJsonExtensions.PostAsJsonAsync(
            _host.As("tangning"), $"/api/work/seats/{seat.GetProperty("seatId").GetString()}/outcome", new { outcome = "交办", form = new { values = new { tasks } } });
        Assert.Equal((HttpStatusCode.BadRequest, true), (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains(reason, StringComparison.Ordinal)));
    }

    private Task<string> UnitAsync(string name) => Procedure.UnitAsync(_host, name);

    private async Task<IReadOnlyList<(string?, int)>> ChainAsync(string login, string matter) => [.. (await _host.ReadAsync(login, $"/api/documents/{matter}/chain")).GetProperty("links")
        .EnumerateArray().Select(link => (link.GetProperty("documentId").GetString(), link.GetProperty("depth").GetInt32()))];

    private async Task<string> PartAsync(string login)
    {
        var open = await _host.WaitForAsync(login, "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0);
        return open.GetProperty("rows")[0].GetProperty("documentId").GetString()!;
    }
}
