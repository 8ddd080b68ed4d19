using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.People;

/// <summary>Who holds which post now.</summary>
internal sealed class OfficeDirectory(IOfficeData data, OfficeClock clock)
{
    /// <summary>Appointments in force, with person, post and unit.</summary>
    public IQueryable<Appointment> InForce()
    {
        var now = clock.Now;
        return data.Appointments
            .Include(appointment => appointment.Person)
            .Include(appointment => appointment.Post!.Unit)
            .Where(appointment => appointment.From <= now && (appointment.To == null || appointment.To > now));
    }

    /// <summary>A post's holders; its stand-ins (B角) when nobody holds it, or all who do are on leave and a stand-in isn't.</summary>
    public async Task<IReadOnlyList<Appointment>> HoldersAsync(IQueryable<Appointment> ofPost, CancellationToken cancellationToken)
    {
        var all = await ofPost.OrderBy(appointment => appointment.Post!.Unit!.Order).ThenBy(appointment => appointment.Post!.Order)
            .ThenBy(appointment => appointment.Person!.Order).ToListAsync(cancellationToken);
        var away = await OnLeaveAsync(all.Select(appointment => appointment.PersonId), cancellationToken);
        return [.. all.GroupBy(appointment => appointment.PostId).SelectMany(post => PostHolders.Of([.. post], holder => holder.IsActing, holder => away.Contains(holder.PersonId)))];
    }

    /// <summary>Those of some people who are on leave now (请假、离岗).</summary>
    public async Task<HashSet<string>> OnLeaveAsync(IEnumerable<string> personIds, CancellationToken cancellationToken)
    {
        var (now, ids) = (clock.Now, personIds.Distinct().ToList());
        return [.. await data.Leaves.Where(leave => leave.From <= now && leave.To > now && ids.Contains(leave.PersonId)).Select(leave => leave.PersonId).ToListAsync(cancellationToken)];
    }

    public Task<Person> PersonAsync(string personId, CancellationToken cancellationToken) => FindAsync(person => person.Id == personId, cancellationToken);

    /// <summary>The first post that a person holds, as the drafter's own.</summary>
    public async Task<Post> OwnPostAsync(string personId, CancellationToken cancellationToken)
    {
        var own = await InForce().Where(appointment => appointment.PersonId == personId && !appointment.IsActing)
            .OrderBy(appointment => appointment.From).ThenBy(appointment => appointment.Id).FirstOrDefaultAsync(cancellationToken);
        return own?.Post ?? throw RefusalException.Forbidden("您目前没有任职岗位，不能拟稿。请联系管理员登记任职。");
    }

    /// <summary>Those who have a person as their delegate now (委托代理).</summary>
    public Task<List<string>> PrincipalsAsync(string personId, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return data.Delegations.Where(delegation => delegation.ToPersonId == personId && delegation.From <= now && delegation.To > now)
            .Select(delegation => delegation.FromPersonId).ToListAsync(cancellationToken);
    }

    public Task<bool> HasDelegateAsync(string personId, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        return data.Delegations.AnyAsync(delegation => delegation.FromPersonId == personId && delegation.From <= now && delegation.To > now, cancellationToken);
    }

    /// <summary>Unit and post as shown: 秘书一科科长.</summary>
    public static string Shown(Post post) => $"{post.Unit!.Name}{post.Name}";

    private async Task<Person> FindAsync(System.Linq.Expressions.Expression<Func<Person, bool>> which, CancellationToken cancellationToken) =>
        await data.People.SingleOrDefaultAsync(which, cancellationToken) ?? throw RefusalException.NotFound("这位人员");
}
