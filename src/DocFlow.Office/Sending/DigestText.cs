using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Sending;

/// <summary>What a person has to do today, in plain lines; of a classified document only that there is one.</summary>
internal sealed class DigestText(IWorkLists work, ICirculationLists circulations, IOfficeData data, InsideOnly inside, OfficeSettings settings)
{
    private const int MostRows = 20;
    private const string Withheld = "一件公文，内容请登录系统查看";

    /// <returns>Null when there is nothing to do, to read or to know.</returns>
    public async Task<(string Subject, IReadOnlyList<string> Lines)?> OfAsync(string personId, CancellationToken cancellationToken)
    {
        var open = await work.OpenAsync(personId, 0, MostRows, cancellationToken);
        var unread = await circulations.UnreadAsync(personId, 0, MostRows, cancellationToken);
        // Work that has arrived is among the open work already.
        var told = await data.Notices.CountAsync(notice => notice.PersonId == personId && notice.ReadAt == null && notice.Kind != NoticeKind.Work, cancellationToken);
        if (open.Total == 0 && unread.Total == 0 && told == 0)
            return null;
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var hidden = await inside.AmongAsync([.. open.Rows.Select(row => row.DocumentId).Union(unread.Rows.Select(row => row.DocumentId))], cancellationToken);
        var lines = new List<string>();
        Add("待办", open.Total, open.Rows.Select(row => hidden.Contains(row.DocumentId) ? Withheld : $"《{row.Title}》{row.StepName}{(row.DueAt is { } due ? $"，{calendar.Show(due)}前" : "")}"));
        Add("待阅", unread.Total, unread.Rows.Select(row => hidden.Contains(row.DocumentId) ? Withheld : $"《{row.Title}》，{row.SenderName}传阅"));
        if (told > 0)
            lines.Add($"未读通知{told}条。");
        return ($"今日待办{open.Total}件、待阅{unread.Total}件", lines);

        void Add(string name, int total, IEnumerable<string> rows)
        {
            if (total == 0)
                return;
            lines.Add($"{name}{total}件：");
            lines.AddRange(rows.Select((row, index) => $"{index + 1}. {row}"));
            if (total > MostRows)
                lines.Add($"……其余{total - MostRows}件请登录系统查看。");
        }
    }
}
