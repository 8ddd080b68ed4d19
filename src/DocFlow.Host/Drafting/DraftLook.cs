using DocFlow.Documents.Checking;
using DocFlow.Documents.Source;

namespace DocFlow.Host.Drafting;

/// <summary>What a draft looks like now.</summary>
/// <param name="Pages">The names of its pages; empty when it can't be set.</param>
/// <param name="Problems">Why it can't be set.</param>
/// <param name="NotShown">Why the pages aren't shown though nothing may be wrong with the draft: too long, busy, fonts on their way.</param>
public sealed record DraftLook(IReadOnlyList<string> Pages, IReadOnlyList<Finding> Findings, IReadOnlyList<SourceProblem> Problems, string? NotShown = null)
{
    /// <summary>Reasons against sending it for review, in Chinese.</summary>
    public IReadOnlyList<string> Obstacles =>
        [.. Problems.Select(problem => problem.ToString()), .. Findings.Where(finding => finding.Severity == FindingSeverity.Blocking).Select(finding => finding.Message)];

    internal static DraftLook Hidden(string why) => new([], [], [], why);
}
