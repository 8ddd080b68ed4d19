using DocFlow.Office.People;

namespace DocFlow.Office.Queries;

/// <summary>A unit with those who hold its posts now.</summary>
public sealed record OrganisationUnit(string Id, string Name, IReadOnlyList<OrganisationMember> Members);
