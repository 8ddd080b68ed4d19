using System.Text.Json;
using Microsoft.Playwright;

namespace DocFlow.Host.Tests.Browser;

/// <summary>Every procedure of the repository opens in the real designer, whole, readable and without a complaint.</summary>
public sealed class StudioRepositoryTests(StudioRoom room) : IClassFixture<StudioRoom>
{
    // Whether two boxes of the drawing lie on each other, by their names.
    private const string Overlaps = """
        nodes => {
          const boxes = nodes.map(node => [node.textContent.trim(), node.getBoundingClientRect()]);
          const found = [];
          boxes.forEach(([name, a], i) => boxes.slice(i + 1).forEach(([other, b]) => {
            if (Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 && Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1) found.push(`${name} / ${other}`);
          }));
          return found;
        }
        """;

    [Fact]
    public async Task Every_procedure_of_the_repository_opens_whole_without_an_error_and_no_step_lies_on_another()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1", "Only in the full run: some thirty definitions are opened one after the other.");
        StudioPagesTests.SkipWithoutParts();
        var ids = Directory.GetFiles(Path.Combine(Repository.Root, "workflows"), "*.json").Select(file => Path.GetFileNameWithoutExtension(file)!).Order(StringComparer.Ordinal).ToList();
        await Procedures.Procedure.BringAsync(room.Host, [.. ids]);
        var desk = await room.DeskAsync();
        foreach (var id in ids)
        {
            using var definition = JsonDocument.Parse(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "workflows", $"{id}.json"), TestContext.Current.CancellationToken));
            var root = definition.RootElement.GetProperty("root");
            await desk.OpenAsync(id);
            await Assertions.Expect(desk.Nodes).ToHaveCountAsync(root.GetProperty("activities").GetArrayLength());
            await Assertions.Expect(desk.Frame.Locator(".x6-edge")).ToHaveCountAsync(root.GetProperty("connections").GetArrayLength());
            // In the order of the names' own tags: a step is drawn as its box, ports apart.
            Assert.Empty(await desk.Frame.Locator(".x6-node foreignObject").EvaluateAllAsync<string[]>(Overlaps));
            if (Environment.GetEnvironmentVariable("DOCFLOW_TEST_PICTURES") is { Length: > 0 } folder)
                await desk.Page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{id}.png") });
            Assert.True(room.Browser.ConsoleErrors.Count == 0, $"{id}: {string.Join("; ", room.Browser.ConsoleErrors)}");
        }
    }
}
