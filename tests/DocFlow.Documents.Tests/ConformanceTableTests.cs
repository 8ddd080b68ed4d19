using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests;

/// <summary>docs/format-conformance.md names a class for a rule only where one of its tests carries the rule, and leaves no rule out.</summary>
public sealed partial class ConformanceTableTests
{
    private static readonly Lazy<ILookup<string, string>> Tested = new(() => typeof(ConformanceTableTests).Assembly.GetTypes()
        .SelectMany(type => type.GetMethods().SelectMany(RulesOf).Select(rule => (type.Name, Rule: rule)))
        .ToLookup(pair => pair.Name, pair => pair.Rule));

    // The first table: rule, about, the classes that measure the PDF, those that measure the Word file.
    private static IEnumerable<string[]> Rows => File.ReadLines(Path.Combine(RepositoryFolder.Root, "docs", "format-conformance.md"))
        .SkipWhile(line => !line.StartsWith("| rule | about", StringComparison.Ordinal)).Skip(2)
        .TakeWhile(line => line.StartsWith('|'))
        .Select(line => line.Split('|')[1..^1].Select(cell => cell.Trim()).ToArray());

    [Fact]
    public void Every_class_that_is_named_for_a_rule_has_a_test_with_its_trait()
    {
        var untrue = from row in Rows
                     from type in row[2..].SelectMany(cell => cell.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
                     from rule in RulesIn(row[0])
                     where !Tested.Value[type].Contains(rule)
                     select $"{type} has no test with [Trait(\"Rule\", \"{rule}\")]";

        Assert.Empty(untrue);
    }

    [Fact]
    public void Every_rule_that_is_tested_stands_in_the_table_once()
    {
        var named = Rows.SelectMany(row => RulesIn(row[0])).ToList();

        Assert.Empty(Tested.Value.SelectMany(rules => rules).Distinct().Except(named));
        Assert.Equal(named.Distinct(), named);
        Assert.All(Rows, row => Assert.True(row.Length == 4, string.Join(" | ", row)));
    }

    private static IEnumerable<string> RulesOf(MethodInfo method) => method.GetCustomAttributesData()
        .Where(data => data.AttributeType == typeof(TraitAttribute) && (string)data.ConstructorArguments[0].Value! == "Rule")
        .Select(data => (string)data.ConstructorArguments[1].Value!);

    // “G-01…G-08, G-10”
    private static IEnumerable<string> RulesIn(string cell) => RuleRange().Matches(cell).SelectMany(match =>
    {
        var first = int.Parse(match.Groups["first"].Value, CultureInfo.InvariantCulture);
        var last = match.Groups["last"] is { Success: true, Value: var text } ? int.Parse(text, CultureInfo.InvariantCulture) : first;
        return Enumerable.Range(first, last - first + 1).Select(number => $"G-{number:00}");
    });

    [GeneratedRegex(@"G-(?<first>\d+)(…G-(?<last>\d+))?")]
    private static partial Regex RuleRange();
}
