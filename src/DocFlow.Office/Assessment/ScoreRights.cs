using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Assessment;

/// <summary>Who may assess, and who may see whose score: the assessor all, everybody their own, heads those of their units.</summary>
internal sealed class ScoreRights(IOfficeData data, OfficeDirectory directory)
{
    public async Task<bool> IsAssessorAsync(string personId, CancellationToken cancellationToken) =>
        (await PostsAsync(personId, cancellationToken)).Exists(post => post.Duties.HasFlag(PostDuties.Personnel));

    public async Task RequireAssessorAsync(string personId, string what, CancellationToken cancellationToken)
    {
        if (!await IsAssessorAsync(personId, cancellationToken))
            throw RefusalException.Forbidden($"只有考核人员（组织人事）可以{what}。");
    }

    /// <summary>The units whose people's scores a person may see; null for all.</summary>
    public async Task<IReadOnlyList<string>?> UnitsAsync(string personId, CancellationToken cancellationToken)
    {
        var posts = await PostsAsync(personId, cancellationToken);
        if (posts.Exists(post => post.Duties.HasFlag(PostDuties.Personnel)))
            return null;
        var headed = posts.Where(post => post.Duties.HasFlag(PostDuties.Head)).ToList();
        var units = headed.ConvertAll(post => post.UnitId);
        var offices = headed.Where(post => post.Unit!.Kind == UnitKind.Leadership).Select(post => post.Unit!.ParentId).OfType<string>().ToList();
        if (offices.Count > 0)
            units.AddRange(await data.Units.Where(unit => offices.Contains(unit.ParentId!)).Select(unit => unit.Id).ToListAsync(cancellationToken));
        return units;
    }

    public async Task<bool> MaySeeAsync(string personId, string ofPersonId, string ofUnitId, CancellationToken cancellationToken) =>
        personId == ofPersonId || await UnitsAsync(personId, cancellationToken) is not { } units || units.Contains(ofUnitId);

    private async Task<List<Post>> PostsAsync(string personId, CancellationToken cancellationToken) =>
        (await directory.InForce().AsNoTracking().Where(appointment => appointment.PersonId == personId).ToListAsync(cancellationToken)).ConvertAll(appointment => appointment.Post!);
}
