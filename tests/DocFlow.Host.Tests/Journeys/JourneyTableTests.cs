using System.Text.RegularExpressions;

namespace DocFlow.Host.Tests.Journeys;

/// <summary>docs/journeys.md names only tests that there are, and says what is missing.</summary>
public sealed partial class JourneyTableTests
{
    private static IEnumerable<string> Rows => File.ReadLines(Path.Combine(Repository.Root, "docs", "journeys.md")).Where(line => line.StartsWith("| J", StringComparison.Ordinal));

    [Fact]
    public void Every_test_that_is_named_for_a_line_exists()
    {
        var sources = Directory.EnumerateFiles(Path.Combine(Repository.Root, "tests"), "*.cs", SearchOption.AllDirectories).ToLookup(file => Path.GetFileNameWithoutExtension(file));

        var untrue = File.ReadAllText(Path.Combine(Repository.Root, "docs", "journeys.md")) is var text
            ? Named().Matches(text).Where(match => !sources[match.Groups["class"].Value].Any(file => File.ReadAllText(file).Contains($" {match.Groups["test"].Value}(", StringComparison.Ordinal))).Select(match => match.Value)
            : [];

        Assert.Empty(untrue);
    }

    [Fact]
    public void Every_line_names_a_test_or_says_what_is_missing()
    {
        Assert.All(Rows, row => Assert.True(Named().IsMatch(row) || row.Contains("Missing", StringComparison.Ordinal), row));
        Assert.Equal(["J01", "J04", "J05", "J06", "J07", "J08", "J09", "J10", "J23", "J25", "J27"], Rows.Select(row => row[2..5]).Distinct());
    }

    [GeneratedRegex(@"`(?<class>\w+(?:Tests|Suite))\.(?<test>\w+)`")]
    private static partial Regex Named();
}
