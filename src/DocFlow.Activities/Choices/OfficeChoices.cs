using DocFlow.Office;
using DocFlow.Office.People;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Activities.Choices;

/// <summary>Choices from the office's tables.</summary>
internal sealed class OfficeChoices(IOfficeData data, IProcedures procedures) : IOfficeChoices
{
    public async Task<IReadOnlyList<string>> PostsAsync(CancellationToken cancellationToken) =>
        await data.Posts.OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order).ThenBy(post => post.Id)
            .Select(post => post.Unit!.Name + "/" + post.Name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<string>> SectionPostsAsync(CancellationToken cancellationToken)
    {
        var names = await data.Posts.Where(post => post.Unit!.Kind == UnitKind.Section).OrderBy(post => post.Unit!.Order).ThenBy(post => post.Order)
            .Select(post => post.Name).ToListAsync(cancellationToken);
        return [.. names.Distinct()];
    }

    public async Task<IReadOnlyList<string>> SectionsAsync(CancellationToken cancellationToken) =>
        await data.Units.Where(unit => unit.Kind == UnitKind.Section).OrderBy(unit => unit.Order).Select(unit => unit.Name).ToListAsync(cancellationToken);

    public async Task<IReadOnlyList<(string Login, string Name)>> PeopleAsync(CancellationToken cancellationToken)
    {
        var people = await data.People.Where(person => data.Appointments.Any(appointment => appointment.PersonId == person.Id)).OrderBy(person => person.Order)
            .Select(person => new { person.Login, person.Name }).ToListAsync(cancellationToken);
        return [.. people.Select(person => (person.Login, person.Name))];
    }

    public async Task<IReadOnlyList<(string Key, string Label, string Procedures)>> FieldsAsync(CancellationToken cancellationToken)
    {
        var fields = (await procedures.DeclaredAsync(cancellationToken)).SelectMany(procedure => Named(procedure.Fields, "", "").Select(field => (field.Key, field.Label, procedure.Title)));
        return [.. fields.GroupBy(field => (field.Key, field.Label)).Select(field => (field.Key.Key, field.Key.Label, string.Join('、', field.Select(each => each.Title).Distinct())))];
    }

    // A restricted field is nobody's to be sent to by.
    private static IEnumerable<(string Key, string Label)> Named(IReadOnlyList<ProcedureField> fields, string keys, string labels) => fields.Where(field => !field.IsRestricted).SelectMany(field => field.Type switch
    {
        FieldType.Person or FieldType.Unit => [(keys + field.Key, labels + field.Label)],
        FieldType.Table => Named(field.Columns, $"{field.Key}.", $"{field.Label}／"),
        _ => Enumerable.Empty<(string, string)>(),
    });
}
