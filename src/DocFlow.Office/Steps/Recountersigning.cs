using System.Text.Json;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Settings;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>实质修改须重新会签: where the office wants it, a text is not agreed to after the countersigning that was given on another.</summary>
internal sealed class Recountersigning(IOfficeData data, OfficeSettings settings, StepVisits visited)
{
    /// <summary>Whether the office wants it, and the latest countersigning at a node was given on another text.</summary>
    /// <param name="visits">The instance's work items, with their seats.</param>
    public async Task<bool> IsDueAsync(string nodeId, DocumentVersion version, List<WorkItem> visits, CancellationToken cancellationToken) =>
        Outdated(visits.FindAll(item => item.NodeId == nodeId), version).Any() && await IsRequiredAsync(cancellationToken);

    /// <summary>Why a step can't go forward with the text as it is, in Chinese, and what to do instead; null when nothing is against it.</summary>
    public async Task<string?> WhyNotAsync(WorkItem item, string outcome, DocumentVersion version, CancellationToken cancellationToken)
    {
        // Without a way back there is nothing else to do. What a matter says changes with each of its steps.
        if (outcome == StepOutcomes.Return || item.Document!.IsMatter || item.StepKind is not (StepKind.Review or StepKind.Task or StepKind.Sign) || !StepOutcomes.CanReturn(item)
            || !await IsRequiredAsync(cancellationToken))
            return null;
        var visits = await visited.OfInstanceAsync(item.InstanceId, cancellationToken);
        var way = new WayBack(visits);
        // From a step before the countersigning the text comes to it again.
        if (Outdated(visits, version).FirstOrDefault(given => given.NodeId != item.NodeId && way.IsBefore(given.NodeId, item.NodeId)) is not { } due
            || await IsPassedAsync(due, version, cancellationToken))
            return null;
        var given = due.Seats.Where(seat => IsGivenOnAnother(seat, version)).Min(seat => seat.VersionOrdinal);
        var target = way.Choices(item.NodeId).Any(choice => choice.NodeId == due.NodeId) ? due.StepName : "拟稿人";
        return $"第{version.Ordinal}稿未经会签（会签针对第{given}稿），按规定须重新会签，不能{outcome}。请选“退回”，退回到“{target}”；会签后再继续办理。";
    }

    // The text came to it again and found nobody who has to be asked any more: going back there would change nothing.
    private async Task<bool> IsPassedAsync(WorkItem due, DocumentVersion version, CancellationToken cancellationToken) =>
        (await data.Events.AsNoTracking().Where(act => act.DocumentId == due.DocumentId && act.Act == HumanSteps.Passed && act.StepName == due.StepName && act.At >= due.OpenedAt && act.ContentHash == version.ContentHash)
            .Select(act => act.DetailJson).ToListAsync(cancellationToken)).Exists(detail => !IsOnWay(detail));

    private static bool IsOnWay(string? detailJson)
    {
        if (detailJson is null)
            return false;
        using var detail = JsonDocument.Parse(detailJson);
        return detail.RootElement.TryGetProperty(HumanSteps.OnWay, out _);
    }

    private async Task<bool> IsRequiredAsync(CancellationToken cancellationToken) =>
        await settings.ReadAsync<RecountersignSetting>(RecountersignSetting.Key, cancellationToken) is { IsRequired: true };

    // The latest of each node: whoever isn't asked any more doesn't hold it up for ever.
    private static IEnumerable<WorkItem> Outdated(List<WorkItem> visits, DocumentVersion version) =>
        WayBack.InOrder(visits.Where(item => item.StepKind == StepKind.Countersign && item.Seats.Exists(IsGiven))).GroupBy(item => item.NodeId).Select(ofNode => ofNode.Last())
            .Where(item => item.Seats.Exists(seat => IsGivenOnAnother(seat, version)));

    private static bool IsGivenOnAnother(Seat seat, DocumentVersion version) => IsGiven(seat) && seat.ContentHash != version.ContentHash;

    private static bool IsGiven(Seat seat) => seat.State is SeatState.Decided or SeatState.PassedByRule;
}
