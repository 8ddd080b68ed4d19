using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <inheritdoc />
internal sealed class RepairDesk(
    IOfficeData data, FreshRows rows, DocumentText texts, StepCancelling cancelling, MoveAct move, IProcedureSteps procedures, OfficeClock clock) : IRepairDesk
{
    private const int MostKey = 100;
    private const int MostFound = 50;

    public async Task<IReadOnlyList<RunningDocument>> SearchAsync(string? text, CancellationToken cancellationToken = default)
    {
        var wanted = text?.Trim() ?? "";
        return await data.Documents.AsNoTracking()
            .Where(row => row.InstanceId != null && (row.State == DocumentState.Running || row.State == DocumentState.Signed || row.State == DocumentState.Numbered) && row.Title.Contains(wanted))
            .OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id).Take(MostFound)
            .Select(row => new RunningDocument(row.Id, row.Title, row.State, row.UpdatedAt)).ToListAsync(cancellationToken);
    }

    public async Task<RepairView> ReadAsync(string documentId, CancellationToken cancellationToken = default)
    {
        var document = await FindAsync(documentId, cancellationToken);
        var open = document.InstanceId is null ? [] : await cancelling.OpenAsync(document.InstanceId, cancellationToken);
        var version = document.InstanceId is null ? null : await procedures.VersionOfAsync(document.InstanceId, cancellationToken);
        var versions = document.ProcedureId is null ? [] : await procedures.VersionsAsync(document.ProcedureId, cancellationToken);
        return new RepairView(
            document.Id, document.Title, document.State, document.ProcedureId, version, versions,
            open.ConvertAll(item => new WaitingStep(item.NodeId, item.StepName, [.. item.Seats.Where(seat => seat.IsPending).Select(seat => seat.Person!.Name)], item.DueAt)),
            version is { } number ? await TargetsAsync(document, number, cancellationToken) : []);
    }

    public Task JumpAsync(string account, string documentId, string nodeId, string reason, string? key = null, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var (document, press) = (await FindAsync(documentId, cancellationToken), PressOf(account, documentId, key));
            if (await WasDoneAsync(press, cancellationToken))
                return;
            JumpRules.RequireRunning(document);
            var step = await StepAsync(document, await VersionOfAsync(document, cancellationToken), nodeId, cancellationToken);
            await move.DoAsync(account, document, step, null, keeps: false, reason, press, cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
        });

    public async Task<MovePlan> PlanMoveAsync(string documentId, int version, string? nodeId, CancellationToken cancellationToken = default)
    {
        var document = await FindAsync(documentId, cancellationToken);
        JumpRules.RequireRunning(document);
        var from = await VersionOfAsync(document, cancellationToken);
        var (before, after) = (await procedures.StepsAsync(document.ProcedureId!, from, cancellationToken), await procedures.StepsAsync(document.ProcedureId!, version, cancellationToken));
        var visits = await data.WorkItems.AsNoTracking().Include(item => item.Seats).ThenInclude(seat => seat.Person).Where(item => item.InstanceId == document.InstanceId)
            .OrderBy(item => item.OpenedAt).ThenBy(item => item.Id).ToListAsync(cancellationToken);
        var open = visits.FindAll(item => item.ClosedAt is null);
        var wanted = nodeId ?? open.FirstOrDefault()?.NodeId;
        var to = after.FirstOrDefault(step => step.NodeId == wanted);
        var kept = open.Find(item => item.NodeId == wanted && to?.Kind == item.StepKind);
        var deadlines = kept is null ? [] : await data.Deadlines.Where(row => row.WorkItemId == kept.Id && row.DoneAt == null).OrderBy(row => row.DueAt).Select(row => row.DueAt).ToListAsync(cancellationToken);
        return new MovePlan(
            from, version, to?.NodeId, to?.Name, kept is not null, HoldersOf(kept), deadlines,
            [.. open.Where(item => item != kept).SelectMany(item => HoldersOf(item).Select(holder => $"{item.StepName}：{holder}"))],
            [.. visits.GroupBy(item => item.NodeId).Select(own => new MappedStep(
                own.Key, own.Last().StepName, after.FirstOrDefault(step => step.NodeId == own.Key)?.Name, own.Sum(item => item.Seats.Count(seat => seat.State == SeatState.Decided))))],
            [.. after.ExceptBy(before.Select(step => step.NodeId), step => step.NodeId).Select(step => step.Name)],
            await WhyNotMoveAsync(document, from, version, after, to, cancellationToken));
    }

    public Task MoveAsync(string account, string documentId, int version, string? nodeId, string reason, string? key = null, CancellationToken cancellationToken = default) =>
        rows.ActAsync(async () =>
        {
            var (document, press) = (await FindAsync(documentId, cancellationToken), PressOf(account, documentId, key));
            if (await WasDoneAsync(press, cancellationToken))
                return;
            var plan = await PlanMoveAsync(documentId, version, nodeId, cancellationToken);
            if (plan.Refusal is { } refusal)
                throw RefusalException.Conflict($"《{document.Title}》不能换到第{version}版：{refusal}。");
            var step = await StepAsync(document, version, plan.ToNodeId!, cancellationToken);
            await move.DoAsync(account, document, step, version, plan.IsKept, reason, press, cancellationToken);
            await data.SaveChangesAsync(cancellationToken);
        });

    private static List<string> HoldersOf(WorkItem? item) =>
        item is null ? [] : [.. item.Seats.Where(seat => seat.IsPending).OrderBy(seat => seat.Order).Select(seat => seat.Person!.Name)];

    private async Task<string?> WhyNotMoveAsync(
        Document document, int from, int version, IReadOnlyList<ProcedureStep> after, ProcedureStep? to, CancellationToken cancellationToken) => to switch
        {
            _ when version == from => "已在这一版",
            _ when after.Count == 0 => "没有这一版，或其中没有人工环节",
            null => "这一版没有现在等待的环节，请指定从哪一环节继续",
            _ => await WhyNotAsync(document, to.Kind, cancellationToken),
        };

    private async Task<IReadOnlyList<TargetStep>> TargetsAsync(Document document, int version, CancellationToken cancellationToken)
    {
        var targets = new List<TargetStep>();
        foreach (var step in await procedures.StepsAsync(document.ProcedureId!, version, cancellationToken))
            targets.Add(new TargetStep(step.NodeId, step.Name, step.Kind, await WhyNotAsync(document, step.Kind, cancellationToken)));
        return targets;
    }

    private async Task<ProcedureStep> StepAsync(Document document, int version, string nodeId, CancellationToken cancellationToken)
    {
        var step = (await procedures.StepsAsync(document.ProcedureId!, version, cancellationToken)).FirstOrDefault(step => step.NodeId == nodeId)
            ?? throw RefusalException.Invalid("流程的这一版没有这个人工环节，请从列出的环节中选择。");
        return await WhyNotAsync(document, step.Kind, cancellationToken) is { } why ? throw RefusalException.Conflict($"《{document.Title}》{why}。") : step;
    }

    private async Task<string?> WhyNotAsync(Document document, StepKind kind, CancellationToken cancellationToken) => JumpRules.WhyNot(
        document, kind, (await texts.CurrentAsync(document, cancellationToken)).ContentHash, await data.SealRecords.AnyAsync(row => row.DocumentId == document.Id, cancellationToken));

    private async Task<int> VersionOfAsync(Document document, CancellationToken cancellationToken) =>
        await procedures.VersionOfAsync(document.InstanceId!, cancellationToken)
        ?? throw RefusalException.Conflict($"《{document.Title}》的流程还没有开始，请先处理开始时的故障。");

    // A press is one document's: the same key on another one is another press.
    private string PressOf(string account, string documentId, string? key)
    {
        PlainText.Require(key, "按键标识", MostKey);
        return $"{account}/{documentId}/{key ?? OfficeId.New(clock.Now)}";
    }

    private Task<bool> WasDoneAsync(string press, CancellationToken cancellationToken) =>
        data.OutboxMessages.AnyAsync(message => message.Key == Outbox.OutboxWriter.RestartKey(press), cancellationToken);

    private async Task<Document> FindAsync(string documentId, CancellationToken cancellationToken) =>
        await data.Documents.SingleOrDefaultAsync(row => row.Id == documentId, cancellationToken) ?? throw RefusalException.NotFound("这份公文");
}
