using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Hand-overs as their readers see them.</summary>
internal sealed class HandoverReader(IOfficeData data)
{
    private const int Most = 100;

    /// <summary>The leaver or who takes something over.</summary>
    public static bool IsOfASide(Handover handover, string personId) =>
        handover.PersonId == personId || handover.Items.Exists(item => item.OwnerId == personId && item.MovedAt is not null);

    /// <param name="isOfficer">The actor may order hand-overs and sees all.</param>
    public async Task<IReadOnlyList<HandoverView>> ListAsync(HandoverActor actor, bool isOfficer, CancellationToken cancellationToken)
    {
        var own = actor.PersonId ?? "";
        var found = await All().Where(row => isOfficer || (row.DoneAt != null && (row.PersonId == own || row.Items.Any(item => item.OwnerId == own && item.MovedAt != null))))
            .OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id).Take(Most).ToListAsync(cancellationToken);
        return found.ConvertAll(row => ViewOf(row, actor, isOfficer));
    }

    public async Task<HandoverView> ReadAsync(HandoverActor actor, string handoverId, bool isOfficer, CancellationToken cancellationToken)
    {
        var handover = await All().SingleOrDefaultAsync(row => row.Id == handoverId, cancellationToken) ?? throw RefusalException.NotFound("这次交接");
        return isOfficer || (handover.DoneAt is not null && actor.PersonId is { } person && IsOfASide(handover, person))
            ? ViewOf(handover, actor, isOfficer)
            : throw RefusalException.NotFound("这次交接");
    }

    private IQueryable<Handover> All() => data.Handovers.AsNoTracking().Include(row => row.Person)
        .Include(row => row.Items).ThenInclude(item => item.Document).Include(row => row.Items).ThenInclude(item => item.Owner)
        .Include(row => row.Signatures).ThenInclude(signature => signature.Person);

    // One side sees only what it gives or gets.
    private static HandoverView ViewOf(Handover handover, HandoverActor actor, bool isOfficer)
    {
        var isAll = isOfficer || handover.PersonId == actor.PersonId;
        var state = handover switch { { DoneAt: not null } => "已交接", { CancelledAt: not null } => "已取消", _ => "待交接" };
        return new HandoverView(
            handover.Id, handover.Person!.Name, handover.FromShown, handover.ToShown, handover.At, handover.Reason, handover.OrderedBy, state, handover.DoneAt, handover.LastError,
            [.. handover.Items.Where(item => isAll || item.OwnerId == actor.PersonId).OrderBy(item => item.Order)
                .Select(item => new HandoverLine(item.DocumentId, item.Document!.Title, item.Holds, item.OwnerId, item.Owner?.Name, item.MovedAt))],
            [.. handover.Signatures.OrderBy(signature => signature.At).Select(signature => new HandoverSigned(signature.PersonId, signature.Person!.Name, signature.At))],
            handover.DoneAt is not null && actor.PersonId is { } person && IsOfASide(handover, person) && !handover.Signatures.Exists(signature => signature.PersonId == person),
            isOfficer && state == "待交接");
    }
}
