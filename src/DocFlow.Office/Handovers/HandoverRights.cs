using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Who may order hand-overs: a post with that duty (组织人事), and the system administrator.</summary>
internal sealed class HandoverRights(OfficeDirectory directory)
{
    public async Task<bool> HasAsync(HandoverActor actor, CancellationToken cancellationToken) => actor.IsAdministrator
        || (actor.PersonId is { } person && await directory.InForce().AnyAsync(
            appointment => appointment.PersonId == person && (appointment.Post!.Duties & PostDuties.Personnel) != 0, cancellationToken));

    /// <returns>The person who orders it; null for an administrator.</returns>
    /// <exception cref="RefusalException">The actor may not.</exception>
    public async Task<Person?> RequireAsync(HandoverActor actor, CancellationToken cancellationToken)
    {
        if (!await HasAsync(actor, cancellationToken))
            throw RefusalException.Forbidden("只有组织人事岗位和系统管理员可以办理轮岗交接。");
        return actor.PersonId is { } person ? await directory.PersonAsync(person, cancellationToken) : null;
    }
}
