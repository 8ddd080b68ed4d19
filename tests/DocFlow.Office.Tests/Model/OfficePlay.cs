namespace DocFlow.Office.Tests.Model;

/// <summary>One document's tries, under one choice of rules.</summary>
/// <param name="Rules">Chooses how its countersigning ends, is returned and falls due, and whether a changed text is countersigned anew.</param>
internal sealed record OfficePlay(int Rules, IReadOnlyList<OfficeCommand> Commands)
{
    public override string ToString() => $"new({Rules}, [{string.Join(", ", Commands)}])";
}
