using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using DocFlow.Host.Engines;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>A procedure that the repository doesn't know, brought by one JSON file alone, from its catalogue entry to its printed register.</summary>
public sealed class NewProcedureTests : IAsyncLifetime
{
    private const string Id = "borrow-room";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        // Thursday.
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        File.Copy(Path.Combine(Repository.Root, "tests", "DocFlow.Host.Tests", "Procedures", "borrow-room.json"), Path.Combine(_host.Folder, "workflows", "borrow-room.json"));
        await _host.Get<WorkflowFolderImport>().ImportAllAsync(TestContext.Current.CancellationToken);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task One_file_makes_a_procedure_from_form_to_register()
    {
        var entry = (await _host.ReadAsync("linzhiyuan", "/api/procedures")).EnumerateArray().Single(row => row.GetProperty("id").GetString() == Id);
        Assert.Equal(("会议室借用", "内务", "会议室借用台账", true), (Text(entry, "title"), Text(entry, "group"), Text(entry, "registerName"), entry.GetProperty("mayStart").GetBoolean()));
        var form = await _host.ReadAsync("linzhiyuan", $"/api/procedures/{Id}/form");
        Assert.Equal(["事由", "使用日期", "人数", "会议室", "联系人", "方案"], form.GetProperty("fields").EnumerateArray().Select(field => Text(field, "label")));

        var tangning = await Procedure.PersonAsync(_host, "唐宁");
        var matter = await Procedure.StartAsync(
            _host, "linzhiyuan", Id, new { subject = "督查工作会", day = "2026-12-15", people = "30", room = "一号", host = tangning },
            new { plan = new { name = "方案.txt", content = Convert.ToBase64String("三十人"u8) } });
        var seat = await _host.WaitForSeatAsync("luoyu", matter);
        Assert.Equal(("督查工作会", "会议室借用", "安排"), (Text(seat, "title"), Text(seat, "kind"), Text(seat, "stepName")));
        // Two working days after Thursday, with the matter.
        Assert.Equal(DateTimeOffset.Parse("2026-12-14T17:30:00+08:00", System.Globalization.CultureInfo.InvariantCulture), seat.GetProperty("dueAt").GetDateTimeOffset());

        await Procedure.DecideAsync(_host, "luoyu", matter, "退回", opinion: "人数不对。");
        await Procedure.DecideAsync(_host, "linzhiyuan", matter, "提交", new { people = "28" });
        using (var bare = await _host.As("luoyu").PostAsJsonAsync($"/api/work/seats/{Text(await _host.WaitForSeatAsync("luoyu", matter), "seatId")}/outcome", new { outcome = "同意" }))
            Assert.Equal((HttpStatusCode.BadRequest, true), (bare.StatusCode, (await bare.Content.ReadAsStringAsync()).Contains("请填写“安排座位”", StringComparison.Ordinal)));
        await Procedure.DecideAsync(_host, "luoyu", matter, "改期", new { seats = "32" }, "改在下午。");
        await Procedure.DecideAsync(_host, "tangning", matter, "已用");

        var dossier = await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}");
        Assert.Equal("Archived", Text(dossier, "state"));
        Assert.Equal(["登记", "退回", "提交", "改期", "写入字段", "已用", "归档"], Procedure.Acts(dossier));
        var file = dossier.GetProperty("matter").GetProperty("lines").EnumerateArray().Single(line => Text(line, "key") == "plan");
        Assert.Equal("三十人", await _host.As("luoyu").GetStringAsync($"/api/documents/{matter}/files/{Text(file, "fileHash")}"));

        var row = await Procedure.RowAsync(_host, "luoyu", Id, matter);
        Assert.Equal(
            ("1", "云借〔2026〕1号", "督查工作会", "一号", "28", "32", "40", "唐宁", "改在下午。", "2026-12-14", "办结"),
            (row["序号"], row["编号"], row["事由"], row["会议室"], row["人数"], row["座位"], row["费用"], row["联系人"], row["安排意见"], row["期限"], row["状态"]));
    }

    [Fact]
    public async Task Its_register_filters_sorts_groups_sums_exports_and_prints()
    {
        var host = await Procedure.PersonAsync(_host, "唐宁");
        var small = await StartAsync("小会", "9", "二号", host);
        var large = await StartAsync("大会", "100", "一号", host);
        var middle = await StartAsync("中会", "20", "一号", host);

        Assert.Equal([small, middle, large], await IdsAsync("?sort=field:people"));
        Assert.Equal([large, middle, small], await IdsAsync("?sort=field:people&descending=true"));
        Assert.Equal([middle, large], await IdsAsync("?filter=field:room%3D一号"));
        Assert.Equal([middle, small], await IdsAsync("?filter=field:people%3D1..20"));
        Assert.Equal([large], await IdsAsync("?search=大"));
        Assert.Equal([], await IdsAsync("?period=2026-11"));
        Assert.Equal([middle, large, small], await IdsAsync("?period=2026-Q4&filter=state%3D在办"));
        var grouped = await _host.ReadAsync("luoyu", $"/api/procedures/{Id}/register?group=field:room");
        Assert.Equal(129, grouped.GetProperty("totals").GetProperty("field:people").GetDecimal());
        Assert.Equal([("一号", 2, 120m), ("二号", 1, 9m)], grouped.GetProperty("groups").EnumerateArray()
            .Select(group => (Text(group, "value")!, group.GetProperty("count").GetInt32(), group.GetProperty("totals").GetProperty("field:people").GetDecimal())));
        Assert.Equal([("一号", 0, 2), ("二号", 0, 1)], (await _host.ReadAsync("luoyu", $"/api/procedures/{Id}/matrix")).GetProperty("rows").EnumerateArray()
            .Select(row => (Text(row, "name")!, row.GetProperty("cells")[0].GetProperty("done").GetInt32(), row.GetProperty("cells")[0].GetProperty("all").GetInt32())));

        using (var sheet = new ZipArchive(await _host.As("luoyu").GetStreamAsync($"/api/procedures/{Id}/register/file?format=xlsx&sort=field:people")))
        using (var reader = new StreamReader(sheet.Entries.Single(entry => entry.FullName.EndsWith("sheet1.xml", StringComparison.Ordinal)).Open()))
        {
            var xml = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            Assert.Contains(">129<", xml, StringComparison.Ordinal);
            Assert.True(xml.IndexOf("小会", StringComparison.Ordinal) < xml.IndexOf("大会", StringComparison.Ordinal));
        }

        using (var pdf = PdfDocument.Open(await _host.As("luoyu").GetByteArrayAsync($"/api/procedures/{Id}/register/file?format=pdf&period=2026-12")))
        {
            var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
            Assert.Contains("会议室借用台账（2026年12月）", text, StringComparison.Ordinal);
            Assert.Contains("合计", text, StringComparison.Ordinal);
        }

        using var word = new ZipArchive(await _host.As("luoyu").GetStreamAsync($"/api/procedures/{Id}/register/file?format=docx"));
        Assert.NotNull(word.GetEntry("word/document.xml"));
        foreach (var wrong in new[] { "filter=colour%3D红", "sort=step:安排.opinion", "period=2026-13", "group=title", "filter=light%3D蓝", "filter=field:people%3D许多", "filter=due%3D0001-01-01..2026-12-31", "filter=due%3D2026-12-01..9999-12-31" })
            Assert.Equal(HttpStatusCode.BadRequest, (await _host.As("luoyu").GetAsync($"/api/procedures/{Id}/register?{wrong}")).StatusCode);

        // What is left out of a range is open.
        await Procedure.DecideAsync(_host, "luoyu", large, "同意", new { seats = "12000" });
        Assert.Equal([large], await IdsAsync("?filter=field:seats%3D10000.."));
        Assert.Equal([middle, large], await IdsAsync("?filter=due%3D..2026-12-14"));
        Assert.Equal([small], await IdsAsync("?filter=due%3D2026-12-15.."));
    }

    [Fact]
    public async Task Who_is_no_reader_sees_only_own_matters_and_others_none()
    {
        var matter = await StartAsync("小会", "9", "二号", await Procedure.PersonAsync(_host, "唐宁"));

        Assert.Equal([matter], await IdsAsync("", "linzhiyuan"));
        Assert.Equal([], await IdsAsync("", "dingyi"));
        // The registry keeps documents, not everybody's matters.
        Assert.Equal([], await IdsAsync("", "suxiao"));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("dingyi").GetAsync($"/api/documents/{matter}")).StatusCode);
    }

    [Fact]
    public async Task Lights_follow_the_working_calendar()
    {
        // 一号 is due on Monday 12-14 17:30, 二号 on Thursday 12-17.
        var host = await Procedure.PersonAsync(_host, "唐宁");
        var soon = await StartAsync("一", "9", "一号", host);
        var later = await StartAsync("二", "9", "二号", host);

        Assert.Equal(("黄", "绿"), await LightsAsync(soon, later));
        await Procedure.MoveClockAsync(_host, "2026-12-13T10:00:00+08:00");
        // On Sunday four working days are left of the second.
        Assert.Equal(("黄", "绿"), await LightsAsync(soon, later));
        await Procedure.MoveClockAsync(_host, "2026-12-14T17:31:00+08:00");
        Assert.Equal(("红", "黄"), await LightsAsync(soon, later));
        Assert.Equal([soon], await IdsAsync("?filter=light%3D红"));
        Assert.Equal([later], await IdsAsync("?filter=light%3D黄"));
    }

    [Fact]
    public async Task A_second_person_is_needed_where_the_step_says_so()
    {
        var matter = await StartAsync("小会", "9", "二号", await Procedure.PersonAsync(_host, "罗予"));
        await Procedure.DecideAsync(_host, "luoyu", matter, "同意", new { seats = "9" });

        using var same = await _host.As("luoyu").PostAsJsonAsync($"/api/work/seats/{Text(await _host.WaitForSeatAsync("luoyu", matter), "seatId")}/outcome", new { outcome = "已用" });

        Assert.Equal(HttpStatusCode.Forbidden, same.StatusCode);
        Assert.Contains("须由办理“安排”以外的第二人办理", await same.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matter_is_taken_back_urged_handed_on_and_shared_as_a_document_is()
    {
        var matter = await StartAsync("小会", "9", "二号", await Procedure.PersonAsync(_host, "唐宁"));
        await _host.WaitForAsync("linzhiyuan", $"/api/documents/{matter}", dossier => dossier.GetProperty("waiting").GetArrayLength() == 1);

        // 取回: nobody has opened it.
        await _host.PostAsync("linzhiyuan", $"/api/work/documents/{matter}/take-back", new { reason = "人数要改。" });
        await _host.SettleAsync();
        await Procedure.DecideAsync(_host, "linzhiyuan", matter, "提交", new { people = "8" });
        // 催办, 转办, 加签.
        var seat = Text(await _host.WaitForSeatAsync("luoyu", matter), "seatId");
        await _host.PostAsync("linzhiyuan", $"/api/work/documents/{matter}/urge", new { text = "请尽快安排。" });
        Assert.Contains((await _host.ReadAsync("luoyu", "/api/notices")).GetProperty("rows").EnumerateArray(), row => Text(row, "kind") == "Urge");
        await _host.PostAsync("luoyu", $"/api/work/seats/{seat}/transfer", new { personId = await Procedure.PersonAsync(_host, "许沛"), reason = "外出。" });
        await _host.ReadAsync("xupei", $"/api/documents/{matter}");
        await _host.PostAsync("xupei", $"/api/work/seats/{seat}/add", new { personId = await Procedure.PersonAsync(_host, "何敏"), reason = "一并看看。", place = "Beside" });
        using (var late = await _host.As("linzhiyuan").PostAsJsonAsync($"/api/work/documents/{matter}/take-back", new { reason = "再改。" }))
            Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        await Procedure.DecideAsync(_host, "xupei", matter, "同意", new { seats = "9" });
        Assert.Equal("安排", Text((await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}")).GetProperty("waiting")[0], "stepName"));
        await Procedure.DecideAsync(_host, "hemin", matter, "同意", new { seats = "9" });
        await Procedure.DecideAsync(_host, "tangning", matter, "已用");

        var dossier = await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}");
        Assert.Equal("Archived", Text(dossier, "state"));
        Assert.Equal(["登记", "取回", "提交", "催办", "转办", "加签", "同意", "同意", "写入字段", "已用", "归档"], Procedure.Acts(dossier));
    }

    [Fact]
    public async Task A_press_repeated_starts_one_matter_and_what_does_not_fit_starts_none()
    {
        var host = await Procedure.PersonAsync(_host, "唐宁");
        var body = new { values = new { subject = "小会", day = "2026-12-15", people = "9", room = "一号", host } };
        var ids = new List<string?>();
        for (var press = 0; press < 2; press++)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/procedures/{Id}/matters") { Content = JsonContent.Create(body) };
            request.Headers.Add("Idempotency-Key", "press-1");
            using var response = await _host.As("linzhiyuan").SendAsync(request);
            ids.Add(Text(JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement, "id"));
        }

        Assert.Equal(ids[0], ids[1]);
        foreach (var (values, reason) in new (object, string)[]
        {
            (new { subject = "小会", day = "明天", people = "9", room = "一号", host }, "“使用日期”应是日期"),
            (new { subject = "小会", day = "2026-12-15", people = "900", room = "一号", host }, "“人数”不能大于200"),
            (new { subject = "小会", day = "2026-12-15", people = "9", room = "一号", host = "nobody" }, "“联系人”中有不存在的人员"),
            (new { subject = "小会", day = "2026-12-15", people = "9", room = "一号", host, seats = "3" }, "现在不填写“安排座位”"),
        })
        {
            using var refused = await _host.As("linzhiyuan").PostAsJsonAsync($"/api/procedures/{Id}/matters", new { values });
            Assert.Equal((HttpStatusCode.BadRequest, true), (refused.StatusCode, (await refused.Content.ReadAsStringAsync()).Contains(reason, StringComparison.Ordinal)));
        }

        Assert.Single(await IdsAsync(""));
    }

    private async Task<string> StartAsync(string subject, string people, string room, string host) =>
        await Procedure.StartAsync(_host, "linzhiyuan", Id, new { subject, day = "2026-12-15", people, room, host });

    private async Task<(string?, string?)> LightsAsync(string one, string other) =>
        ((await Procedure.RowAsync(_host, "luoyu", Id, one))["灯"], (await Procedure.RowAsync(_host, "luoyu", Id, other))["灯"]);

    private async Task<IReadOnlyList<string?>> IdsAsync(string query, string login = "luoyu") =>
        [.. (await _host.ReadAsync(login, $"/api/procedures/{Id}/register{query}")).GetProperty("rows").EnumerateArray().Select(row => Text(row, "documentId"))];

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
