using DocFlow.Office;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Activities.Choices;

/// <summary>Choices from the office's tables.</summary>
internal sealed class OfficeChoices(IOfficeData data) : IOfficeChoices
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
}
