using System.Globalization;
using System.Net;
using System.Net.Http.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>批示件 from the scanned page to two-person closing, with a part for each county.</summary>
public sealed class LeaderInstructionTests : IAsyncLifetime
{
    private const string Id = "leader-instruction";
    private const string Part = "supervision-part";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, "incoming-document", Id, Part);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J16")]
    [Trait("Procedure", Id)]
    public async Task An_instruction_is_divided_among_counties_urged_put_off_refused_once_and_closed_by_two()
    {
        var (qinghe, songling) = (await Procedure.UnitAsync(_host, "青禾县委办公室"), await Procedure.UnitAsync(_host, "松岭县委办公室"));
        var matter = await Procedure.StartAsync(
            _host, "tangning", Id,
            new { title = "会议费用情况", leader = "陆明", instructedOn = "2026-12-10", instruction = "请督查室会同有关县研究，10个工作日内反馈。" },
            new { image = new { name = "批示.png", content = Convert.ToBase64String("scan"u8) } });
        await Procedure.DecideAsync(_host, "tangning", matter, "转办", new { lead = qinghe, units = $"{qinghe},{songling}" });

        var line = await Procedure.RowAsync(_host, "tangning", Id, matter);
        Assert.Equal(("云督〔2026〕102号", "2026-12-24", "绿", "青禾县委办公室、松岭县委办公室"), (line["编号"], line["办理期限"], line["灯"], line["承办单位"]));
        var (own, other) = (await PartAsync("xiahe"), await PartAsync("cenling"));
        // A county sees its part, and neither the other's nor the whole.
        foreach (var hidden in new[] { other, matter })
            Assert.Equal(HttpStatusCode.NotFound, (await _host.As("xiahe").GetAsync($"/api/documents/{hidden}")).StatusCode);
        // Nothing goes out before the keeper has sealed it.
        Assert.Empty(await ProducedFiles.NamesAsync(_host, "xiahe", own));
        (await SealPictures.RegisterAsync(_host, "中共云河市委办公室", 42)).Dispose();
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "xiahe", own, "督办通知单"));
        // The notice bears the matter's number, and each county has it with its part.
        foreach (var (login, kept) in new[] { ("tangning", matter), ("xiahe", own), ("cenling", other) })
            Assert.Equal(["督办通知单"], await ProducedFiles.NamesAsync(_host, login, kept));
        var notice = await ProducedFiles.CheckedAsync(_host, "xiahe", own, "督办通知单");
        foreach (var words in new[] { "云督〔2026〕102号", "青禾县委办公室，松岭县委办公室：", "陆明同志作出批示", "由青禾县委办公室牵头", "请于2026年12月24日17:30前", "2026年12月10日" })
            Assert.Contains(words, notice, StringComparison.Ordinal);
        await Procedure.DecideAsync(_host, "xiahe", own, "签收");
        await Procedure.DecideAsync(_host, "cenling", other, "签收");
        Assert.Equal(Moment("2026-12-24T17:30"), (await _host.WaitForSeatAsync("xiahe", own)).GetProperty("dueAt").GetDateTimeOffset());

        await Procedure.MoveClockAsync(_host, "2026-12-18T10:00:00+08:00");
        Assert.Equal("绿", (await Procedure.RowAsync(_host, "tangning", Part, own))["灯"]);
        await Procedure.DecideAsync(_host, "xiahe", own, "反馈", new { feedback = "已核减。" });
        await Procedure.DecideAsync(_host, "tangning", own, "不通过", opinion: "请附明细。");
        await Procedure.MoveClockAsync(_host, "2026-12-21T08:31:00+08:00");
        Assert.Equal("黄", (await Procedure.RowAsync(_host, "tangning", Part, other))["灯"]);
        Assert.Contains("请于2026年12月24日17:30前办理", await NoticesAsync("cenling"), StringComparison.Ordinal);

        await Procedure.MoveClockAsync(_host, "2026-12-24T10:00:00+08:00");
        using (var bare = await _host.As("xiahe").PostAsJsonAsync($"/api/work/seats/{await SeatAsync("xiahe", own)}/outcome", new { outcome = "申请延期" }))
            Assert.Equal((HttpStatusCode.BadRequest, true), (bare.StatusCode, (await bare.Content.ReadAsStringAsync()).Contains("请填写“申请延期（工作日）”", StringComparison.Ordinal)));
        await Procedure.DecideAsync(_host, "xiahe", own, "申请延期", new { extendDays = "3", extendReason = "明细待核。" });
        await Procedure.DecideAsync(_host, "tangning", own, "批准");
        // Saturday 12-26 is worked.
        var put = await Procedure.RowAsync(_host, "tangning", Part, own);
        Assert.Equal(("2026-12-28", "2026-12-24"), (put["办理期限"], put["原定期限"]));
        Assert.Equal(Moment("2026-12-28T17:30"), (await _host.WaitForSeatAsync("xiahe", own)).GetProperty("dueAt").GetDateTimeOffset());

        await Procedure.MoveClockAsync(_host, "2026-12-24T17:31:00+08:00");
        Assert.Equal(("红", "黄"), ((await Procedure.RowAsync(_host, "tangning", Part, other))["灯"], (await Procedure.RowAsync(_host, "tangning", Part, own))["灯"]));
        await Procedure.MoveClockAsync(_host, "2026-12-25T08:29:00+08:00");
        Assert.Equal(["督办通知单"], await ProducedFiles.NamesAsync(_host, "cenling", other));
        await Procedure.MoveClockAsync(_host, "2026-12-25T08:31:00+08:00");
        Assert.Equal(["督办通知单", "催办函"], await ProducedFiles.NamesAsync(_host, "cenling", other));
        // The deadline of the other county was put off.
        Assert.Equal(["督办通知单"], await ProducedFiles.NamesAsync(_host, "xiahe", own));
        var letter = await ProducedFiles.CheckedAsync(_host, "cenling", other, "催办函");
        foreach (var words in new[] { "云办函〔2026〕58号", "松岭县委办公室：", "会议费用情况", "要求于2026年12月24日17:30前办结", "2026年12月25日" })
            Assert.Contains(words, letter, StringComparison.Ordinal);
        Assert.Contains("催办函（云办函〔2026〕58号）请查收", await NoticesAsync("cenling"), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-12-26T08:29:00+08:00");
        Assert.DoesNotContain("至今未办", await NoticesAsync("zhengliqun"), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-12-26T08:31:00+08:00");
        Assert.Contains("岑岭至今未办，请过问", await NoticesAsync("zhengliqun"), StringComparison.Ordinal);

        await Procedure.DecideAsync(_host, "xiahe", own, "反馈", new { feedback = "已核减，附明细。" });
        await Procedure.DecideAsync(_host, "tangning", own, "通过");
        using (var early = await _host.As("tangning").PostAsJsonAsync(
            $"/api/work/seats/{await SeatAsync("tangning", matter)}/outcome", new { outcome = "报领导", form = new { values = new { report = "两县已办。" } } }))
            Assert.Equal((HttpStatusCode.Conflict, true), (early.StatusCode, (await early.Content.ReadAsStringAsync()).Contains("还有2项分解事项没有办结", StringComparison.Ordinal)));
        await Procedure.DecideAsync(_host, "zhengliqun", own, "销号");
        await Procedure.DecideAsync(_host, "cenling", other, "反馈", new { feedback = "已办。" });
        await Procedure.DecideAsync(_host, "tangning", other, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", other, "销号");
        await Procedure.DecideAsync(_host, "tangning", matter, "报领导", new { report = "两县已办。" });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "办结");
        await Procedure.DecideAsync(_host, "guchen", matter, "用印");

        var dossier = await _host.ReadAsync("tangning", $"/api/documents/{matter}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Equal([own, other], dossier.GetProperty("links").EnumerateArray().Where(link => !link.GetProperty("isOrigin").GetBoolean()).Select(link => link.GetProperty("documentId").GetString()));
        Assert.Equal(("办结", "逾期办结"), ((await Procedure.RowAsync(_host, "tangning", Part, own))["状态"], (await Procedure.RowAsync(_host, "tangning", Part, other))["状态"]));
        var report = await ProducedFiles.CheckedAsync(_host, "tangning", matter, "办理情况报告");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "tangning", matter, "办理情况报告"));
        foreach (var words in new[] { "云办报〔2026〕1号", "签发人：郑立群", "中共云河市委：", "两县已办。", "（一）青禾县委办公室。已核减，附明细。", "（二）松岭县委办公室。已办。", "特此报告。" })
            Assert.Contains(words, report, StringComparison.Ordinal);
        // Two persons closed it.
        var closers = dossier.GetProperty("trace").EnumerateArray().Where(row => row.GetProperty("act").GetString() is "报领导" or "办结").Select(row => row.GetProperty("actorName").GetString());
        Assert.Equal(["唐宁", "郑立群"], closers);
    }

    [Fact]
    [Trait("Journey", "J11")]
    [Trait("Procedure", Id)]
    public async Task An_instruction_on_an_incoming_document_becomes_a_matter_in_one_act_and_keeps_the_link()
    {
        var incoming = await Procedure.StartAsync(_host, "suxiao", "incoming-document", new { title = "关于报送年度会议计划的通知", sender = "云岭省委办公厅", receivedOn = "2026-12-10", urgency = "平急" });
        await Procedure.DecideAsync(_host, "guchen", incoming, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", incoming, "送批示", new { handlers = await Procedure.UnitAsync(_host, "综合科") });
        await Procedure.DecideAsync(_host, "luming", incoming, "批示", opinion: "请综合科牵头，督查室跟进。");

        var matter = await Procedure.StartAsync(_host, "tangning", Id, new { }, bornFromId: incoming);

        var line = await Procedure.RowAsync(_host, "tangning", Id, matter);
        Assert.Equal(
            ("关于报送年度会议计划的通知", "陆明", "2026-12-10", "请综合科牵头，督查室跟进。", "关于报送年度会议计划的通知"),
            (line["批示事项"], line["批示领导"], line["批示日期"], line["批示内容"], line["来源"]));
        Assert.Equal(matter, (await _host.ReadAsync("tangning", $"/api/documents/{incoming}")).GetProperty("links")[0].GetProperty("documentId").GetString());
    }

    private async Task<string> PartAsync(string login)
    {
        var open = await _host.WaitForAsync(login, "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0);
        return open.GetProperty("rows")[0].GetProperty("documentId").GetString()!;
    }

    private async Task<string?> SeatAsync(string login, string matter) => (await _host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();

    private async Task<string> NoticesAsync(string login) => string.Join('\n', (await _host.ReadAsync(login, "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()));

    private static DateTimeOffset Moment(string local) => DateTimeOffset.Parse($"{local}:00+08:00", CultureInfo.InvariantCulture);
}
