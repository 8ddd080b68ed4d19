namespace DocFlow.Documents.Checking;

/// <summary>How strongly the standard words a rule; a checker must not turn a custom into a failure.</summary>
internal static class RuleStrength
{
    public const string Required = "要求";
    public const string Normal = "一般";
    public const string Recommended = "推荐";
    public const string May = "可以";
    public const string Practice = "惯例";
    public const string Electronic = "电子版式";

    /// <summary>Required rules block, normal and recommended ones warn, the others inform.</summary>
    public static FindingSeverity SeverityOf(string strength) => strength switch
    {
        Required => FindingSeverity.Blocking,
        Normal or Recommended or Electronic => FindingSeverity.Warning,
        _ => FindingSeverity.Info,
    };
}
