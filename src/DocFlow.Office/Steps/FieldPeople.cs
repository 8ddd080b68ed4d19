using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Steps;

/// <summary>Whom a field of a matter names: people, or units, for which their heads work, or everybody where a unit has no head.</summary>
internal sealed class FieldPeople(OfficeDirectory directory, DocumentText texts, Successors successors, ProcedureCatalog catalog)
{
    public const string Prefix = "field:";

    public async Task<IReadOnlyList<Assignee>> OfAsync(Document document, string key, CancellationToken cancellationToken)
    {
        // Of a table's column the rows' order counts, such as that of a call chain.
        if (key.Split('.') is [var table, var column])
            return await ColumnAsync(document, table, column, cancellationToken);
        var field = (await catalog.FindAsync(document.ProcedureId, cancellationToken))?.Find(key);
        if (field?.Type is not (FieldType.Person or FieldType.Unit) || !document.IsMatter)
            throw RefusalException.Invalid($"流程中的办理人“{Prefix}{key}”不是本事项的人员或单位字段，请改正流程后重试。");
        var ids = FieldRules.Several(MatterValues.Read((await texts.CurrentAsync(document, cancellationToken)).SourceText).GetValueOrDefault(key));
        return field.Type == FieldType.Person ? await PeopleAsync(ids, field, cancellationToken) : await UnitsAsync(ids, cancellationToken);
    }

    private async Task<IReadOnlyList<Assignee>> ColumnAsync(Document document, string table, string column, CancellationToken cancellationToken)
    {
        if ((await catalog.FindAsync(document.ProcedureId, cancellationToken))?.Find(table)?.Columns.FirstOrDefault(one => one.Key == column) is not { Type: FieldType.Person or FieldType.Unit } field || !document.IsMatter)
            throw RefusalException.Invalid($"流程中的办理人“{Prefix}{table}.{column}”不是本事项表格的人员或单位列，请改正流程后重试。");
        var found = new List<Assignee>();
        foreach (var row in TableRows.Read(MatterValues.Read((await texts.CurrentAsync(document, cancellationToken)).SourceText).GetValueOrDefault(table)) ?? [])
        {
            var ids = FieldRules.Several(row.GetValueOrDefault(column));
            found.AddRange(field.Type == FieldType.Person ? await PeopleAsync(ids, field, cancellationToken) : await UnitsAsync(ids, cancellationToken));
        }

        return [.. found.DistinctBy(one => one.PersonId)];
    }

    private async Task<IReadOnlyList<Assignee>> PeopleAsync(IReadOnlyList<string> ids, ProcedureField field, CancellationToken cancellationToken) =>
        [.. (await successors.OfAsync(ids, cancellationToken)).Values.DistinctBy(person => person.Id).OrderBy(person => person.Order).Select(person => new Assignee(person.Id, null, field.Label))];

    private async Task<IReadOnlyList<Assignee>> UnitsAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var found = new List<Assignee>();
        foreach (var id in ids)
        {
            var all = await directory.HoldersAsync(directory.InForce().Where(appointment => appointment.Post!.UnitId == id), cancellationToken);
            var heads = all.Where(holder => holder.Post!.Duties.HasFlag(PostDuties.Head)).ToList();
            found.AddRange((heads.Count > 0 ? heads : all).Select(holder => new Assignee(holder.PersonId, holder.PostId, OfficeDirectory.Shown(holder.Post!))));
        }

        return found;
    }
}
