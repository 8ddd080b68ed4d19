namespace DocFlow.Host.Pages.Documents;

/// <summary>The procedures that pages start.</summary>
internal static class Procedures
{
    /// <summary>发文办理</summary>
    public const string PolicyDocument = "policy-document";
}
