using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Who can take over from a person who leaves, as the organisation is now.</summary>
internal sealed class HandoverPeople(Person leaver, Organisation organisation, IReadOnlySet<string> headPosts, IReadOnlyDictionary<string, string?> parents)
{
    private string? _successorId;

    public static async Task<HandoverPeople> ReadAsync(IOfficeData data, OrganisationReader reader, Person leaver, CancellationToken cancellationToken)
    {
        var heads = await data.Posts.Where(post => (post.Duties & PostDuties.Head) != 0).Select(post => post.Id).ToListAsync(cancellationToken);
        var parents = await data.Units.Select(unit => new { unit.Id, unit.ParentId }).ToDictionaryAsync(unit => unit.Id, unit => unit.ParentId, cancellationToken);
        return new HandoverPeople(leaver, await reader.ReadAsync(cancellationToken), heads.ToHashSet(), parents);
    }

    public Person Leaver => leaver;

    private IEnumerable<OrganisationMember> Left => organisation.Members.Where(member => member.PersonId == leaver.Id);

    /// <summary>Unit and posts of the leaver, as shown.</summary>
    public string FromShown => string.Join('、', Left.Where(member => !member.IsActing).Select(member => member.Shown));

    /// <summary>The posts that the leaver holds himself.</summary>
    public IReadOnlyList<string> LeftPosts => [.. Left.Where(member => !member.IsActing).Select(member => member.PostId)];

    /// <summary>Lets somebody count as holding the leaver's posts.</summary>
    public void Succeed(string personId) => _successorId = personId;

    public string NameOf(string personId) => organisation.Members.FirstOrDefault(member => member.PersonId == personId)?.Name ?? "";

    /// <summary>Who should take over: who has the post, or the successor, or the head of the unit, a colleague, the head above it.</summary>
    /// <returns>Null when somebody has to be chosen.</returns>
    public string? Propose(Holding holding) => Candidates(holding).FirstOrDefault(personId => WhyNot(holding, personId) is null);

    /// <summary>Why a person can't take over what is held, in Chinese; null when nothing is against it.</summary>
    public string? WhyNot(Holding holding, string personId)
    {
        if (personId == leaver.Id || !organisation.Members.Any(member => member.PersonId == personId))
            return "接收人须为现任职的其他人员";
        var name = NameOf(personId);
        foreach (var seat in holding.Seats)
        {
            if (seat.WorkItem!.Seats.Exists(other => other.PersonId == personId && (other.IsPending || other.State == SeatState.Decided)))
                return $"{name}已在“{seat.WorkItem.StepName}”环节";
            if (IsBound(seat) && !Holds(personId, seat.PostId))
                return $"“{seat.WorkItem.StepName}”权属于岗位“{seat.PostShown}”，{name}不任此岗位";
            if (seat.WorkItem.StepKind is StepKind.Review or StepKind.Countersign && holding.Document is { IsMatter: false } document && document.DrafterId == personId)
                return $"{name}是拟稿人，“{seat.WorkItem.StepName}”须由他人办理";
        }

        return null;
    }

    /// <summary>The post in which a person has a seat that was handed over.</summary>
    public string? PostFor(Seat seat, string personId) => Holds(personId, seat.PostId) ? seat.PostId : null;

    private static bool IsBound(Seat seat) => seat.WorkItem!.StepKind is StepKind.Sign or StepKind.Seal;

    private bool Holds(string personId, string? postId) => postId is not null
        && ((personId == _successorId && LeftPosts.Contains(postId)) || organisation.Members.Any(member => member.PostId == postId && member.PersonId == personId));

    private IEnumerable<string> Candidates(Holding holding)
    {
        foreach (var seat in holding.Seats)
        {
            foreach (var member in organisation.Members.Where(member => member.PostId == seat.PostId).OrderBy(member => member.IsActing))
                yield return member.PersonId;
        }

        if (_successorId is not null)
            yield return _successorId;
        foreach (var unit in Left.Where(member => !member.IsActing).Select(member => member.UnitId).Distinct())
        {
            foreach (var member in organisation.Members.Where(member => member.UnitId == unit).OrderByDescending(member => headPosts.Contains(member.PostId)))
                yield return member.PersonId;
            foreach (var member in organisation.Members.Where(member => headPosts.Contains(member.PostId) && parents.GetValueOrDefault(member.UnitId) is { } parent && parent == parents.GetValueOrDefault(unit))
                .OrderBy(member => member.UnitName.EndsWith("领导", StringComparison.Ordinal) ? 0 : 1))
                yield return member.PersonId;
        }
    }
}
