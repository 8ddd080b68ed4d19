namespace DocFlow.Documents.Checking.Reporting;

/// <summary>A finding in words, as reports, comments and pages show it.</summary>
public static class FindingWords
{
    public static string NameOf(FindingSeverity severity) => severity switch
    {
        FindingSeverity.Blocking => "须改",
        FindingSeverity.Warning => "提醒",
        _ => "说明",
    };

    /// <summary>“第2页第3行”; of a Word file “第12段”.</summary>
    public static string PlaceOf(Finding finding, bool countsParagraphs)
    {
        var page = finding.Page is { } number ? $"第{number}页" : "";
        return page + (finding.Line is { } line ? countsParagraphs ? $"第{line}段" : $"第{line}行" : "");
    }

    /// <summary>Rule, clause, what is wrong, measured and required, and the mend, in one line.</summary>
    public static string Of(Finding finding)
    {
        var rule = finding.Clause is { } clause ? $"{finding.Rule}，{clause}" : finding.Rule;
        var measured = finding.Measured is { } value ? $"实测：{value}。" : "";
        var required = finding.Required is { } wanted ? $"{finding.Strength ?? "要求"}：{wanted}。" : "";
        return $"［{NameOf(finding.Severity)}］{finding.Message}（{rule}）{measured}{required}{finding.Fix}";
    }
}
