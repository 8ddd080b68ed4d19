using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.People;

/// <inheritdoc />
internal sealed class Leadership(IOfficeData data, FreshRows rows, EventLog events) : ILeadership
{
    public async Task<IReadOnlyList<LeadershipRow>> ListAsync(CancellationToken cancellationToken = default)
    {
        var posts = await data.Posts.AsNoTracking().Include(post => post.Unit).Where(post => post.Unit!.Kind == UnitKind.Leadership).ToDictionaryAsync(post => post.Id, cancellationToken);
        var units = await data.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Office || unit.Kind == UnitKind.Section).OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        return units.ConvertAll(unit => new LeadershipRow(
            unit.Id, unit.Name, unit.LeaderPostId, unit.LeaderPostId is { } id && posts.TryGetValue(id, out var post) ? OfficeDirectory.Shown(post) : null));
    }

    public async Task<IReadOnlyList<LeaderPost>> PostsAsync(CancellationToken cancellationToken = default) =>
        await data.Posts.AsNoTracking().Where(post => post.Unit!.Kind == UnitKind.Leadership).OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order)
            .Select(post => new LeaderPost(post.Id, post.Unit!.Name + post.Name)).ToListAsync(cancellationToken);

    public Task SetAsync(string actorName, string unitId, string? postId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var unit = await data.Units.SingleOrDefaultAsync(row => row.Id == unitId, cancellationToken) ?? throw RefusalException.NotFound("这个单位");
        var post = postId is null ? null : await data.Posts.Include(row => row.Unit).SingleOrDefaultAsync(row => row.Id == postId, cancellationToken) ?? throw RefusalException.NotFound("这个岗位");
        if (post is { Unit.Kind: not UnitKind.Leadership })
            throw RefusalException.Invalid($"“{OfficeDirectory.Shown(post)}”不是领导岗位，不能分管科室。");
        if (unit.LeaderPostId == postId)
            return;
        unit.LeaderPostId = postId;
        events.Add(new ActRecord("分管领导") { Account = actorName, Detail = new Dictionary<string, string> { ["单位"] = unit.Name, ["分管岗位"] = post is null ? "无" : OfficeDirectory.Shown(post) } });
        await data.SaveChangesAsync(cancellationToken);
    });
}
