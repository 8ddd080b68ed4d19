using DocFlow.Documents.Model;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>The persons and units that an element of a document's current text names (字段). Names that the office doesn't know are left out.</summary>
internal sealed class NamedPeople(IOfficeData data, DocumentText texts, OfficeDirectory directory, Successors successors)
{
    private static readonly Dictionary<string, Func<OfficialDocument, IEnumerable<string>>> Elements = new(StringComparer.Ordinal)
    {
        ["主送"] = document => Recipients.Names(document.Recipients),
        ["抄送"] = document => Recipients.Names(document.Copies),
        ["签发人"] = document => document.Signers,
        ["发文机关"] = document => document.Issuers,
        ["署名"] = document => document.Signatories,
        ["印发机关"] = document => document.PrintedBy is { } printer ? [printer] : [],
        ["出席"] = document => Recipients.Names(document.Present),
        ["列席"] = document => Recipients.Names(document.Attending),
    };

    public async Task<IReadOnlyList<Assignee>> InElementAsync(Document document, string element, CancellationToken cancellationToken)
    {
        if (!Elements.TryGetValue(element, out var read))
            throw RefusalException.Invalid($"流程中的字段“{element}”不能作为办理人，可用：{string.Join('、', Elements.Keys)}。请改正流程后重试。");
        var version = await texts.CurrentAsync(document, cancellationToken);
        if (DocumentText.Elements(version.SourceText) is not { } official)
            return [];
        var found = new List<Assignee>();
        foreach (var name in read(official).Distinct())
            found.AddRange(await NamedAsync(element, name, cancellationToken));
        return found;
    }

    private async Task<IEnumerable<Assignee>> NamedAsync(string element, string name, CancellationToken cancellationToken)
    {
        var people = await data.People.AsNoTracking().Where(person => person.Name == name).ToListAsync(cancellationToken);
        if (people.Count > 1)
            throw RefusalException.Invalid($"公文“{element}”中的“{name}”有{people.Count}位同名人员，分不清送给谁。请改用岗位，或在流程中指定人员后重试。");
        if (people is [var person])
            return (await successors.OfAsync([person.Id], cancellationToken)).Values.Select(now => new Assignee(now.Id, null, $"{now.Name}（{element}）") { IsSuccessor = now.Id != person.Id });

        // Whoever speaks for the unit; where nobody is named to, its head.
        var ofUnit = await directory.HoldersAsync(
            directory.InForce().Where(appointment => appointment.Post!.Unit!.Name == name || appointment.Post.Unit.RecipientClass == name), cancellationToken);
        return ofUnit.GroupBy(holder => holder.Post!.UnitId).SelectMany(unit =>
        {
            var speakers = unit.Where(holder => holder.Post!.Duties.HasFlag(PostDuties.Countersign)).ToList();
            return speakers.Count > 0 ? speakers : unit.Where(holder => holder.Post!.Duties.HasFlag(PostDuties.Head));
        }).Select(Assignee.Of);
    }
}
