using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Who a procedure's words for people mean for one document.</summary>
internal sealed class Assignees(IOfficeData data, OfficeDirectory directory, FieldPeople fieldPeople)
{
    private const string OwnUnit = "本科室";
    private const string Cosigners = "会签单位";
    private const string Drafter = "拟稿人";
    private const string Superior = "拟稿人的上级";
    private const string Previous = "上一办理人";
    private const string PersonPrefix = "person:";

    private static readonly char[] Separators = ['，', ',', '；', ';'];

    /// <summary>Each person once, in the organisation's order; empty when nobody holds any of the posts.</summary>
    public async Task<IReadOnlyList<Assignee>> ResolveAsync(Document document, string references, CancellationToken cancellationToken)
    {
        var found = new List<Assignee>();
        foreach (var reference in references.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            found.AddRange(await ResolveOneAsync(document, reference, cancellationToken));
        return found.DistinctBy(assignee => assignee.PersonId).ToList();
    }

    private async Task<IEnumerable<Assignee>> ResolveOneAsync(Document document, string reference, CancellationToken cancellationToken)
    {
        if (reference == Drafter)
        {
            var drafter = await directory.PersonAsync(document.DrafterId, cancellationToken);
            if (await directory.InForce().AnyAsync(appointment => appointment.PersonId == drafter.Id, cancellationToken))
                return [new Assignee(drafter.Id, null, Drafter)];
            var heads = directory.InForce().Where(appointment =>
                appointment.Post!.UnitId == document.DrafterUnitId && (appointment.Post.Duties & PostDuties.Head) != 0);
            return (await directory.HoldersAsync(heads, cancellationToken))
                .Select(head => new Assignee(head.PersonId, head.PostId, $"{OfficeDirectory.Shown(head.Post!)}（拟稿人{drafter.Name}已离任）"));
        }

        if (reference.StartsWith(PersonPrefix, StringComparison.Ordinal))
        {
            var login = reference[PersonPrefix.Length..].Trim();
            var person = await data.People.SingleOrDefaultAsync(person => person.Login == login, cancellationToken);
            return person is null
                ? throw RefusalException.Invalid($"流程中的办理人“{reference}”不存在，请核对登录名，改正流程后重试。")
                : [new Assignee(person.Id, null, person.Name)];
        }

        if (reference.StartsWith(FieldPeople.Prefix, StringComparison.Ordinal))
            return await fieldPeople.OfAsync(document, reference[FieldPeople.Prefix.Length..].Trim(), cancellationToken);

        if (reference == Previous)
            return await PreviousAsync(document, cancellationToken);

        var appointments = reference switch
        {
            Cosigners => directory.InForce().Where(appointment => (appointment.Post!.Duties & PostDuties.Countersign) != 0
                && data.CosigningUnits.Any(unit => unit.DocumentId == document.Id && unit.UnitId == appointment.Post.UnitId)),
            Superior => await SuperiorsAsync(document, cancellationToken),
            _ => await InPostAsync(document, reference, cancellationToken),
        };
        return (await directory.HoldersAsync(appointments, cancellationToken))
            .Select(holder => new Assignee(holder.PersonId, holder.PostId, OfficeDirectory.Shown(holder.Post!)));
    }

    // Who decided last: as a person, for what is meant is the one who knows the matter.
    private async Task<IEnumerable<Assignee>> PreviousAsync(Document document, CancellationToken cancellationToken)
    {
        var last = await data.WorkItems.Where(item => item.InstanceId == document.InstanceId && item.ClosedAt != null && item.Seats.Any(seat => seat.DecidedById != null))
            .OrderByDescending(item => item.ClosedAt).ThenByDescending(item => item.Id).Select(item => item.Id).FirstOrDefaultAsync(cancellationToken);
        var deciders = await data.Seats.Where(seat => seat.WorkItemId == last && seat.DecidedById != null).OrderBy(seat => seat.Order)
            .Select(seat => seat.DecidedById!).ToListAsync(cancellationToken);
        var people = new List<Assignee>();
        foreach (var decider in deciders.Count == 0 ? [document.DrafterId] : deciders)
            people.Add(new Assignee(decider, null, $"{(await directory.PersonAsync(decider, cancellationToken)).Name}（{Previous}）"));
        return people;
    }

    // The head of the drafter's unit; for a head, those of the leadership that the unit belongs to.
    private async Task<IQueryable<Appointment>> SuperiorsAsync(Document document, CancellationToken cancellationToken)
    {
        var heads = directory.InForce().Where(appointment => (appointment.Post!.Duties & PostDuties.Head) != 0);
        var own = heads.Where(appointment => appointment.Post!.UnitId == document.DrafterUnitId);
        if (await own.AnyAsync(cancellationToken) && !await own.AnyAsync(appointment => appointment.PersonId == document.DrafterId, cancellationToken))
            return own;
        var parent = data.Units.Where(unit => unit.Id == document.DrafterUnitId).Select(unit => unit.ParentId);
        return heads.Where(appointment => appointment.PersonId != document.DrafterId
            && appointment.Post!.Unit!.Kind == UnitKind.Leadership && appointment.Post.Unit.ParentId != null && parent.Contains(appointment.Post.Unit.ParentId));
    }

    private async Task<IQueryable<Appointment>> InPostAsync(Document document, string reference, CancellationToken cancellationToken)
    {
        if (reference.Split('/', StringSplitOptions.TrimEntries) is not [{ Length: > 0 } unit, { Length: > 0 } post])
            throw RefusalException.Invalid($"流程中的办理人“{reference}”无法识别，请写成“单位/岗位”，如“秘书二科/副科长”。");

        // A vacant post passes by rule; a misspelt one must not look like it. Not every unit has the post that 本科室 asks for.
        var isOwn = unit == OwnUnit;
        if (!await data.Posts.AnyAsync(row => row.Name == post && (isOwn || row.Unit!.Name == unit), cancellationToken))
            throw RefusalException.Invalid($"流程中的岗位“{reference}”不存在，请核对单位和岗位名称，登记这个岗位或改正流程后重试。");
        var appointments = directory.InForce().Where(appointment => appointment.Post!.Name == post);
        return isOwn
            ? appointments.Where(appointment => appointment.Post!.UnitId == document.DrafterUnitId)
            : appointments.Where(appointment => appointment.Post!.Unit!.Name == unit);
    }
}
