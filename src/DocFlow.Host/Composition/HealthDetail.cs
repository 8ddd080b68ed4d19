using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DocFlow.Host.Composition;

/// <summary>Each check with what it says, for administrators and their monitoring.</summary>
internal static class HealthDetail
{
    /// <summary>Checks that don't say whether work can be done.</summary>
    public const string Tag = "detail";

    public static Task WriteAsync(HttpContext context, HealthReport report) => context.Response.WriteAsJsonAsync(new HealthAnswer(
        report.Status.ToString(),
        [.. report.Entries.Select(entry => new HealthLine(entry.Key, entry.Value.Status.ToString(), entry.Value.Description, [.. entry.Value.Data.Values.Select(value => value.ToString() ?? "")]))]));
}

/// <summary>How the system is.</summary>
internal sealed record HealthAnswer(string Status, IReadOnlyList<HealthLine> Checks);

/// <summary>One check.</summary>
internal sealed record HealthLine(string Name, string Status, string? Says, IReadOnlyList<string> Details);
