using DocFlow.Host.Pages.Frame;
using DocFlow.Office.Outlooks;
using DocFlow.Office.WorkItems;

namespace DocFlow.Host.Pages.Documents;

/// <summary>What will happen next, in one line.</summary>
internal static class OutlookWords
{
    private const int MostNames = 8;

    public static string Say(Outlook outlook, OfficeDays days)
    {
        if (outlook.Refusal is { } refusal)
            return $"现在不能办理：{refusal}";
        if (outlook.WaitsFor.Count > 0)
            return $"还等{Names(outlook.WaitsFor)}办理本环节，办齐后再往下走";
        var passed = outlook.Steps.Where(step => step.PassedBecause is not null).Select(step => $"“{step.StepName}”{Because(step.PassedBecause!)}").ToList();
        var stops = outlook.Steps.Where(step => step.PassedBecause is null).Select(step => Stop(step, days)).ToList();
        var skipped = passed.Count == 0 ? "" : $"（略过：{string.Join('；', passed)}）";
        if (stops.Count > 0)
            return $"送 {string.Join('；', stops)}{(outlook.IsOpen ? "；再往后由后续条件决定" : "")}{skipped}";
        return (outlook.IsOver ? "办结归档" : "下一步由后续条件决定") + skipped;
    }

    private static string Stop(OutlookStep step, OfficeDays days)
    {
        if (step.People.Count == 0)
            return $"{step.StepName}（“{step.Assignees}”目前无人任职，流程会停在这里）";
        var rule = step.People.Count == 1
            ? ""
            : step.Completion switch
            {
                CompletionRule.Any => "，任一人办理即可",
                CompletionRule.Share => $"，{step.Percent}%同意即可",
                _ => "，都要办理",
            };
        var due = step.DueAt is { } at ? $"，预计{days.ShowShortDay(at)}前" : "";
        return $"{step.StepName}（{Names([.. step.People.Select(person => person.Name)])}{rule}）{due}";
    }

    // “主任审核”无人任职，按规定通过, without saying the words of the procedure again.
    private static string Because(string reason) => reason.StartsWith("岗位“", StringComparison.Ordinal) && reason.IndexOf('”', StringComparison.Ordinal) is > 0 and var end ? reason[(end + 1)..] : $"：{reason}";

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames ? string.Join('、', names) : $"{string.Join('、', names.Take(MostNames))}等{names.Count}人";
}
