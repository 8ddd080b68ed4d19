namespace DocFlow.Office.Queries;

/// <summary>Whom one may choose from when work or a document is handed to somebody.</summary>
public interface IOrganisationList
{
    /// <summary>Units with people, in the organisation's order.</summary>
    Task<IReadOnlyList<OrganisationUnit>> ReadAsync(CancellationToken cancellationToken = default);
}
