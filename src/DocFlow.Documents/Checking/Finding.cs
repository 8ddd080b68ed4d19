namespace DocFlow.Documents.Checking;

/// <summary>One thing that a check found.</summary>
/// <param name="Rule">The rule's id, such as G-29.</param>
/// <param name="Message">What is wrong, in Chinese.</param>
public sealed record Finding(string Rule, FindingSeverity Severity, string Message)
{
    /// <summary>The clause of the standard, such as 7.2.5.</summary>
    public string? Clause { get; init; }

    /// <summary>要求, 一般, 推荐, 可以, 惯例 or 电子版式.</summary>
    public string? Strength { get; init; }

    /// <summary>The page, from 1.</summary>
    public int? Page { get; init; }

    /// <summary>The row of the page or the line of the source, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The words concerned.</summary>
    public string? Text { get; init; }

    /// <summary>What was measured or read.</summary>
    public string? Measured { get; init; }

    /// <summary>What the rule asks for.</summary>
    public string? Required { get; init; }

    /// <summary>How to mend it, in Chinese.</summary>
    public string? Fix { get; init; }
}
