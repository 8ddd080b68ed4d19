using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office.Events;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed partial class WorkflowDefinitions(DocFlowDbContext database, DefinitionVersions versions, WorkflowReferences references, InstanceRemoval removal, IProcedureLog log, ActingAccount account) : IWorkflowDefinitions
{
    public async Task<Page<DefinitionSummary>> ListAsync(DefinitionQuery query, CancellationToken cancellationToken)
    {
        var rows = database.Set<DefinitionRow>().AsNoTracking().Matching(query);
        var total = await rows.LongCountAsync(cancellationToken);
        var page = rows.Ordered(query.Order, query.Descending).Skip(query.Skip);
        if (query.Take is { } take)
            page = page.Take(take);
        return new Page<DefinitionSummary>(await page.Select(DefinitionQueries.Summary).ToListAsync(cancellationToken), total);
    }

    public async Task<DefinitionVersion?> FindAsync(string definitionId, VersionChoice version, CancellationToken cancellationToken) =>
        await database.Set<DefinitionRow>().AsNoTracking().Where(row => row.DefinitionId == definitionId).Of(version).OrderByDescending(row => row.Number).FirstOrDefaultAsync(cancellationToken) is { } row
            ? DefinitionQueries.VersionOf(row)
            : null;

    public async Task<DefinitionVersion?> FindVersionAsync(string versionId, CancellationToken cancellationToken) =>
        await database.Set<DefinitionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.VersionId == versionId, cancellationToken) is { } row ? DefinitionQueries.VersionOf(row) : null;

    public async Task<bool> IsNameUniqueAsync(string name, string? exceptDefinitionId, CancellationToken cancellationToken)
    {
        var trimmed = name.Trim();
        return !await database.Set<DefinitionRow>().AnyAsync(row => row.Name == trimmed && (row.IsLatest || row.IsPublished) && row.DefinitionId != exceptDefinitionId, cancellationToken);
    }

    public Task<int> CountAsync(CancellationToken cancellationToken) => database.Set<DefinitionRow>().CountAsync(row => row.IsLatest, cancellationToken);

    public Task<IReadOnlyList<string>> ConsumersAsync(string definitionId, CancellationToken cancellationToken) => references.ConsumersAsync(definitionId, cancellationToken);

    public Task<IReadOnlyList<string>> UpdateReferencesAsync(string definitionId, CancellationToken cancellationToken) =>
        versions.ChangeAsync(() => references.UpdateAsync(definitionId, cancellationToken), cancellationToken);
}
