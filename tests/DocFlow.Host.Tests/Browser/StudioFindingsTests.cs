using System.Text.Json.Nodes;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>What publishing finds is shown on the canvas, in the real designer.</summary>
public sealed class StudioFindingsTests(StudioRoom room) : IClassFixture<StudioRoom>
{
    private const string NoPost = "“科长审核”没有填写“岗位”。";
    private const string DeadEnd = "“主任审核”的“同意”出口没有连线；如到此结束，请连到“结束”。";
    private const string NoFork = "只有一条连线进入“汇合”，没有可汇合的分支。";

    [Fact]
    [Trait("Journey", "J24")]
    public async Task Three_mistakes_are_marked_on_the_canvas_with_their_reasons_and_the_marks_go_when_they_are_mended()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: it drives a browser.");
        StudioPagesTests.SkipWithoutParts();
        var desk = await room.DeskAsync();
        await desk.ApiAsync("POST", "workflow-definitions", Procedure);
        await desk.OpenAsync("three-mistakes");

        // Opened, it says so already; the list is shut until somebody wants it, or a publication is refused.
        await Assertions.Expect(Marks(desk)).ToHaveCountAsync(3);
        await Assertions.Expect(Lines(desk).First).ToBeHiddenAsync();
        await desk.PressPublishAsync();
        await Assertions.Expect(Lines(desk)).ToHaveTextAsync([NoFork, DeadEnd, NoPost]);
        await Assertions.Expect(desk.Frame.Locator("#findings > button")).ToHaveTextAsync("2 处须改正，1 处请留意");
        foreach (var (node, severity, reason) in new[] { ("科长审核", "error", NoPost), ("主任审核", "error", DeadEnd), ("汇合", "warning", NoFork) })
        {
            var mark = desk.Node(node).Locator("> .docflow-finding");
            await Assertions.Expect(mark).ToHaveAttributeAsync("data-severity", severity);
            await Assertions.Expect(mark.Locator("title")).ToHaveTextAsync(reason);
        }

        Assert.Equal(0, await desk.Node("主任审核").Locator("> .docflow-finding title").Filter(new() { HasText = NoPost }).CountAsync());
        // The list leads to the activity, whose panel is where it is mended.
        await Lines(desk).Filter(new() { HasText = "科长审核" }).ClickAsync();
        await desk.Field("由哪个岗位办理").Locator(".mud-input-slot").First.ClickAsync();
        await desk.SavedAsync(() => desk.ChooseAsync("市委领导/秘书长"));
        await Assertions.Expect(desk.Node("科长审核").Locator("> .docflow-finding")).ToHaveCountAsync(0);
        await desk.ConnectAsync("主任审核", "同意", "结束");
        await Assertions.Expect(Marks(desk)).ToHaveCountAsync(1);
        // Shut, the list leaves the canvas free.
        await desk.Frame.Locator("#findings > button").ClickAsync();
        await Assertions.Expect(Lines(desk).First).ToBeHiddenAsync();
        await desk.ConnectAsync("分支", "C", "汇合");
        await Assertions.Expect(Marks(desk)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Frame.Locator("#findings")).ToBeHiddenAsync();
        await desk.PublishAsync();

        // A refusal is no fault of the page, but browsers write it down.
        Assert.DoesNotContain(room.Browser.ConsoleErrors, error => !error.Contains("400", StringComparison.Ordinal));
    }

    private static ILocator Marks(StudioDesk desk) => desk.Frame.Locator(".x6-node > .docflow-finding");

    private static ILocator Lines(StudioDesk desk) => desk.Frame.Locator("#findings li button");

    private static string Procedure => new JsonObject
    {
        ["model"] = new JsonObject
        {
            ["definitionId"] = "three-mistakes",
            ["name"] = "请示件办理",
            ["root"] = new JsonObject
            {
                ["id"] = "chart",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["activities"] = new JsonArray(
                    Activity("draft", "拟稿", "DocFlow.Draft", 0, 0),
                    Activity("section", "科长审核", "DocFlow.Review", 260, 0),
                    Activity("fork", "分支", "Elsa.FlowFork", 520, 0, ("branches", "[\"A\",\"B\",\"C\"]")),
                    Activity("join", "汇合", "Elsa.FlowJoin", 560, 110),
                    Activity("office", "主任审核", "DocFlow.Review", 260, 220, ("post", "市委办公室/主任")),
                    Activity("end", "结束", "Elsa.End", 560, 220)),
                ["connections"] = new JsonArray(
                    Arrow("draft", "送审", "section"), Arrow("section", "同意", "fork"), Arrow("section", "退回", "draft"), Arrow("office", "退回", "draft"),
                    Arrow("fork", "A", "join"), Arrow("fork", "B", "end"), Arrow("join", "Done", "office")),
            },
        },
        ["publish"] = false,
    }.ToJsonString();

    private static JsonObject Activity(string id, string name, string type, int x, int y, (string Name, string Value)? input = null)
    {
        var activity = new JsonObject
        {
            ["id"] = id,
            ["name"] = name,
            ["type"] = type,
            ["version"] = 1,
            ["metadata"] = new JsonObject { ["displayText"] = name, ["designer"] = new JsonObject { ["position"] = new JsonObject { ["x"] = x, ["y"] = y }, ["size"] = new JsonObject { ["width"] = 180, ["height"] = 54 } } },
        };
        if (input is { } given)
            activity[given.Name] = new JsonObject { ["typeName"] = "String", ["expression"] = new JsonObject { ["type"] = "Literal", ["value"] = given.Value } };
        return activity;
    }

    private static JsonObject Arrow(string source, string port, string target) => new()
    {
        ["source"] = new JsonObject { ["activity"] = source, ["port"] = port },
        ["target"] = new JsonObject { ["activity"] = target, ["port"] = "In" },
    };
}
