namespace DocFlow.Host.Tests;

/// <summary>The notice that the tests play with.</summary>
internal static class Notice
{
    public const string Source = """
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于开展“无会周”活动的通知
        主送: [各县（区）委办公室, 市委各部门办公室, 市直各单位办公室]
        抄送: [市人大常委会办公室, 市政府办公室, 市政协办公室]
        印发机关: 中共云河市委办公室
        ---
        经研究，决定开展“无会周”活动。现将有关事项通知如下。
        一、时间安排
        每月第二周为“无会周”。
        """;

    /// <summary>Drafted by 林知远 and sent for review, with three units to countersign.</summary>
    public static async Task<string> StartAsync(OfficeHost host)
    {
        var id = await DraftAsync(host);
        var draft = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        await host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = draft.GetProperty("version").GetInt32() });
        await host.SettleAsync();
        return id;
    }

    /// <summary>A document of 林知远 that nobody countersigns, through all its steps until it is filed.</summary>
    public static async Task<string> IssueAsync(OfficeHost host, string source)
    {
        var id = (await host.PostAsync("linzhiyuan", "/api/documents", new { source })).GetProperty("id").GetString()!;
        var draft = await host.ReadAsync("linzhiyuan", $"/api/documents/{id}/draft");
        await host.PostAsync("linzhiyuan", $"/api/documents/{id}/start", new { version = draft.GetProperty("version").GetInt32() });
        await host.SettleAsync();
        foreach (var (login, outcome) in new[]
        {
            ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("hansong", "同意"), ("luming", "签发"), ("suxiao", "通过"), ("suxiao", "编号"), ("guchen", "用印"), ("suxiao", "印发"),
        })
            await host.DecideAsync(login, id, outcome);
        return id;
    }

    public static async Task<string> DraftAsync(OfficeHost host, string source = Source)
    {
        var units = (await host.ReadAsync("linzhiyuan", "/api/work/cosigning-units")).EnumerateArray()
            .Where(unit => unit.GetProperty("name").GetString() is "市委组织部" or "市财政局" or "市行政审批局")
            .Select(unit => unit.GetProperty("id").GetString())
            .ToList();
        var created = await host.PostAsync("linzhiyuan", "/api/documents", new { source, cosigningUnitIds = units });
        return created.GetProperty("id").GetString()!;
    }
}
