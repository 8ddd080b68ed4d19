using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>
/// Our engine beside recordings of a real Elsa 3.8 server: status after every step, lines, output, variables, incidents, bookmarks,
/// journal and executions.
/// </summary>
public sealed class OracleTests(ITestOutputHelper output)
{
    private const int Played = 40;

    private static readonly string[] Compared = ["status", "subStatus", "name", "correlationId", "version", "lines", "output", "variables", "incidents", "bookmarks", "journal", "executions"];

    public static TheoryData<string> Ids() => new(OracleCase.All.Where(item => item.Skipped is null).Select(item => item.Id));

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Engine_does_what_the_real_server_did(string id)
    {
        var item = OracleCase.All.Single(item => item.Id == id);
        var player = new OraclePlayer(item.Case);
        await player.StartAsync();
        var differences = new List<string>();
        if (item.Expected.TryGetProperty("afterStart", out var afterStart))
            Compare("afterStart", JsonNode.Parse(afterStart.GetRawText()), player.Brief(), differences);
        foreach (var (step, expected) in item.Steps.Zip(item.Expected.GetProperty("steps").EnumerateArray()))
        {
            await player.PlayAsync(step);
            Compare($"after {step.GetProperty("kind").GetString()}", JsonNode.Parse(expected.GetProperty("after").GetRawText()), player.Brief(), differences);
        }

        var instances = JsonNode.Parse(item.Expected.GetProperty("instances").GetRawText())!.AsArray();
        Compare("instances", instances.Count, player.Instances.Count, differences);
        foreach (var (expected, instance) in instances.Zip(player.Instances))
        {
            var actual = OracleResult.Of(instance);
            foreach (var field in Compared)
                Compare(field, OracleResult.WithoutNotes(field, expected![field]), actual[field], differences);
        }

        Assert.True(differences.Count == 0, string.Join("\n", differences));
    }

    [Fact]
    public void Cases_that_are_not_played_need_what_is_missing()
    {
        var skipped = OracleCase.All.Where(item => item.Skipped is not null).ToList();
        foreach (var item in skipped)
            output.WriteLine($"{item.Id}: {item.Skipped}");

        Assert.Equal(Played, OracleCase.All.Count - skipped.Count);
    }

    private static void Compare(string what, JsonNode? expected, JsonNode? actual, List<string> differences)
    {
        var (want, have) = (OracleResult.Canonical(expected), OracleResult.Canonical(actual));
        if (want != have)
            differences.Add($"{what}\n  want {want}\n  have {have}");
    }
}
