using System.Net;
using System.Net.Http.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>“四零”: from the error to the line that the step asks to be ticked from the next document on.</summary>
public sealed class ZeroErrorTests : IAsyncLifetime
{
    private const string Id = "zero-error";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync();
        await Procedure.BringAsync(_host, Id);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J21")]
    [Trait("Procedure", Id)]
    public async Task An_error_is_reviewed_and_mended_never_deleted_and_its_lesson_is_ticked_from_the_next_document_on()
    {
        var before = await Notice.StartAsync(_host);
        var form = await _host.ReadAsync("linzhiyuan", $"/api/procedures/{Id}/form?from={before}");
        var items = Options(form, "item");
        Assert.Equal((35, "12　附件内容错误或未经校对"), (items.Count, items[11]));
        Assert.Contains("发文办理／科室审核", Options(form, "step"));
        var error = await Procedure.StartAsync(_host, "linzhiyuan", Id, new
        {
            kind = "差错", item = items[11], foundOn = "2026-12-10", unit = await Procedure.UnitAsync(_host, "秘书一科"), person = await Procedure.PersonAsync(_host, "林知远"), step = "发文办理／科室审核", facts = "附件第3行合计有误。",
        }, bornFromId: before);
        await Procedure.DecideAsync(_host, "dingyi", error, "成立", new { grade = "一般" });
        await Procedure.DecideAsync(_host, "hemin", error, "复盘完成", new { cause = "附件没有二人校对。", measure = "校对双人。" });
        await Procedure.DecideAsync(_host, "linzhiyuan", error, "整改完成", new { done = "已更正第1行。", checkLine = "附件已校对" });
        // What was not mended is mended again, and goes the same way to its end.
        await Procedure.DecideAsync(_host, "dingyi", error, "未通过");
        await Procedure.DecideAsync(_host, "linzhiyuan", error, "整改完成", new { done = "已更正。", checkLine = "附件已由两人校对" });
        await Procedure.DecideAsync(_host, "dingyi", error, "通过");

        var dossier = await _host.ReadAsync("dingyi", $"/api/documents/{error}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Equal(before, (await _host.ReadAsync("linzhiyuan", $"/api/documents/{error}")).GetProperty("links").EnumerateArray().Single().GetProperty("documentId").GetString());
        Assert.Contains("加入核对清单", Procedure.Acts(dossier));
        // The document that was under way isn't asked; the next one is.
        await _host.DecideAsync("hemin", before, "同意");
        var next = await Notice.StartAsync(_host);
        var act = (await ReadActAsync("hemin", next)).GetProperty("checklist").EnumerateArray().Single();
        Assert.Equal("附件已由两人校对", act.GetProperty("text").GetString());
        var seat = (await _host.WaitForSeatAsync("hemin", next)).GetProperty("seatId").GetString();
        using (var bare = await _host.As("hemin").PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome = "同意" }))
            Assert.Equal((HttpStatusCode.BadRequest, true), (bare.StatusCode, (await bare.Content.ReadAsStringAsync()).Contains("核对清单还有1条没有勾选：“附件已由两人校对”", StringComparison.Ordinal)));
        await _host.PostAsync("hemin", $"/api/work/seats/{seat}/outcome", new { outcome = "同意", ticked = new[] { act.GetProperty("id").GetString() } });
        Assert.Contains((await _host.ReadAsync("hemin", $"/api/documents/{next}")).GetProperty("trace").EnumerateArray(), row =>
            (row.GetProperty("act").GetString(), row.GetProperty("actorName").GetString(), row.GetProperty("opinion").GetString()) == ("核对", "何敏", "附件已由两人校对"));

        using (var voided = await _host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{error}/void", new { reason = "不想要了" }))
            Assert.Equal((HttpStatusCode.Conflict, true), (voided.StatusCode, (await voided.Content.ReadAsStringAsync()).Contains("不能作废或删除，只能批注", StringComparison.Ordinal)));
        await _host.PostAsync("dingyi", $"/api/documents/{error}/annotations", new { text = "与11月同类。" });
        Assert.Equal("批注", Procedure.Acts(await _host.ReadAsync("dingyi", $"/api/documents/{error}"))[^1]);
    }

    [Fact]
    [Trait("Journey", "J21")]
    [Trait("Procedure", Id)]
    public async Task Errors_are_counted_by_unit_and_kind_and_a_changed_list_leaves_them_as_they_are()
    {
        await ReportAsync("秘书一科", "差错");
        await ReportAsync("秘书一科", "失误");
        var last = await ReportAsync("综合科", "差错");

        var grouped = await _host.ReadAsync("dingyi", $"/api/procedures/{Id}/register?group=field:unit");
        Assert.Equal([("秘书一科", 2), ("综合科", 1)], grouped.GetProperty("groups").EnumerateArray().Select(group => (group.GetProperty("value").GetString()!, group.GetProperty("count").GetInt32())));
        var matrix = await _host.ReadAsync("dingyi", $"/api/procedures/{Id}/matrix");
        Assert.Equal(["事故", "差错", "失误"], matrix.GetProperty("columns").EnumerateArray().Select(column => column.GetString()));
        Assert.Equal([0, 1, 1], matrix.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("name").GetString() == "秘书一科").GetProperty("cells").EnumerateArray()
            .Select(cell => cell.ValueKind == System.Text.Json.JsonValueKind.Null ? 0 : cell.GetProperty("all").GetInt32()));

        using (var denied = await _host.As("linzhiyuan").PutAsJsonAsync("/api/lists/negative-list", new { items = new[] { "1　其他" } }))
            Assert.Equal(HttpStatusCode.Forbidden, denied.StatusCode);
        foreach (var wrong in new[] { new string[0], ["一", "一"], ["一,二"] })
        {
            using var refused = await _host.As("dingyi").PutAsJsonAsync("/api/lists/negative-list", new { items = wrong });
            Assert.Equal(HttpStatusCode.BadRequest, refused.StatusCode);
        }

        using (var changed = await _host.As("dingyi").PutAsJsonAsync("/api/lists/negative-list", new { items = new[] { "1　新的一项" } }))
            Assert.Equal(HttpStatusCode.NoContent, changed.StatusCode);
        Assert.Equal(["1　新的一项"], Options(await _host.ReadAsync("linzhiyuan", $"/api/procedures/{Id}/form"), "item"));
        Assert.Equal("16　错别字、标点差错", (await Procedure.RowAsync(_host, "dingyi", Id, last))["负面清单"]);
    }

    private async Task<string> ReportAsync(string unit, string kind) => await Procedure.StartAsync(_host, "linzhiyuan", Id, new
    {
        title = "错字", kind, item = "16　错别字、标点差错", foundOn = "2026-12-10", unit = await Procedure.UnitAsync(_host, unit), person = await Procedure.PersonAsync(_host, "林知远"), step = "发文办理／科室审核", facts = "一处错字。",
    });

    private async Task<System.Text.Json.JsonElement> ReadActAsync(string login, string document)
    {
        await _host.WaitForSeatAsync(login, document);
        return (await _host.ReadAsync(login, $"/api/documents/{document}")).GetProperty("acts")[0];
    }

    private static List<string?> Options(System.Text.Json.JsonElement form, string key) => [.. form.GetProperty("fields").EnumerateArray().Single(field => field.GetProperty("key").GetString() == key)
        .GetProperty("options").EnumerateArray().Select(option => option.GetString())];
}
