using DocFlow.Documents.Checking;

namespace DocFlow.Host.CommandLine;

/// <summary>Prints findings for people, one line each.</summary>
internal static class FindingPrinter
{
    public static void Print(IEnumerable<Finding> findings)
    {
        foreach (var finding in findings)
        {
            var severity = finding.Severity switch
            {
                FindingSeverity.Blocking => "须改",
                FindingSeverity.Warning => "注意",
                _ => "提示",
            };
            var place = (finding.Page is { } page ? $"第{page}页" : "") + (finding.Line is { } line ? $"第{line}行 " : "");
            Console.WriteLine($"  [{severity}] {finding.Rule} {place}{finding.Message}{finding.Fix}");
        }
    }
}
