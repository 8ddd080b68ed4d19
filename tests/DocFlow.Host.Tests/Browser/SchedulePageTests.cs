using System.Text.Json;
using DocFlow.Host.Tests.Procedures;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>日程 and 突发情况 on a phone.</summary>
public sealed class SchedulePageTests
{
    [Fact]
    [Trait("Procedure", "event-service")]
    public async Task The_week_is_read_and_an_incident_is_raised_on_a_phone()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: a browser clicks through what the tests of the procedures play over HTTP.");
        Assert.SkipWhen(OfficeBrowser.Program is null, "Chromium is not installed.");
        await using var host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-14T09:00:00+08:00" }));
        await Procedure.BringAsync(host, "event", "event-confirm", "event-service", "event-task", "incident");
        var (section, leader) = (await Procedure.UnitAsync(host, "综合科"), await Procedure.PersonAsync(host, "罗予"));
        await Procedure.StartAsync(host, "luoyu", "event", new { title = "年度工作部署会", kind = "部门会议", heldOn = "2026-12-15", startsAt = "09:00", endsAt = "10:30", room = "一号会议室", leaders = leader, lead = section, source = "临时安排" });
        await Procedure.StartAsync(host, "luoyu", "event", new { title = "重点项目调研", kind = "调研考察", heldOn = "2026-12-18", startsAt = "14:00", endsAt = "17:00", place = "青禾县", lead = section, source = "临时安排" });
        var service = await Procedure.StartAsync(host, "luoyu", "event-service", new { title = "重点项目调研", kind = "视察调研", heldOn = "2026-12-18", place = "青禾县", lead = section, closeOn = "2026-12-25" });
        await Procedure.DecideAsync(host, "zhengliqun", service, "同意");
        await Procedure.DecideAsync(host, "luoyu", service, "报审", new
        {
            plan = "做好车辆调度。", groups = JsonSerializer.Serialize(new[] { new { group = "协调组", unit = section, task = "统筹", contact = "罗予" } }),
            duties = JsonSerializer.Serialize(new[] { new { day = "2026-12-18", startsAt = "08:00", endsAt = "18:00", person = leader } }),
            chain = JsonSerializer.Serialize(new[] { new { person = await Procedure.PersonAsync(host, "许沛") }, new { person = await Procedure.PersonAsync(host, "何敏") } }),
        });
        await using var browser = await OfficeBrowser.StartAsync(host);
        var page = await browser.SignInAsync("luoyu");
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync($"{host.Address}/schedule");
        await page.GetByRole(AriaRole.Region, new() { Name = "12月15日（周二）" }).GetByText("09:00—10:30").WaitForAsync();
        await page.GetByRole(AriaRole.Region, new() { Name = "12月18日（周五）" }).GetByText("青禾县").WaitForAsync();
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "The week is wider than a phone.");
        await page.GetByRole(AriaRole.Button, new() { Name = "生成订阅地址" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("订阅地址（只显示这一次）")).ToHaveValueAsync(new System.Text.RegularExpressions.Regex("/feeds/[0-9a-f]{64}\\.ics$"));
        await page.GetByRole(AriaRole.Link, new() { Name = "看月" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "日程（2026年12月）" }).WaitForAsync();

        // What the activity says already isn't asked again: one line and one press.
        await page.GotoAsync($"{host.Address}/emergency?from={service}");
        await page.GetByLabel("发生了什么（必填）").FillAsync("一辆保障车故障");
        await page.GetByLabel("发生了什么（必填）").BlurAsync();
        await Assertions.Expect(page.GetByLabel("接报顺序")).ToHaveCountAsync(0);
        Assert.True(await page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth"), "The form is wider than a phone.");
        await page.GetByRole(AriaRole.Button, new() { Name = "立即上报" }).ClickAsync();
        await page.WaitForURLAsync("**/documents/*");
        await Procedure.DecideAsync(host, "xupei", page.Url.Split('/')[^1], "接报");
        Assert.Empty(browser.ConsoleErrors);
    }
}
