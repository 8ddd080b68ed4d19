namespace DocFlow.Office.People;

/// <summary>Everybody who holds a post now, in the organisation's order.</summary>
internal sealed class Organisation(IReadOnlyList<OrganisationMember> members, IReadOnlyDictionary<string, string?> parents)
{
    private readonly Dictionary<string, int> _ranks = members.Select(member => member.PersonId).Distinct().Select((id, index) => (id, index)).ToDictionary(pair => pair.id, pair => pair.index + 1);

    public IReadOnlyList<OrganisationMember> Members => members;

    /// <summary>A person's place among all, from 1; null without a post.</summary>
    public int? RankOf(string personId) => _ranks.TryGetValue(personId, out var rank) ? rank : null;

    /// <summary>The person's own post, or else one that the person stands in for.</summary>
    public OrganisationMember? MemberOf(string personId) =>
        members.Where(member => member.PersonId == personId).OrderBy(member => member.IsActing).FirstOrDefault();

    /// <summary>Who works in a unit and in the units under it.</summary>
    public IEnumerable<string> InUnit(string unitId) => members.Where(member => IsWithin(member.UnitId, unitId)).Select(member => member.PersonId);

    /// <summary>A post's holders; its stand-ins when nobody holds it, or all who do are on leave and a stand-in isn't.</summary>
    public IEnumerable<string> HoldersOf(string postId) =>
        PostHolders.Of([.. members.Where(member => member.PostId == postId)], member => member.IsActing, member => member.IsAway).Select(member => member.PersonId);

    private bool IsWithin(string unitId, string wantedId)
    {
        // A circle of parents would be a mistake in the data, not a reason to hang.
        var unit = unitId;
        for (var steps = 0; unit is not null && steps <= parents.Count; steps++)
        {
            if (unit == wantedId)
                return true;
            unit = parents.GetValueOrDefault(unit);
        }

        return false;
    }
}
