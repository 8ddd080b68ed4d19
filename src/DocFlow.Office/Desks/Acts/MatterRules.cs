using DocFlow.Office.Dossiers;
using DocFlow.Office.Handovers;
using DocFlow.Office.Settings;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks.Acts;

/// <summary>What a step asks of those who decide it, by its designer's word or by its kind, beyond the rules of all steps.</summary>
internal sealed class MatterRules(IOfficeData data, StepDeciders deciders, OfficeSettings settings, OfficeClock clock)
{
    private const int MostNamed = 3;

    public async Task RequireAsync(WorkItem item, string actorId, string outcome, CancellationToken cancellationToken)
    {
        if (outcome == StepOutcomes.Return)
            return;
        if (item.DifferentFrom is { } step && await data.Seats.AnyAsync(
                seat => seat.WorkItem!.InstanceId == item.InstanceId && seat.WorkItem.StepName == step && seat.DecidedById == actorId, cancellationToken))
            throw RefusalException.Forbidden($"“{item.StepName}”须由办理“{step}”以外的第二人办理。");
        // Said at the press: once it is taken, the register of seals would refuse it for ever.
        if (item.StepKind == StepKind.Seal && (await deciders.LatestAsync(item.DocumentId, StepKind.Number, cancellationToken))?.Id == actorId)
            throw RefusalException.Forbidden($"《{item.Document!.Title}》由您编号，“{item.StepName}”须由第二人办理。请转办给另一位监印人；没有的，请报系统管理员调整任职。");
        var key = MatterHandovers.KeyOf(item.DocumentId);
        if (await data.Handovers.Where(row => row.Key == key && row.DoneAt == null && row.CancelledAt == null).Select(row => (DateTimeOffset?)row.At).FirstOrDefaultAsync(cancellationToken) is { } at)
            throw RefusalException.Conflict($"工作定于{(await settings.ReadCalendarAsync(cancellationToken)).Show(at)}移交，移交后才能{outcome}。");
        if (outcome != StepOutcomes.Forward(item))
            return;
        if (item.AwaitsBorn)
            await RefuseOpenAsync(item, outcome, cancellationToken);
        if (item.HeldUntil is { } end && end > clock.Now)
            throw RefusalException.Conflict($"“{item.StepName}”至{(await settings.ReadCalendarAsync(cancellationToken)).Show(end)}期满，此前不能“{outcome}”。");
    }

    private async Task RefuseOpenAsync(WorkItem item, string outcome, CancellationToken cancellationToken)
    {
        var open = await data.Documents.Where(matter => matter.BornFromId == item.DocumentId && matter.IsMatter && matter.State != DocumentState.Archived && matter.State != DocumentState.Void)
            .OrderBy(matter => matter.CreatedAt).Select(matter => matter.Title).ToListAsync(cancellationToken);
        if (open.Count > 0)
            throw RefusalException.Conflict($"还有{open.Count}项分解事项没有办结：{string.Join('、', open.Take(MostNamed).Select(title => $"《{title}》"))}，办结后才能{outcome}。");
    }
}
