using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Who a procedure's words for people mean for one document.</summary>
internal sealed class Assignees(IOfficeData data, OfficeDirectory directory, Superiors superiors, NamedPeople named, FieldPeople fields, Successors successors)
{
    /// <summary>Who stands above the drafter.</summary>
    public const string Superior = "拟稿人的上级";

    private const string OwnUnit = "本科室";
    private const string Cosigners = "会签单位";
    private const string Drafter = "拟稿人";
    private const string InCharge = "分管领导";
    private const string Previous = "上一办理人";
    private const string PersonPrefix = "person:";
    private const string SectionPrefix = "科室:";
    private const string ElementPrefix = "字段:";

    private static readonly char[] Separators = ['，', ',', '；', ';'];

    /// <summary>Each person once, in the organisation's order; empty when nobody holds any of the posts.</summary>
    public async Task<IReadOnlyList<Assignee>> ResolveAsync(Document document, string references, CancellationToken cancellationToken) => await ResolveAsync(
        document, references, await data.WorkItems.Include(item => item.Seats).Where(item => item.InstanceId == document.InstanceId).ToListAsync(cancellationToken), cancellationToken);

    /// <param name="visits">The work items of the document's procedure so far, with their seats.</param>
    public async Task<IReadOnlyList<Assignee>> ResolveAsync(Document document, string references, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        var found = new List<Assignee>();
        foreach (var reference in references.Split(Separators, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
            found.AddRange(await ResolveOneAsync(document, reference.Replace('：', ':'), visits, cancellationToken));
        return found.DistinctBy(assignee => assignee.PersonId).ToList();
    }

    /// <summary>What the trace says of a step that passes because its words mean nobody now.</summary>
    public static string WhenNobody(string references) => references.Replace('：', ':') switch
    {
        Cosigners => "未指定会签单位，按规定通过",
        InCharge => "未登记分管领导或其岗位无人任职，按规定通过",
        Previous => "上一办理人已离任，且没有接任人，按规定通过",
        var person when person.StartsWith(PersonPrefix, StringComparison.Ordinal) => "流程指定的人员已离任，且没有接任人，按规定通过",
        var field when field.StartsWith(FieldPeople.Prefix, StringComparison.Ordinal) => "事项中没有写明现任职的人员或单位，按规定通过",
        Superior => "拟稿人没有上级，按规定通过",
        var element when element.StartsWith(ElementPrefix, StringComparison.Ordinal) => $"公文的“{element[ElementPrefix.Length..]}”没有写明本系统内的人员或单位，按规定通过",
        var section when section.StartsWith(SectionPrefix, StringComparison.Ordinal) => $"“{section[SectionPrefix.Length..]}”无人任职，按规定通过",
        _ => $"岗位“{references}”无人任职，按规定通过",
    };

    private async Task<IEnumerable<Assignee>> ResolveOneAsync(Document document, string reference, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        if (reference.StartsWith(PersonPrefix, StringComparison.Ordinal))
            return await PersonAsync(reference, cancellationToken);
        if (reference.StartsWith(SectionPrefix, StringComparison.Ordinal))
            return await SectionAsync(document, reference[SectionPrefix.Length..].Trim(), cancellationToken);
        if (reference.StartsWith(FieldPeople.Prefix, StringComparison.Ordinal))
            return await fields.OfAsync(document, reference[FieldPeople.Prefix.Length..].Trim(), cancellationToken);
        if (reference.StartsWith(ElementPrefix, StringComparison.Ordinal))
            return await named.InElementAsync(document, reference[ElementPrefix.Length..].Trim(), cancellationToken);
        return reference switch
        {
            Drafter => await DrafterAsync(document, cancellationToken),
            Previous => await PreviousAsync(document, visits, cancellationToken),
            OwnUnit => await SectionAsync(document, OwnUnit, cancellationToken),
            Cosigners => await HoldersAsync(
                directory.InForce().Where(appointment => (appointment.Post!.Duties & PostDuties.Countersign) != 0
                    && data.CosigningUnits.Any(unit => unit.DocumentId == document.Id && unit.UnitId == appointment.Post.UnitId)),
                cancellationToken),
            Superior => await HoldersAsync(await superiors.OfDrafterAsync(document, cancellationToken), cancellationToken),
            InCharge => await HoldersAsync(await superiors.InChargeAsync(document, cancellationToken), cancellationToken),
            _ => await HoldersAsync(await InPostAsync(document, reference, cancellationToken), cancellationToken),
        };
    }

    private async Task<IEnumerable<Assignee>> HoldersAsync(IQueryable<Appointment> appointments, CancellationToken cancellationToken) =>
        (await directory.HoldersAsync(appointments, cancellationToken)).Select(Assignee.Of);

    private async Task<IEnumerable<Assignee>> DrafterAsync(Document document, CancellationToken cancellationToken)
    {
        var drafter = await directory.PersonAsync(document.DrafterId, cancellationToken);
        if (await directory.InForce().AnyAsync(appointment => appointment.PersonId == drafter.Id, cancellationToken))
            return [new Assignee(drafter.Id, null, Drafter)];
        var heads = directory.InForce().Where(appointment =>
            appointment.Post!.UnitId == document.DrafterUnitId && (appointment.Post.Duties & PostDuties.Head) != 0);
        return (await directory.HoldersAsync(heads, cancellationToken))
            .Select(head => new Assignee(head.PersonId, head.PostId, $"{OfficeDirectory.Shown(head.Post!)}（拟稿人{drafter.Name}已离任）"));
    }

    private async Task<IEnumerable<Assignee>> PersonAsync(string reference, CancellationToken cancellationToken)
    {
        var login = reference[PersonPrefix.Length..].Trim();
        var person = await data.People.SingleOrDefaultAsync(person => person.Login == login, cancellationToken)
            ?? throw RefusalException.Invalid($"流程中的办理人“{reference}”不存在，请核对登录名，改正流程后重试。");
        return (await successors.OfAsync([person.Id], cancellationToken)).Values.Select(now => new Assignee(now.Id, null, now.Id == person.Id ? now.Name : $"{now.Name}（接任{person.Name}）") { IsSuccessor = now.Id != person.Id });
    }

    // Who decided last: as a person, for what is meant is the one who knows the matter.
    private async Task<IEnumerable<Assignee>> PreviousAsync(Document document, List<WorkItem> visits, CancellationToken cancellationToken)
    {
        var deciders = visits.Where(item => item.ClosedAt is not null && item.Seats.Exists(seat => seat.DecidedById is not null))
            .OrderByDescending(item => item.ClosedAt).ThenByDescending(item => item.Id, StringComparer.Ordinal).FirstOrDefault()?
            .Seats.Where(seat => seat.DecidedById is not null).OrderBy(seat => seat.Order).Select(seat => seat.DecidedById!).ToList() ?? [];
        if (deciders.Count == 0)
            return [new Assignee(document.DrafterId, null, $"{(await directory.PersonAsync(document.DrafterId, cancellationToken)).Name}（{Previous}）")];
        var now = await successors.OfAsync(deciders, cancellationToken);
        return deciders.Where(now.ContainsKey).Select(decider => new Assignee(now[decider].Id, null, $"{now[decider].Name}（{(now[decider].Id == decider ? Previous : $"接任{Previous}")}）") { IsSuccessor = now[decider].Id != decider });
    }

    // A section as a whole: those who head it, or everybody in it while nobody does.
    private async Task<IEnumerable<Assignee>> SectionAsync(Document document, string name, CancellationToken cancellationToken)
    {
        var unitId = name == OwnUnit ? document.DrafterUnitId : await data.Units.Where(unit => unit.Name == name).Select(unit => unit.Id).SingleOrDefaultAsync(cancellationToken)
            ?? throw RefusalException.Invalid($"流程中的科室“{name}”不存在，请核对单位名称，改正流程后重试。");
        var members = await directory.HoldersAsync(directory.InForce().Where(appointment => appointment.Post!.UnitId == unitId), cancellationToken);
        var heads = members.Where(member => member.Post!.Duties.HasFlag(PostDuties.Head)).ToList();
        return (heads.Count > 0 ? heads : members).Select(Assignee.Of);
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
