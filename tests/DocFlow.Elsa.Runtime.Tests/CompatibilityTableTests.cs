using System.Text.RegularExpressions;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Tests.Oracle;

namespace DocFlow.Elsa.Runtime.Tests;

/// <summary>docs/elsa-compatibility.md claims nothing without a test that exists.</summary>
public sealed partial class CompatibilityTableTests
{
    private const string NoTest = "no test";

    private static readonly string[] States = ["yes", "different", "own choice", "missing"];

    private static readonly Lazy<string> Root = new(() =>
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "DocFlow.sln")))
            folder = folder.Parent!;
        return folder.FullName;
    });

    private static IEnumerable<string[]> Rows => File.ReadLines(Path.Combine(Root.Value, "docs", "elsa-compatibility.md"))
        .Where(line => line.StartsWith("| ", StringComparison.Ordinal) && !line.StartsWith("| feature", StringComparison.Ordinal))
        .Select(line => line.Trim('|', ' ').Split(" | "));

    [Fact]
    public void Every_line_has_a_state_and_names_tests_unless_it_is_missing()
    {
        var rows = Rows.ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.True(row.Length == 3 && States.Contains(row[1]) && (TestName().IsMatch(row[2]) || row is [_, "missing", NoTest]), string.Join(" | ", row)));
    }

    [Fact]
    public void Every_test_that_is_named_exists()
    {
        var sources = Directory.GetFiles(Path.Combine(Root.Value, "tests"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Split(Path.DirectorySeparatorChar).Contains("obj"))
            .ToLookup(path => Path.GetFileNameWithoutExtension(path), File.ReadAllText);
        var missing = Rows.SelectMany(row => TestName().Matches(row[2])).Where(match => !Exists(match, sources)).Select(match => match.Value).ToList();

        Assert.Empty(missing);
    }

    [Theory]
    [InlineData("Elsa.HttpEndpoint")]
    [InlineData("Elsa.SendHttpRequest")]
    [InlineData("Elsa.DispatchWorkflow")]
    [InlineData("Elsa.ExecuteWorkflow")]
    [InlineData("Elsa.BulkDispatchWorkflows")]
    [InlineData("Elsa.StateMachine")]
    public void Activities_that_are_called_missing_are_not_registered(string name) => Assert.Null(new ActivityRegistry().Find(name));

    private static bool Exists(Match name, ILookup<string, string> sources)
    {
        var (type, method, item) = (name.Groups["type"].Value, name.Groups["method"].Value, name.Groups["case"].Value);
        return sources[type].Any(text => text.Contains($"class {type}", StringComparison.Ordinal) && Regex.IsMatch(text, $@"\bpublic (static )?(async )?(void|Task) {method}\("))
            && (item.Length == 0 || OracleCase.All.Any(known => known.Id == item && known.Skipped is null));
    }

    [GeneratedRegex(@"`(?<type>\w+)\.(?<method>\w+)(\((?<case>[\w-]+)\))?`")]
    private static partial Regex TestName();
}
