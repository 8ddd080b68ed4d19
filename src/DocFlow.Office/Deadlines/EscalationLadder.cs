using System.Globalization;
using System.Text.RegularExpressions;
using DocFlow.Office.Steps;

namespace DocFlow.Office.Deadlines;

/// <summary>Who is told of overdue work (逐级上报), the longer the higher: one line each, such as “1 分管领导” and “3 办公室领导/主任”, with the working days after the due day.</summary>
internal static partial class EscalationLadder
{
    private const int MostDays = 500;

    public sealed record Rung(int WorkingDays, string To);

    /// <summary>A step's own rung and those of its ladder.</summary>
    /// <exception cref="RefusalException">A line can't be read.</exception>
    public static IReadOnlyList<Rung> Of(HumanStepRequest request)
    {
        var rungs = new List<Rung>();
        if (!string.IsNullOrWhiteSpace(request.EscalateTo))
            rungs.Add(new Rung(Math.Max(1, request.EscalateWorkingDays), request.EscalateTo));
        foreach (var line in Lines(request.Escalation))
            rungs.Add(Read(line) ?? throw RefusalException.Invalid($"“{request.StepName}”的{Unreadable(line)}请改正流程后重试。"));
        return [.. rungs.Distinct()];
    }

    public static string[] Lines(string? text) => text?.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];

    public static string Unreadable(string line) => $"逐级上报“{line}”无法识别：一行一级，先写逾期几个工作日（1至{MostDays}），空一格，再写报告给谁，如“3 分管领导”。";

    /// <returns>Null when it can't be read.</returns>
    public static Rung? Read(string line) =>
        Line().Match(line) is { Success: true } match && int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= 1 and <= MostDays and var days ? new Rung(days, match.Groups[2].Value) : null;

    [GeneratedRegex(@"^([0-9]{1,3})\s+(\S.*)$")]
    private static partial Regex Line();
}
