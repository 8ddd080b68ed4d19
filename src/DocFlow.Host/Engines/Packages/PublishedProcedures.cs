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
}
