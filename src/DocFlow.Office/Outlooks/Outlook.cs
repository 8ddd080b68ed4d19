namespace DocFlow.Office.Outlooks;

/// <summary>What would happen next.</summary>
/// <param name="Steps">The human steps that it would come to, in the order in which it comes there: those that are passed, and those that it stops at.</param>
/// <param name="WaitsFor">The holders of the same step who have still to decide before it goes on; then there are no steps.</param>
public sealed record Outlook(IReadOnlyList<OutlookStep> Steps, IReadOnlyList<string> WaitsFor)
{
    /// <summary>What follows depends on conditions that can't be known yet.</summary>
    public bool IsOpen { get; init; }

    /// <summary>Why it can't be answered so now, in Chinese, and what to do instead; null when nothing is against it.</summary>
    public string? Refusal { get; init; }

    /// <summary>The procedure would be over.</summary>
    public bool IsOver { get; init; }
}
