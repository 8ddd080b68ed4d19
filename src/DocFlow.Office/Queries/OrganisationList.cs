using DocFlow.Office.People;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class OrganisationList(OrganisationReader organisations) : IOrganisationList
{
    public async Task<IReadOnlyList<OrganisationUnit>> ReadAsync(CancellationToken cancellationToken = default) =>
        (await organisations.ReadAsync(cancellationToken)).Members.GroupBy(member => (member.UnitId, member.UnitName))
            .Select(unit => new OrganisationUnit(unit.Key.UnitId, unit.Key.UnitName, [.. unit])).ToList();
}
