using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>Says in one Chinese line why a document's procedure doesn't go on.</summary>
internal sealed class WorkflowTrouble(IOfficeData data, OfficeSettings settings)
{
    private const int MostReason = 300;

    /// <returns>Null while all is well.</returns>
    public async Task<string?> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var failing = await data.OutboxMessages.AsNoTracking()
            .Where(message => message.DocumentId == document.Id && message.State != OutboxState.Done && message.FailingSince != null)
            .OrderBy(message => message.FailingSince).FirstOrDefaultAsync(cancellationToken);
        if (failing is null || document.State == DocumentState.Void)
            return null;
        var since = (await settings.ReadCalendarAsync(cancellationToken)).Show(failing.FailingSince!.Value);
        var reason = failing.LastError is { Length: > MostReason } text ? text[..MostReason] + "……" : failing.LastError;
        var next = failing.State == OutboxState.Stuck
            ? string.Create(CultureInfo.InvariantCulture, $"已试{failing.Attempts}次，不再自动重试，请联系系统管理员处理后重新投递。")
            : "系统会自动再试，已办理的内容没有丢失。";
        return $"流程自{since}起没有走到下一步。原因：{reason?.TrimEnd('。')}。{next}";
    }
}
