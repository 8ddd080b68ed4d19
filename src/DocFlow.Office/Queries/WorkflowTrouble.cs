using System.Globalization;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>Says in one Chinese line why a document's procedure doesn't go on.</summary>
internal sealed class WorkflowTrouble(IOfficeData data, IEnumerable<ITimerCare> timers, OfficeSettings settings)
{
    private const int MostReason = 300;

    /// <returns>Null while all is well.</returns>
    public async Task<string?> OfAsync(Document document, CancellationToken cancellationToken)
    {
        var failing = await data.OutboxMessages.AsNoTracking()
            .Where(message => message.DocumentId == document.Id && message.State != OutboxState.Done && message.FailingSince != null)
            .OrderBy(message => message.FailingSince).FirstOrDefaultAsync(cancellationToken);
        if (document.State == DocumentState.Void)
            return null;
        if (failing is not null)
            return await SayAsync(failing.FailingSince!.Value, failing.LastError, failing.State == OutboxState.Stuck ? failing.Attempts : null, cancellationToken);
        foreach (var care in document.InstanceId is null ? [] : timers)
        {
            if (await care.GivenUpAsync(document.InstanceId, cancellationToken) is [var timer, ..])
                return await SayAsync(timer.Since, timer.Error, timer.Attempts, cancellationToken);
        }

        return null;
    }

    /// <param name="givenUpAfter">How often it was tried, when nobody tries it again.</param>
    private async Task<string> SayAsync(DateTimeOffset at, string? error, int? givenUpAfter, CancellationToken cancellationToken)
    {
        var since = (await settings.ReadCalendarAsync(cancellationToken)).Show(at);
        var reason = error is { Length: > MostReason } text ? text[..MostReason] + "……" : error;
        var next = givenUpAfter is { } tries
            ? string.Create(CultureInfo.InvariantCulture, $"已试{tries}次，不再自动重试，请联系系统管理员处理后重新投递。")
            : "系统会自动再试，已办理的内容没有丢失。";
        return $"流程自{since}起没有走到下一步。原因：{reason?.TrimEnd('。')}。{next}";
    }
}
