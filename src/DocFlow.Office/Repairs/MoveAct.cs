using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Repairs;

/// <summary>Moves a document to a step, of the same version of its procedure or another one.</summary>
internal sealed class MoveAct(
    IOfficeData data, DocumentText texts, StepCancelling cancelling, OutboxWriter outbox, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    /// <param name="version">Null for the same.</param>
    /// <param name="keeps">Work that waits at the step stays as it is.</param>
    public async Task DoAsync(
        string account, Document document, ProcedureStep step, int? version, bool keeps, string reason, string key, CancellationToken cancellationToken)
    {
        var act = version is null ? "移动环节" : "更换流程版本";
        AnswerRules.RequireReason(reason, act);
        var text = await texts.CurrentAsync(document, cancellationToken);
        var open = await cancelling.OpenAsync(document.InstanceId!, cancellationToken);
        var cancelled = open.FindAll(item => !keeps || item.NodeId != step.NodeId);
        var concerned = cancelled.SelectMany(item => item.Seats.Where(seat => seat.IsPending)).Select(seat => seat.PersonId).Append(document.DrafterId).Distinct().ToList();
        foreach (var item in cancelled)
            cancelling.Cancel(item);
        await EndQueuedAsync(document, cancellationToken);
        if (JumpRules.VoidsSignature(document, step.Kind) && !open.Exists(item => keeps && item.NodeId == step.NodeId))
            await VoidSignatureAsync(document, text, step, account, cancellationToken);
        (document.JumpToNodeId, document.ReturnToNodeId, document.StraightToNodeId) = (step.NodeId, null, null);
        (document.SkipNodeId, document.SkipReason, document.UpdatedAt) = (null, null, clock.Now);
        data.Touch(document);
        outbox.Restart(key, new RestartMessage(document.InstanceId!, document.Id, version));
        var from = open.Count == 0 ? "流程途中" : string.Join('、', open.Select(item => item.StepName));
        var detail = new Dictionary<string, string> { ["从"] = from, ["到"] = step.Name };
        if (version is { } number)
            detail["流程版本"] = $"第{number}版";
        events.Add(ActRecord.On(text, act) with { Account = account, StepName = step.Name, Opinion = $"由“{from}”移到“{step.Name}”：{reason.Trim()}", Detail = detail });
        await notices.TellAsync(
            concerned, NoticeKind.System, $"move/{key}", $"系统管理员把《{document.Title}》由“{from}”移到“{step.Name}”：{reason.Trim()}", document.Id, null, cancellationToken);
    }

    // What was still to be told leads on from a place that is left.
    private async Task EndQueuedAsync(Document document, CancellationToken cancellationToken)
    {
        foreach (var message in await data.OutboxMessages.Where(row => row.DocumentId == document.Id && row.State != OutboxState.Done).ToListAsync(cancellationToken))
        {
            if (message.Kind == OutboxKinds.Start)
                throw RefusalException.Conflict($"《{document.Title}》的流程还没有开始，请先处理开始时的故障。");
            (message.State, message.DoneAt, message.FailingSince) = (OutboxState.Done, clock.Now, null);
        }
    }

    private async Task VoidSignatureAsync(Document document, DocumentVersion text, ProcedureStep step, string account, CancellationToken cancellationToken)
    {
        var signer = document.SignerId!;
        (document.State, document.SignerId, document.SignedAt, document.SignedHash) = (DocumentState.Running, null, null, null);
        events.Add(ActRecord.On(text, "签发失效") with { Account = account, StepName = step.Name, Opinion = $"签发后被移到“{step.Name}”，须重新签发" });
        await notices.TellAsync(
            [signer], NoticeKind.SignatureVoid, $"signature-void/{document.Id}/{clock.Now.UtcTicks}", $"您签发的《{document.Title}》被移到“{step.Name}”，签发失效，须重新签发。", document.Id, null, cancellationToken);
    }
}
