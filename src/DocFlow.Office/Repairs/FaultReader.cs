using DocFlow.Office.Deadlines;
using DocFlow.Office.Handovers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <summary>Reads what fails.</summary>
internal sealed class FaultReader(IOfficeData data, IEnumerable<ITimerCare> timers, IProcedureSteps procedures)
{
    private const int Most = 200;

    public async Task<IReadOnlyList<FaultRow>> ListAsync(CancellationToken cancellationToken)
    {
        List<FaultRow> all = [.. await MessagesAsync(cancellationToken), .. await DeadlinesAsync(cancellationToken), .. await HandoversAsync(cancellationToken)];
        foreach (var care in timers)
        {
            foreach (var timer in await care.GivenUpAsync(null, cancellationToken))
                all.Add(new FaultRow(timer.Id, "定时", "定时没有触发", timer.DocumentId, await TitleAsync(timer.DocumentId, cancellationToken), null, timer.Error, timer.Since, timer.Attempts, true, false, false));
        }

        return [.. all.OrderBy(row => row.Since).ThenBy(row => row.Id, StringComparer.Ordinal)];
    }

    /// <summary>The human step that a message failed at; null when it failed elsewhere.</summary>
    public async Task<ProcedureStep?> StepOfAsync(OutboxMessage message, CancellationToken cancellationToken)
    {
        if (message.FaultNodeId is null || await data.Documents.AsNoTracking().SingleOrDefaultAsync(row => row.Id == message.DocumentId, cancellationToken) is not { ProcedureId: { } procedure } document)
            return null;
        var version = document.InstanceId is null ? null : await procedures.VersionOfAsync(document.InstanceId, cancellationToken);
        version ??= (await procedures.VersionsAsync(procedure, cancellationToken)).FirstOrDefault(row => row.IsPublished)?.Number;
        return version is null ? null : (await procedures.StepsAsync(procedure, version.Value, cancellationToken)).FirstOrDefault(step => step.NodeId == message.FaultNodeId);
    }

    public static bool MaySkip(ProcedureStep? step) => step?.Kind is StepKind.Review or StepKind.Countersign;

    private async Task<List<FaultRow>> MessagesAsync(CancellationToken cancellationToken)
    {
        // A comparison, not "is not null": every database then goes by the index of the few that fail.
        var failing = await data.OutboxMessages.AsNoTracking().Where(message => message.FailingSince > DateTimeOffset.UnixEpoch && message.State != OutboxState.Done)
            .OrderBy(message => message.FailingSince).Take(Most).ToListAsync(cancellationToken);
        var rows = new List<FaultRow>();
        foreach (var message in failing)
        {
            var step = await StepOfAsync(message, cancellationToken);
            rows.Add(new FaultRow(
                message.Id, "流程", WhatOf(message.Kind), message.DocumentId, await TitleAsync(message.DocumentId, cancellationToken), step?.Name, message.LastError ?? "",
                message.FailingSince!.Value, message.Attempts, message.State == OutboxState.Stuck, MaySkip(step), message.DocumentId is not null));
        }

        return rows;
    }

    private async Task<List<FaultRow>> DeadlinesAsync(CancellationToken cancellationToken) => (await data.Deadlines.AsNoTracking()
        .Where(row => row.DoneAt == null && row.Attempts > 0).OrderBy(row => row.DueAt).Take(Most)
        .Select(row => new
        {
            row.Id, row.Kind, DocumentId = row.WorkItem == null ? row.Distribution!.DocumentId : row.WorkItem.DocumentId,
            Title = row.WorkItem == null ? data.Documents.Where(document => document.Id == row.Distribution!.DocumentId).Select(document => document.Title).FirstOrDefault() : row.WorkItem.Document!.Title,
            StepName = row.WorkItem == null ? null : row.WorkItem.StepName, row.LastError, row.DueAt, row.Attempts,
        }).ToListAsync(cancellationToken))
        .ConvertAll(row => new FaultRow(
            row.Id, "期限", WhatOf(row.Kind), row.DocumentId, row.Title, row.StepName, row.LastError ?? "", row.DueAt, row.Attempts, row.Attempts >= DeadlineSweeper.MostAttempts, true, true));

    private async Task<List<FaultRow>> HandoversAsync(CancellationToken cancellationToken) => (await data.Handovers.AsNoTracking()
        .Where(row => row.OpenPersonId != null && row.Attempts > 0).Select(row => new { row.Id, row.Person!.Name, row.LastError, row.At, row.Attempts }).ToListAsync(cancellationToken))
        .ConvertAll(row => new FaultRow(
            row.Id, "交接", $"{row.Name}的轮岗交接", null, null, null, row.LastError ?? "", row.At, row.Attempts, row.Attempts >= HandoverSweeper.MostAttempts, false, false));

    private Task<string?> TitleAsync(string? documentId, CancellationToken cancellationToken) =>
        data.Documents.Where(document => document.Id == documentId).Select(document => document.Title).SingleOrDefaultAsync(cancellationToken);

    private static string WhatOf(string kind) => kind switch
    {
        OutboxKinds.Start => "开始流程",
        OutboxKinds.Resume => "走到下一环节",
        OutboxKinds.Restart => "移到指定环节",
        _ => "送达流程事件",
    };

    private static string WhatOf(DeadlineKind kind) => kind switch
    {
        DeadlineKind.Remind => "到期前提醒",
        DeadlineKind.Due => "到期处理",
        DeadlineKind.Receipt => "提醒签收",
        _ => "逾期上报",
    };
}
