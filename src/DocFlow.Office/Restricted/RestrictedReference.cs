using System.Text.RegularExpressions;

namespace DocFlow.Office.Restricted;

/// <summary>
/// What stands in a matter in place of a restricted text: which one, and a salted digest of it, so that the version's hash holds the text to what its decider
/// saw and gives nothing away. Whatever reads a matter meets only this.
/// </summary>
internal sealed partial record RestrictedReference(string Id, string Digest)
{
    /// <summary>What is shown in its place.</summary>
    public const string Shown = "（限阅）";

    public override string ToString() => $"⟦限阅:{Id}:{Digest}⟧";

    public static bool Is(string? value) => Read(value) is not null;

    public static RestrictedReference? Read(string? value) =>
        value is not null && Shape().Match(value) is { Success: true } match ? new RestrictedReference(match.Groups["id"].Value, match.Groups["digest"].Value) : null;

    [GeneratedRegex("^⟦限阅:(?<id>[0-9A-Za-z-]+):(?<digest>[0-9a-f]{64})⟧$", RegexOptions.CultureInvariant)]
    private static partial Regex Shape();
}
