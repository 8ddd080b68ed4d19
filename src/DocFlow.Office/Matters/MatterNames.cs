using System.Globalization;
using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>Names of the people and units that fields hold by id.</summary>
internal sealed class MatterNames(IOfficeData data)
{
    /// <summary>The values as shown, by key; a table as one line for each row.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ShowAsync(
        IEnumerable<ProcedureField> fields, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var given = fields.Where(field => values.TryGetValue(field.Key, out var value) && value.Length > 0).ToList();
        var open = given.Where(field => !IsHidden(field, values[field.Key])).ToList();
        var cells = open.Where(field => field.Type != FieldType.Table).Select(field => (field, values[field.Key])).Concat(open.SelectMany(field => CellsOf(field, values[field.Key]))).ToList();
        var people = await PeopleAsync(Ids(cells, FieldType.Person), cancellationToken);
        var units = await UnitsAsync(Ids(cells, FieldType.Unit), cancellationToken);
        return given.ToDictionary(field => field.Key, field => field.Type switch
        {
            // The one place through which everything is shown.
            _ when IsHidden(field, values[field.Key]) => RestrictedReference.Shown,
            FieldType.Table => string.Join('\n', (TableRows.Read(values[field.Key]) ?? []).Select((row, index) => Line(field, row, index + 1, people, units))),
            _ => Shown(field, values[field.Key], people, units),
        });
    }

    /// <summary>A table's rows with their values as shown.</summary>
    public async Task<IReadOnlyList<IReadOnlyDictionary<string, string>>> ShowRowsAsync(ProcedureField table, string value, CancellationToken cancellationToken)
    {
        var cells = CellsOf(table, value).ToList();
        var people = await PeopleAsync(Ids(cells, FieldType.Person), cancellationToken);
        var units = await UnitsAsync(Ids(cells, FieldType.Unit), cancellationToken);
        return [.. (TableRows.Read(value) ?? []).Select(row => table.Columns.Where(column => row.ContainsKey(column.Key))
            .ToDictionary(column => column.Key, column => Shown(column, row[column.Key], people, units)))];
    }

    /// <summary>Refuses people and units that there aren't.</summary>
    public async Task RequireAsync(IEnumerable<ProcedureField> fields, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var given = fields.Where(field => values.TryGetValue(field.Key, out var value) && !RestrictedReference.Is(value)).ToList();
        foreach (var (field, value) in given.Select(field => (field, values[field.Key])).Concat(given.SelectMany(field => CellsOf(field, values[field.Key])))
            .Where(cell => cell.Item1.Type is FieldType.Person or FieldType.Unit))
        {
            var ids = FieldRules.Several(value).Distinct().ToList();
            if (!field.IsMultiple && ids.Count > 1)
                throw RefusalException.Invalid($"“{field.Label}”只能选一个。");
            var known = field.Type == FieldType.Person ? await PeopleAsync(ids, cancellationToken) : await UnitsAsync(ids, cancellationToken);
            if (known.Count != ids.Count)
                throw RefusalException.Invalid($"“{field.Label}”中有不存在的{(field.Type == FieldType.Person ? "人员" : "单位")}，请重新选择。");
        }
    }

    private static bool IsHidden(ProcedureField field, string value) => field.IsRestricted || RestrictedReference.Is(value);

    private static IEnumerable<(ProcedureField, string)> CellsOf(ProcedureField field, string value) => field.Type != FieldType.Table
        ? []
        : (TableRows.Read(value) ?? []).SelectMany(row => field.Columns.Where(column => row.ContainsKey(column.Key)).Select(column => (column, row[column.Key])));

    private static List<string> Ids(IEnumerable<(ProcedureField Field, string Value)> cells, FieldType type) =>
        [.. cells.Where(cell => cell.Field.Type == type).SelectMany(cell => FieldRules.Several(cell.Value)).Distinct()];

    private static string Shown(ProcedureField field, string value, Dictionary<string, string> people, Dictionary<string, string> units) => field.Type switch
    {
        FieldType.Person => Names(value, people),
        FieldType.Unit => Names(value, units),
        FieldType.Choice => string.Join('、', FieldRules.Several(value)),
        _ => value,
    };

    // The first column names the row.
    private static string Line(ProcedureField table, IReadOnlyDictionary<string, string> row, int ordinal, Dictionary<string, string> people, Dictionary<string, string> units)
    {
        var given = table.Columns.Where(column => row.ContainsKey(column.Key)).ToList();
        var parts = given.Select((column, index) => $"{(index == 0 ? "" : $"{column.Label}：")}{Shown(column, row[column.Key], people, units)}");
        return string.Create(CultureInfo.InvariantCulture, $"{ordinal}. {string.Join('；', parts)}");
    }

    private static string Names(string value, Dictionary<string, string> names) => string.Join('、', FieldRules.Several(value).Select(id => names.GetValueOrDefault(id, id)));

    private async Task<Dictionary<string, string>> PeopleAsync(List<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await data.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);

    private async Task<Dictionary<string, string>> UnitsAsync(List<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await data.Units.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
}
