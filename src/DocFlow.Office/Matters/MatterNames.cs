using DocFlow.Office.Procedures;
using DocFlow.Office.Restricted;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Matters;

/// <summary>Names of the people and units that fields hold by id.</summary>
internal sealed class MatterNames(IOfficeData data)
{
    /// <summary>The values as shown, by key.</summary>
    public async Task<IReadOnlyDictionary<string, string>> ShowAsync(
        IEnumerable<ProcedureField> fields, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        var given = fields.Where(field => values.TryGetValue(field.Key, out var value) && value.Length > 0).ToList();
        var people = await PeopleAsync(Ids(FieldType.Person), cancellationToken);
        var units = await UnitsAsync(Ids(FieldType.Unit), cancellationToken);
        return given.ToDictionary(field => field.Key, field => field.Type switch
        {
            // The one place through which everything is shown.
            _ when IsHidden(field) => RestrictedReference.Shown,
            FieldType.Person => Names(values[field.Key], people),
            FieldType.Unit => Names(values[field.Key], units),
            FieldType.Choice => string.Join('、', FieldRules.Several(values[field.Key])),
            _ => values[field.Key],
        });

        bool IsHidden(ProcedureField field) => field.IsRestricted || RestrictedReference.Is(values[field.Key]);

        List<string> Ids(FieldType type) => [.. given.Where(field => field.Type == type && !IsHidden(field)).SelectMany(field => FieldRules.Several(values[field.Key])).Distinct()];
    }

    /// <summary>Refuses people and units that there aren't.</summary>
    public async Task RequireAsync(IEnumerable<ProcedureField> fields, IReadOnlyDictionary<string, string> values, CancellationToken cancellationToken)
    {
        foreach (var field in fields.Where(field => field.Type is FieldType.Person or FieldType.Unit && values.TryGetValue(field.Key, out var given) && !RestrictedReference.Is(given)))
        {
            var ids = FieldRules.Several(values[field.Key]).Distinct().ToList();
            if (!field.IsMultiple && ids.Count > 1)
                throw RefusalException.Invalid($"“{field.Label}”只能选一个。");
            var known = field.Type == FieldType.Person ? await PeopleAsync(ids, cancellationToken) : await UnitsAsync(ids, cancellationToken);
            if (known.Count != ids.Count)
                throw RefusalException.Invalid($"“{field.Label}”中有不存在的{(field.Type == FieldType.Person ? "人员" : "单位")}，请重新选择。");
        }
    }

    private static string Names(string value, Dictionary<string, string> names) => string.Join('、', FieldRules.Several(value).Select(id => names.GetValueOrDefault(id, id)));

    private async Task<Dictionary<string, string>> PeopleAsync(List<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await data.People.Where(person => ids.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);

    private async Task<Dictionary<string, string>> UnitsAsync(List<string> ids, CancellationToken cancellationToken) =>
        ids.Count == 0 ? [] : await data.Units.Where(unit => ids.Contains(unit.Id)).ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
}
