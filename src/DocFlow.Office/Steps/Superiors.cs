using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Who stands above a document's drafter.</summary>
internal sealed class Superiors(IOfficeData data, OfficeDirectory directory)
{
    /// <summary>拟稿人的上级: the head of the drafter's unit; for a head, those of the leadership that the unit belongs to.</summary>
    public async Task<IQueryable<Appointment>> OfDrafterAsync(Document document, CancellationToken cancellationToken)
    {
        var heads = directory.InForce().Where(appointment => (appointment.Post!.Duties & PostDuties.Head) != 0);
        var own = heads.Where(appointment => appointment.Post!.UnitId == document.DrafterUnitId);
        if (await own.AnyAsync(cancellationToken) && !await own.AnyAsync(appointment => appointment.PersonId == document.DrafterId, cancellationToken))
            return own;
        var parent = data.Units.Where(unit => unit.Id == document.DrafterUnitId).Select(unit => unit.ParentId);
        return heads.Where(appointment => appointment.PersonId != document.DrafterId
            && appointment.Post!.Unit!.Kind == UnitKind.Leadership && appointment.Post.Unit.ParentId != null && parent.Contains(appointment.Post.Unit.ParentId));
    }

    /// <summary>分管领导: the post in charge of the drafter's unit, or else of the nearest unit above it.</summary>
    public async Task<IQueryable<Appointment>> InChargeAsync(Document document, CancellationToken cancellationToken)
    {
        var units = await data.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ParentId, unit.LeaderPostId }).ToDictionaryAsync(unit => unit.Id, cancellationToken);
        string? post = null;
        var unitId = document.DrafterUnitId;
        // A circle of parents would be a mistake in the data, not a reason to hang.
        for (var steps = 0; post is null && unitId is not null && steps < units.Count; steps++)
            (post, unitId) = (units[unitId].LeaderPostId, units[unitId].ParentId);
        return directory.InForce().Where(appointment => appointment.PostId == post && appointment.PersonId != document.DrafterId);
    }

    /// <summary>Whether somebody heads the leadership (主任) of the office that the drafter's unit belongs to, or stands in for whoever does.</summary>
    public async Task<bool> LeadsAsync(string personId, Document document, CancellationToken cancellationToken)
    {
        var parent = data.Units.Where(unit => unit.Id == document.DrafterUnitId).Select(unit => unit.ParentId);
        return await directory.InForce().AnyAsync(
            appointment => appointment.PersonId == personId && (appointment.Post!.Duties & PostDuties.Head) != 0 && appointment.Post.Unit!.Kind == UnitKind.Leadership
                && appointment.Post.Unit.ParentId != null && (parent.Contains(appointment.Post.Unit.ParentId) || appointment.Post.Unit.ParentId == document.DrafterUnitId),
            cancellationToken);
    }
}
