using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>发后跟踪: the duty sentences of a document become tasks with a frequency, and its evaluation may repeal it.</summary>
public sealed class PolicyTrackingTests : IAsyncLifetime
{
    private const string Id = "policy-tracking";
    private const string Clause = "policy-clause";
    private const string Source = """
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于开展“无会周”活动的通知
        主送: 各县（区）委办公室
        ---
        为进一步精简会议，决定开展“无会周”活动。现将有关事项通知如下。

        一、有关要求

        （一）确需召开的，由承办单位提前3个工作日报市委办公室审核。

        （二）市委办公室每月通报执行情况。
        """;

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id, Clause);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J18")]
    [Trait("Procedure", "policy-document")]
    public async Task Duty_sentences_become_tasks_that_come_again_and_a_repealed_document_is_flagged_where_it_is_cited()
    {
        var document = (await _host.PostAsync("tangning", "/api/documents", new { source = Source })).GetProperty("id").GetString()!;
        var form = await _host.ReadAsync("tangning", $"/api/procedures/{Id}/form?from={document}");
        var proposed = JsonDocument.Parse(form.GetProperty("values").GetProperty("clauses").GetString()!).RootElement.EnumerateArray().Select(row => row.GetProperty("title").GetString()!).ToList();
        Assert.Equal(["确需召开的，由承办单位提前3个工作日报市委办公室审核", "市委办公室每月通报执行情况"], proposed);

        var (qinghe, own) = (await Procedure.UnitAsync(_host, "青禾县委办公室"), await Procedure.UnitAsync(_host, "秘书一科"));
        var clauses = JsonSerializer.Serialize(new object[] { new { title = proposed[0] }, new { title = proposed[1], units = $"{qinghe},{own}", frequency = "每月" } });
        var matter = await Procedure.StartAsync(_host, "tangning", Id, new { title = "关于开展“无会周”活动的通知", number = "云办发〔2026〕37号", clauses }, bornFromId: document);

        // The first is due at the end of the month; what has no unit isn't tracked.
        var part = (await _host.WaitForAsync("xiahe", "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0)).GetProperty("rows")[0].GetProperty("documentId").GetString()!;
        var line = await Procedure.RowAsync(_host, "xiahe", Clause, part);
        Assert.Equal((proposed[1], "云办发〔2026〕37号", "每月", "2026-12-31", "绿"), (line["条款"], line["依据文号"], line["频次"], line["本期期限"], line["灯"]));
        Assert.Equal("0/2", (await Procedure.RowAsync(_host, "tangning", Id, matter))["条款办结"]);
        await Procedure.DecideAsync(_host, "xiahe", part, "反馈", new { answer = "12月未召开全县性会议。" });
        await Procedure.DecideAsync(_host, "tangning", part, "继续跟踪");
        line = await Procedure.RowAsync(_host, "tangning", Clause, part);
        Assert.Equal(("2027-01-31", "12月未召开全县性会议。", "反馈（夏禾）"), (line["本期期限"], line["落实情况"], line["当前环节"]));
        // The answer comes back to the sentence of the document that it answers.
        var (named, tracked) = await DutiesAsync("tangning", document);
        Assert.Equal(proposed, named);
        Assert.Equal([$"{proposed[1]}｜青禾县委办公室｜每月｜在办｜12月未召开全县性会议。", $"{proposed[1]}｜秘书一科｜每月｜在办｜"], tracked);
        using (var outsider = await _host.As("xiahe").GetAsync($"/api/documents/{document}/duties"))
            Assert.Equal(System.Net.HttpStatusCode.NotFound, outsider.StatusCode);
        // The answer stands in the chain of the document.
        var chain = (await _host.ReadAsync("tangning", $"/api/documents/{document}/chain")).GetProperty("links").EnumerateArray().Select(link => (link.GetProperty("documentId").GetString(), link.GetProperty("depth").GetInt32())).ToList();
        Assert.Equal([(document, 0), (matter, 1), (part, 2)], chain.Take(3));
        await Procedure.DecideAsync(_host, "xiahe", part, "反馈", new { answer = "1月未召开全县性会议。" });
        await Procedure.DecideAsync(_host, "tangning", part, "结束跟踪");
        Assert.Equal("1/2", (await Procedure.RowAsync(_host, "tangning", Id, matter))["条款办结"]);

        Assert.Empty(await FindingsAsync());
        // 125 working days after 10 December 2026, some six months.
        Assert.StartsWith("2027-06", (await Procedure.RowAsync(_host, "tangning", Id, matter))["评估期限"], StringComparison.Ordinal);
        await Procedure.DecideAsync(_host, "tangning", matter, "报审", new { conclusion = "废止", reason = "已由新规定代替。" });
        Assert.Empty(await FindingsAsync());
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "同意");
        Assert.Equal("云办发〔2026〕37号已废止，不能再作为依据引用。", Assert.Single(await FindingsAsync()));
    }

    [Fact]
    [Trait("Journey", "J18")]
    public async Task An_issued_document_with_duties_is_handed_to_supervision_which_starts_tracking_from_its_page()
    {
        await Procedure.BringAsync(_host, "policy-document");
        var bound = await IssueAsync("市委办公室每月通报执行情况。");
        var free = await IssueAsync("“无会周”活动意义重大。");

        var told = (await _host.ReadAsync("tangning", "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()!).Where(text => text.Contains("任务句", StringComparison.Ordinal)).ToList();
        Assert.Contains("正文有1条任务句", Assert.Single(told), StringComparison.Ordinal);
        var sheet = await _host.ReadAsync("tangning", $"/api/documents/{bound}/duties");
        Assert.Equal(Id, sheet.GetProperty("trackingProcedureId").GetString());
        // The drafter sees the sentences, and can't start what belongs to supervision.
        Assert.Equal((1, JsonValueKind.Null), (await _host.ReadAsync("linzhiyuan", $"/api/documents/{bound}/duties")) is var own ? (own.GetProperty("duties").GetArrayLength(), own.GetProperty("trackingProcedureId").ValueKind) : default);
        Assert.Equal(0, (await _host.ReadAsync("linzhiyuan", $"/api/documents/{free}/duties")).GetProperty("duties").GetArrayLength());
        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await _host.As("tangning").GetAsync($"/api/documents/{free}")).StatusCode);
        var form = await _host.ReadAsync("tangning", $"/api/procedures/{Id}/form?from={bound}");
        Assert.Contains("市委办公室每月通报执行情况", form.GetProperty("values").GetProperty("clauses").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Procedure", "policy-document")]
    public async Task The_register_of_documents_is_read_as_it_stood_at_a_moment_whatever_is_done_afterwards()
    {
        await Procedure.BringAsync(_host, "policy-document");
        var id = (await _host.PostAsync("linzhiyuan", "/api/documents", new { source = Source })).GetProperty("id").GetString()!;
        var stood = new List<(string At, string Text)> { await StandsAsync() };
        await _host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft")).GetProperty("version").GetInt32() });
        await _host.SettleAsync();
        stood.Add(await StandsAsync());
        foreach (var (login, outcome) in new[]
        {
            ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发"),
        })
        {
            await _host.DecideAsync(login, id, outcome);
            if (outcome is "签发" or "编号" or "印发")
                stood.Add(await StandsAsync());
        }

        await _host.PostAsync("xiahe", $"/api/documents/{id}/receive", new { });
        stood.Add(await StandsAsync());

        Assert.Equal("", stood[0].Text);
        Assert.Contains("|在办", stood[1].Text, StringComparison.Ordinal);
        Assert.Contains("陆明|2026-12-10", stood[2].Text, StringComparison.Ordinal);
        Assert.Contains("云办发〔2026〕37号", stood[3].Text, StringComparison.Ordinal);
        Assert.Contains("|0/3|已归档", stood[4].Text, StringComparison.Ordinal);
        Assert.Contains("|1/3|已归档", stood[5].Text, StringComparison.Ordinal);
        foreach (var (at, text) in stood)
            Assert.Equal(text, await RegisterAsync($"?at={Uri.EscapeDataString(at)}"));
        foreach (var (moment, state, isThere) in new[] { (stood[2].At, "办结", false), (stood[2].At, "在办", true), (stood[4].At, "办结", true), (stood[4].At, "在办", false) })
            Assert.Equal((state, isThere), (state, (await RegisterAsync($"?at={Uri.EscapeDataString(moment)}&filter={Uri.EscapeDataString($"state={state}")}")).Length > 0));
    }

    private async Task<(string At, string Text)> StandsAsync()
    {
        var text = await RegisterAsync("");
        return ((await _host.ReadAsync("suxiao", "/api/clock")).GetProperty("now").GetString()!, text);
    }

    private async Task<string> RegisterAsync(string query) => string.Join('\n', (await _host.ReadAsync("suxiao", $"/api/procedures/policy-document/register{query}")).GetProperty("rows").EnumerateArray()
        .Select(row => string.Join('|', row.GetProperty("cells").EnumerateArray().Select(cell => cell.GetProperty("text").GetString()))));

    private async Task<string> IssueAsync(string duty)
    {
        var id = await Notice.IssueAsync(_host, Source.Replace("（一）确需召开的，由承办单位提前3个工作日报市委办公室审核。", "（一）切实转变作风。", StringComparison.Ordinal).Replace("市委办公室每月通报执行情况。", duty, StringComparison.Ordinal));
        Assert.Equal("Archived", (await _host.ReadAsync("linzhiyuan", $"/api/documents/{id}")).GetProperty("state").GetString());
        return id;
    }

    private async Task<(IReadOnlyList<string> Sentences, IReadOnlyList<string> Tasks)> DutiesAsync(string login, string document)
    {
        var duties = (await _host.ReadAsync(login, $"/api/documents/{document}/duties")).GetProperty("duties").EnumerateArray().ToList();
        var tasks = duties.SelectMany(duty => duty.GetProperty("tasks").EnumerateArray().Select(task =>
            string.Join('｜', duty.GetProperty("sentence").GetString(), task.GetProperty("unitName").GetString(), task.GetProperty("frequency").GetString(), task.GetProperty("standing").GetString(), task.GetProperty("answer").GetString())));
        return ([.. duties.Select(duty => duty.GetProperty("sentence").GetString()!)], [.. tasks]);
    }

    private async Task<IReadOnlyList<string?>> FindingsAsync()
    {
        var source = Source.Replace("为进一步精简会议，", "根据云办发〔2026〕37号，", StringComparison.Ordinal);
        var checkedText = await _host.PostAsync("linzhiyuan", "/api/check", new { source });
        return [.. checkedText.GetProperty("findings").EnumerateArray().Where(finding => finding.GetProperty("rule").GetString() == "T-21").Select(finding => finding.GetProperty("message").GetString())];
    }
}
