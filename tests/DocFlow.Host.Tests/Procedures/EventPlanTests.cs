using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>重大会议活动 from the offices' reports to the activity held.</summary>
[Collection(EventRoom.Name)]
public sealed class EventPlanTests(EventRoom room)
{
    private const string Plan = "2026年12月重大会议活动计划";

    private readonly OfficeHost _host = room.Host;

    [Fact]
    [Trait("Journey", "J15")]
    [Trait("Procedure", "event-plan")]
    public async Task A_months_plan_is_reported_without_conflicts_issued_announced_confirmed_changed_and_held()
    {
        var (organisation, finance) = (await Procedure.UnitAsync(_host, "市委组织部"), await Procedure.UnitAsync(_host, "市财政局"));
        var plan = await Procedure.StartAsync(_host, "luoyu", "event-plan", new { planName = Plan, units = $"{organisation},{finance}", issueBy = "2026-12-01", requirement = "请按时报送。" });
        var meeting = await room.ActivityAsync("组织工作推进会", "2026-12-15", "09:00", "10:30", "一号会议室", "市委组织部", "陆明");
        await DecideAsync("baihua", await room.OpenAsync("baihua", "活动报送", Plan), "报送", new { activities = Table(meeting) });

        // Both sources are named at entry: the leader and the room are taken.
        var report = await room.OpenAsync("shilei", "活动报送", Plan);
        var (status, text) = await room.TryDecideAsync("shilei", report, "报送", new { activities = Table(await room.ActivityAsync("预算协调会", "2026-12-15", "09:30", "11:00", "一号会议室", "市财政局", "陆明")) });
        Assert.Equal(HttpStatusCode.Conflict, status);
        foreach (var words in new[] { "陆明、一号会议室", "12月15日（周二）", "09:30—11:00《预算协调会》（市财政局）", "09:00—10:30《组织工作推进会》（市委组织部）" })
            Assert.Contains(words, text, StringComparison.Ordinal);
        // 无会周
        var quiet = await room.ActivityAsync("全市财源建设会议", "2026-12-09", "15:00", "17:00", "机关礼堂", "市财政局", kind: "全市性会议");
        var major = await room.ActivityAsync("年度工作部署会", "2026-12-18", "14:00", "16:00", "二号会议室", "市财政局", "陆明");
        major["support"] = organisation;
        (status, text) = await room.TryDecideAsync("shilei", report, "报送", new { activities = Table(quiet, major) });
        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.Contains("《全市财源建设会议》在无会周（12月7日至12月11日）内", text, StringComparison.Ordinal);
        quiet["exception"] = "省里统一要求";
        await DecideAsync("shilei", report, "报送", new { activities = Table(quiet, major) });
        var exception = (await _host.ReadAsync("shilei", $"/api/documents/{report}")).GetProperty("trace").EnumerateArray().Single(row => row.GetProperty("act").GetString() == "无会周例外");
        Assert.Contains("省里统一要求", exception.GetProperty("opinion").GetString(), StringComparison.Ordinal);

        await DecideAsync("luoyu", await room.OpenAsync("luoyu", "活动报送", Plan), "收录");
        await DecideAsync("luoyu", await room.OpenAsync("luoyu", "活动报送", Plan), "收录");
        await DecideAsync("luoyu", plan, "汇总");
        await DecideAsync("luoyu", plan, "无冲突");
        await DecideAsync("zhengliqun", plan, "审定");
        await DecideAsync("luoyu", plan, "发布");
        Assert.Empty(await ProducedFiles.NamesAsync(_host, "shilei", report));
        await DecideAsync("guchen", plan, "用印");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "shilei", report, "月度活动计划"));
        Assert.Equal([("月度活动计划", "顾晨", "罗予")], await ProducedFiles.SealLinesAsync(_host, plan));
        var issued = await ProducedFiles.CheckedAsync(_host, "luoyu", plan, "月度活动计划");
        foreach (var words in new[] { "月计划表", "周安排表", "组织工作推进会", "09:00—10:30", "12月14日至12月20日", "共安排会议活动3项" })
            Assert.Contains(words, issued, StringComparison.Ordinal);

        // However often an activity was written down, it stands once; the week prints in the office's form.
        var week = (await _host.ReadAsync("luming", "/api/schedule/?from=2026-12-14&to=2026-12-20")).EnumerateArray().ToList();
        Assert.Equal([("组织工作推进会", "09:00—10:30"), ("年度工作部署会", "14:00—16:00")], week.Select(line => (line.GetProperty("title").GetString()!, line.GetProperty("hours").GetString()!)));
        using (var table = PdfDocument.Open(await _host.As("luoyu").GetByteArrayAsync("/api/schedule/table?from=2026-12-14&to=2026-12-20")))
            Assert.Contains("重大会议活动周安排表", string.Concat(table.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value)), StringComparison.Ordinal);
        var word = await _host.As("luoyu").GetByteArrayAsync("/api/schedule/table?from=2026-12-01&to=2026-12-31&format=docx");
        Assert.Equal("PK"u8.ToArray(), word[..2]);

        await AnnounceAsync(major);
    }

    [Fact]
    [Trait("Procedure", "event")]
    public async Task Each_change_and_the_cancelling_go_out_at_once_with_a_number_of_their_own_and_are_sealed_even_when_all_is_closed()
    {
        var started = await room.TryStartAsync("luoyu", await room.ActivityAsync("企业座谈会", "2027-03-02", "09:00", "10:00", "三号会议室", "市财政局"));
        var activity = JsonDocument.Parse(started.Text).RootElement.GetProperty("id").GetString()!;
        await _host.SettleAsync();
        await DecideAsync("zhengliqun", activity, "同意");
        await DecideAsync("luoyu", activity, "发布预通告", new { notice = "听取意见。" });
        await DecideAsync("guchen", activity, "用印");
        await DecideAsync("luoyu", activity, "变更", new { heldOn = "2027-03-02", startsAt = "09:30", endsAt = "10:30", room = "三号会议室", changeNote = "时间调整。" });
        await DecideAsync("luoyu", activity, "取消", new { changeNote = "另行安排。" });

        Assert.Equal("Archived", (await _host.ReadAsync("luoyu", $"/api/documents/{activity}")).GetProperty("state").GetString());
        Assert.Equal(["变更通知", "变更通知（2）"], (await _host.ReadAsync("guchen", $"/api/documents/{activity}/letters")).EnumerateArray().Select(name => name.GetString()));
        var confirmation = await room.OpenAsync("shilei", "活动确认", "企业座谈会");
        var numbers = new HashSet<string>();
        foreach (var (name, words) in new[] { ("变更通知", "09:30至10:30"), ("变更通知（2）", "不再举行") })
        {
            await _host.PostAsync("guchen", $"/api/documents/{activity}/letters/{name}/seal", new { });
            Assert.True(await ProducedFiles.IsSealedAsync(_host, "shilei", confirmation, name), name);
            var text = await ProducedFiles.CheckedAsync(_host, "shilei", confirmation, name);
            Assert.Contains(words, text, StringComparison.Ordinal);
            Assert.True(numbers.Add(Regex.Match(text, "云办函〔[0-9]+〕[0-9]+号").Value), text);
        }

        Assert.Equal([("预通告", "顾晨", "罗予"), ("变更通知", "顾晨", "罗予"), ("变更通知（2）", "顾晨", "罗予")], await ProducedFiles.SealLinesAsync(_host, activity));
    }

    private async Task AnnounceAsync(Dictionary<string, string?> major)
    {
        var activity = await room.OpenAsync("luoyu", "重大活动", "年度工作部署会");
        await DecideAsync("luoyu", activity, "发布预通告", new { notice = "会议部署明年工作。", duty = await Procedure.PersonAsync(_host, "苏晓") });
        await AnnouncedBySealAsync(activity);
        var finance = await room.OpenAsync("shilei", "活动确认", "年度工作部署会");
        Assert.True(await ProducedFiles.IsSealedAsync(_host, "shilei", finance, "预通告"));
        var notice = await ProducedFiles.CheckedAsync(_host, "shilei", finance, "预通告");
        foreach (var words in new[] { "定于2026年12月18日14:00至16:00，在二号会议室", "由市财政局牵头，市委组织部配合，苏晓值班" })
            Assert.Contains(words, notice, StringComparison.Ordinal);
        await DecideAsync("shilei", finance, "确认");
        var (status, text) = await room.TryDecideAsync("luoyu", activity, "全部确认", new { });
        Assert.Equal(HttpStatusCode.Conflict, status);
        Assert.Contains("还有2项", text, StringComparison.Ordinal);

        // Due three working days before; two working days before, at the start of work, the list of who hasn't confirmed.
        await Procedure.MoveClockAsync(_host, "2026-12-16T08:29:00+08:00");
        Assert.DoesNotContain("未确认名单", await ProducedFiles.NamesAsync(_host, "luoyu", activity));
        await Procedure.MoveClockAsync(_host, "2026-12-16T08:31:00+08:00");
        var list = await ProducedFiles.CheckedAsync(_host, "luoyu", activity, "未确认名单");
        Assert.Contains("还有2个单位或值班人员没有确认", list, StringComparison.Ordinal);
        Assert.Contains("市委组织部。苏晓。", list, StringComparison.Ordinal);
        // For the section's own use: no number, no seal, and nobody outside has it.
        Assert.DoesNotContain("云办函", list, StringComparison.Ordinal);
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "luoyu", activity, "未确认名单"));
        Assert.DoesNotContain("未确认名单", await ProducedFiles.NamesAsync(_host, "shilei", finance));
        await DecideAsync("baihua", await room.OpenAsync("baihua", "活动确认", "年度工作部署会"), "确认");
        await DecideAsync("suxiao", await room.OpenAsync("suxiao", "活动确认", "年度工作部署会"), "确认");

        // A change is announced and confirmed anew.
        var changed = major.Where(pair => pair.Key is "heldOn" or "startsAt" or "endsAt" or "leaders").ToDictionary(pair => pair.Key, pair => pair.Value);
        await DecideAsync("luoyu", activity, "变更", new Dictionary<string, string?>(changed) { ["room"] = "三号会议室", ["changeNote"] = "二号会议室检修。" });
        Assert.Contains("在三号会议室", await CheckedChangeAsync(activity, "变更通知"), StringComparison.Ordinal);
        foreach (var login in new[] { "baihua", "shilei", "suxiao" })
            await DecideAsync(login, await room.OpenAsync(login, "活动确认", "年度工作部署会"), "确认");
        foreach (var outcome in new[] { "全部确认", "重新安排", "按时举行", "举行完毕" })
            await DecideAsync("luoyu", activity, outcome, outcome == "按时举行" ? new { } : null);
        var row = await Procedure.RowAsync(_host, "luoyu", "event", activity);
        Assert.Equal(("2026-12-18", "14:00", "三号会议室", "6/6", "办结", Plan), (row["日期"], row["开始"], row["会议室"], row["确认"], row["状态"], row["来源"]));
    }

    // Nothing reaches anybody before the second person has sealed it; a seat that waits is reminded, and the director told.
    private async Task AnnouncedBySealAsync(string activity)
    {
        Assert.DoesNotContain((await _host.ReadAsync("shilei", "/api/work/open")).GetProperty("rows").EnumerateArray(), row => row.GetProperty("kind").GetString() == "活动确认" && row.GetProperty("title").GetString() == "年度工作部署会");
        await Procedure.MoveClockAsync(_host, "2026-11-27T09:00:00+08:00");
        Assert.Contains("《年度工作部署会》的“用印”请于2026年11月27日17:30前办理。", await NoticesAsync("guchen"), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-11-30T17:31:00+08:00");
        Assert.Contains("《年度工作部署会》的“用印”已于2026年11月27日17:30到期，顾晨至今未办，请过问。", await NoticesAsync("zhengliqun"), StringComparison.Ordinal);
        await DecideAsync("guchen", activity, "用印");
        Assert.Equal([("预通告", "顾晨", "罗予")], await ProducedFiles.SealLinesAsync(_host, activity));
    }

    // A change goes out at once; the keeper seals it afterwards, and its receivers have the sealed one then.
    private async Task<string> CheckedChangeAsync(string activity, string name)
    {
        var confirmation = await room.OpenAsync("baihua", "活动确认", "年度工作部署会");
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "baihua", confirmation, name));
        Assert.Contains($"《年度工作部署会》已发出{name}，请用印。", await NoticesAsync("guchen"), StringComparison.Ordinal);
        await _host.PostAsync("guchen", $"/api/documents/{activity}/letters/{name}/seal", new { });
        foreach (var (login, matter) in new[] { ("baihua", confirmation), ("luoyu", activity) })
            Assert.True(await ProducedFiles.IsSealedAsync(_host, login, matter, name), login);
        Assert.Contains($"《年度工作部署会》的{name}已加盖印章，请查阅。", await NoticesAsync("baihua"), StringComparison.Ordinal);
        Assert.Equal((name, "顾晨", "罗予"), (await ProducedFiles.SealLinesAsync(_host, activity))[^1]);
        return await ProducedFiles.CheckedAsync(_host, "baihua", confirmation, name);
    }

    private async Task<string> NoticesAsync(string login) =>
        string.Join('\n', (await _host.ReadAsync(login, "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()));

    private static string Table(params Dictionary<string, string?>[] rows) => JsonSerializer.Serialize(rows.Select(row => row.Where(cell => cell.Value is not null).ToDictionary()));

    private Task DecideAsync(string login, string matter, string outcome, object? values = null) => Procedure.DecideAsync(_host, login, matter, outcome, values);
}
