using System.Text.Json;
using DocFlow.Office.Procedures;
using DocFlow.Office.Steps;
using Elsa.Common.Models;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;

namespace DocFlow.Host.Engines;

/// <summary>The procedures whose definition is published.</summary>
internal sealed class PublishedProcedures(IWorkflowDefinitionStore definitions) : IProcedures
{
    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) =>
        definitions.AnyAsync(new WorkflowDefinitionFilter { DefinitionId = definitionId, VersionOptions = VersionOptions.Published }, cancellationToken);

    public async Task<IReadOnlyList<Procedure>> DeclaredAsync(CancellationToken cancellationToken)
    {
        var published = await definitions.FindManyAsync(new WorkflowDefinitionFilter { VersionOptions = VersionOptions.Published }, cancellationToken);
        return [.. published.Select(definition => ProcedureReader.Read(JsonSerializer.Serialize(new { definitionId = definition.DefinitionId, customProperties = definition.CustomProperties })))
            .OfType<Procedure>().OrderBy(procedure => procedure.Group, StringComparer.Ordinal).ThenBy(procedure => procedure.Title, StringComparer.Ordinal)];
    }
}
