using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.People;

/// <summary>Reads the organisation as it is now, in two questions.</summary>
internal sealed class OrganisationReader(IOfficeData data, OfficeDirectory directory)
{
    public async Task<Organisation> ReadAsync(CancellationToken cancellationToken)
    {
        var members = await directory.InForce().AsNoTracking()
            .OrderBy(appointment => appointment.Post!.Unit!.Order).ThenBy(appointment => appointment.Post!.Order).ThenBy(appointment => appointment.IsActing)
            .ThenBy(appointment => appointment.Person!.Order).ThenBy(appointment => appointment.Id)
            .Select(appointment => new OrganisationMember(
                appointment.PersonId, appointment.Person!.Name, appointment.Post!.UnitId, appointment.Post.Unit!.Name,
                appointment.PostId, appointment.Post.Name, appointment.IsActing))
            .ToListAsync(cancellationToken);
        var away = await directory.OnLeaveAsync(members.Select(member => member.PersonId), cancellationToken);
        if (away.Count > 0)
            members = members.ConvertAll(member => member with { IsAway = away.Contains(member.PersonId) });
        var parents = await data.Units.AsNoTracking().Select(unit => new { unit.Id, unit.ParentId }).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancellationToken);
        return new Organisation(members, parents);
    }

    /// <summary>Unit and post of one person, as shown; null without a post.</summary>
    public async Task<string?> PostOfAsync(string personId, CancellationToken cancellationToken)
    {
        var post = await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId)
            .OrderBy(appointment => appointment.IsActing).ThenBy(appointment => appointment.From).ThenBy(appointment => appointment.Id)
            .Select(appointment => new { Unit = appointment.Post!.Unit!.Name, appointment.Post.Name }).FirstOrDefaultAsync(cancellationToken);
        return post is null ? null : post.Unit + post.Name;
    }
}
