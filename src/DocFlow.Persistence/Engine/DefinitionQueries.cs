using System.Linq.Expressions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Persistence.Engine;

/// <summary>Questions about stored versions.</summary>
internal static class DefinitionQueries
{
    public static IQueryable<DefinitionRow> Of(this IQueryable<DefinitionRow> rows, VersionChoice choice) => choice.Kind switch
    {
        VersionKind.Draft => rows.Where(row => row.IsLatest && !row.IsPublished),
        VersionKind.Latest => rows.Where(row => row.IsLatest),
        VersionKind.Published => rows.Where(row => row.IsPublished),
        VersionKind.LatestOrPublished => rows.Where(row => row.IsLatest || row.IsPublished),
        VersionKind.LatestAndPublished => rows.Where(row => row.IsLatest && row.IsPublished),
        VersionKind.Number => rows.Where(row => row.Number == choice.Number),
        _ => rows,
    };

    public static IQueryable<DefinitionRow> Matching(this IQueryable<DefinitionRow> rows, DefinitionQuery query)
    {
        rows = rows.Of(query.Versions);
        if (query.IsSystem is { } isSystem)
            rows = rows.Where(row => row.IsSystem == isSystem);
        if (query.DefinitionIds is { } definitions)
            rows = rows.Where(row => definitions.Contains(row.DefinitionId));
        if (query.VersionIds is { } versions)
            rows = rows.Where(row => versions.Contains(row.VersionId));
        if (query.SearchTerm?.Trim().ToLowerInvariant() is { Length: > 0 } term)
        {
            rows = rows.Where(row => (row.Name != null && row.Name.ToLower().Contains(term)) || (row.Description != null && row.Description.ToLower().Contains(term))
                || row.DefinitionId.ToLower().Contains(term) || row.VersionId.ToLower().Contains(term));
        }

        return rows;
    }

    /// <summary>In the wished order, the newest row last among equals so that pages don't overlap.</summary>
    public static IQueryable<DefinitionRow> Ordered(this IQueryable<DefinitionRow> rows, DefinitionOrder order, bool descending) => (order, descending) switch
    {
        (DefinitionOrder.Name, false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
        (DefinitionOrder.Name, true) => rows.OrderByDescending(row => row.Name).ThenByDescending(row => row.Id),
        (DefinitionOrder.Version, false) => rows.OrderBy(row => row.Number).ThenBy(row => row.Id),
        (DefinitionOrder.Version, true) => rows.OrderByDescending(row => row.Number).ThenByDescending(row => row.Id),
        (_, false) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id),
    };

    public static Expression<Func<DefinitionRow, DefinitionSummary>> Summary { get; } = row => new DefinitionSummary(
        row.VersionId, row.DefinitionId, row.Number, row.Name, row.Description, row.IsLatest, row.IsPublished, row.IsReadonly, row.IsSystem, row.UsableAsActivity, row.ToolVersion,
        row.ProviderName, row.CreatedAt);

    public static DefinitionSummary SummaryOf(DefinitionRow row) => new(
        row.VersionId, row.DefinitionId, row.Number, row.Name, row.Description, row.IsLatest, row.IsPublished, row.IsReadonly, row.IsSystem, row.UsableAsActivity, row.ToolVersion,
        row.ProviderName, row.CreatedAt);

    public static DefinitionVersion VersionOf(DefinitionRow row) => new(SummaryOf(row), row.Json);
}
