using System.Text.RegularExpressions;
using DocFlow.Documents.Tests.Checking.Pdf;
using DocFlow.Documents.Tests.Measuring;

namespace DocFlow.Documents.Tests.Checking;

/// <summary>Every rule that a check can report is broken on purpose somewhere: a new rule without a planted fault fails here.</summary>
public sealed partial class FaultCoverageTests
{
    // Said of what is absent or can't be told; each has its own tests.
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        ["T-03"] = nameof(OwnFilesTests), ["T-04"] = nameof(OutsideFileTests), ["T-05"] = nameof(OutsideFileTests), ["T-10"] = nameof(PdfFaultTests), ["T-20"] = "CitationRuleTests",
    };

    [Fact]
    public void Every_rule_of_the_checks_has_a_planted_fault()
    {
        var planted = PdfFaults.All.Values.Select(fault => fault.Rule)
            .Concat(WordFaultTests.Faults.Values.Select(fault => fault.Rule))
            .Concat(WordingRulesTests.Faults.Values.Select(fault => fault.Rule))
            .Concat(SourceFaultTests.Faults.Values.Select(fault => fault.Rule))
            .Concat(Elsewhere.Keys).ToHashSet();

        Assert.Empty(Reported().Except(planted).Order(StringComparer.Ordinal));
    }

    private static HashSet<string> Reported() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(RepositoryFolder.Root, "src", "DocFlow.Documents"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .SelectMany(path => RuleId().Matches(File.ReadAllText(path))).Select(match => match.Groups[1].Value),
    ];

    [GeneratedRegex("\"([GPT]-\\d+)\"")]
    private static partial Regex RuleId();
}
