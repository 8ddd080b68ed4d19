using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Desks;

/// <inheritdoc />
internal sealed class SeatChoices(IOfficeData data, DocumentAccess access, Assignees assignees, OrganisationReader organisations) : ISeatChoices
{
    // As a procedure's steps say them.
    private static readonly string[] Roles = ["分管领导", Assignees.Superior, "上一办理人"];

    public async Task<IReadOnlyList<SeatChoice>> ReadAsync(string actorId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(actorId, documentId, cancellationToken);
        var organisation = await organisations.ReadAsync(cancellationToken);
        var choices = new List<SeatChoice>();
        foreach (var role in Roles)
            choices.AddRange(Choices("按职责", role, (await assignees.ResolveAsync(document, role, cancellationToken)).Select(assignee => assignee.PersonId), organisation));
        var heads = (await data.Posts.Where(post => (post.Duties & PostDuties.Head) != 0 && post.Unit!.Kind == UnitKind.Section).Select(post => post.Id).ToListAsync(cancellationToken)).ToHashSet();
        foreach (var section in organisation.Members.Where(member => heads.Contains(member.PostId)).GroupBy(member => (member.UnitId, member.UnitName)))
            choices.AddRange(Choices("按科室", $"{section.Key.UnitName}（负责人）", section.Select(member => member.PostId).Distinct().SelectMany(organisation.HoldersOf), organisation));
        foreach (var post in organisation.Members.DistinctBy(member => member.PostId))
            choices.AddRange(Choices("按岗位", post.Shown, organisation.HoldersOf(post.PostId), organisation));
        return choices.FindAll(choice => choice.PersonId != actorId);
    }

    private static IEnumerable<SeatChoice> Choices(string group, string words, IEnumerable<string> people, Organisation organisation) => people.Distinct()
        .Select(organisation.MemberOf).OfType<OrganisationMember>().Select(member => new SeatChoice(group, words, member.PersonId, member.Name));
}
