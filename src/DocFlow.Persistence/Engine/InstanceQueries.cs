using System.Linq.Expressions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Persistence.Engine;

/// <summary>Questions about stored instances.</summary>
internal static class InstanceQueries
{
    public static IQueryable<InstanceRow> Matching(this DocFlowDbContext database, InstanceQuery query)
    {
        IQueryable<InstanceRow> rows = database.Set<InstanceRow>();
        if (query.Ids.Count > 0)
            rows = rows.Where(row => query.Ids.Contains(row.Id));
        if (query.DefinitionIds.Count > 0)
            rows = rows.Where(row => query.DefinitionIds.Contains(row.DefinitionId));
        if (query.DefinitionVersionId is { } versionId)
            rows = rows.Where(row => database.Set<DefinitionRow>().Any(definition => definition.Id == row.DefinitionRowId && definition.VersionId == versionId));
        if (query.Version is { } version)
            rows = rows.Where(row => database.Set<DefinitionRow>().Any(definition => definition.Id == row.DefinitionRowId && definition.Number == version));
        if (query.CorrelationId is { } correlation)
            rows = rows.Where(row => row.CorrelationId == correlation);
        if (query.ParentInstanceId is { } parent)
            rows = rows.Where(row => row.ParentId == parent);
        if (query.HasIncidents is { } hasIncidents)
            rows = rows.Where(row => row.IncidentCount > 0 == hasIncidents);
        if (query.IsSystem is { } isSystem)
            rows = rows.Where(row => row.IsSystem == isSystem);
        if (query.Statuses.Count > 0)
            rows = rows.Where(row => query.Statuses.Contains(row.Status));
        if (query.SubStatuses.Count > 0)
            rows = rows.Where(row => query.SubStatuses.Contains(row.SubStatus));
        foreach (var filter in query.Timestamps)
            rows = rows.Where(Bound(filter));
        if (query.SearchTerm?.Trim().ToLowerInvariant() is { Length: > 0 } term)
        {
            rows = rows.Where(row => (row.Name != null && row.Name.ToLower().Contains(term)) || row.Id.ToLower().Contains(term)
                || row.DefinitionId.ToLower().Contains(term) || row.CorrelationId.ToLower().Contains(term));
        }

        return rows;
    }

    /// <summary>In the wished order; the id decides among equals, so that pages don't overlap.</summary>
    public static IQueryable<InstanceRow> Ordered(this IQueryable<InstanceRow> rows, InstanceOrder order, bool descending) => (order, descending) switch
    {
        (InstanceOrder.Updated, false) => rows.OrderBy(row => row.UpdatedAt).ThenBy(row => row.Id),
        (InstanceOrder.Updated, true) => rows.OrderByDescending(row => row.UpdatedAt).ThenByDescending(row => row.Id),
        (InstanceOrder.Finished, false) => rows.OrderBy(row => row.FinishedAt).ThenBy(row => row.Id),
        (InstanceOrder.Finished, true) => rows.OrderByDescending(row => row.FinishedAt).ThenByDescending(row => row.Id),
        (InstanceOrder.Name, false) => rows.OrderBy(row => row.Name).ThenBy(row => row.Id),
        (InstanceOrder.Name, true) => rows.OrderByDescending(row => row.Name).ThenByDescending(row => row.Id),
        (_, false) => rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id),
        _ => rows.OrderByDescending(row => row.CreatedAt).ThenByDescending(row => row.Id),
    };

    private static Expression<Func<InstanceRow, bool>> Bound(TimestampFilter filter)
    {
        var row = Expression.Parameter(typeof(InstanceRow));
        var column = filter.Column.ToUpperInvariant() switch
        {
            "UPDATEDAT" => nameof(InstanceRow.UpdatedAt),
            "FINISHEDAT" => nameof(InstanceRow.FinishedAt),
            _ => nameof(InstanceRow.CreatedAt),
        };
        var value = Expression.Property(row, column);
        var instant = filter.Timestamp.ToUniversalTime();
        Expression<Func<DateTimeOffset>> captured = () => instant;
        var bound = Expression.Convert(captured.Body, value.Type);
        var comparison = filter.Operator switch
        {
            TimestampOperator.Is => Expression.Equal(value, bound),
            TimestampOperator.IsNot => Expression.NotEqual(value, bound),
            TimestampOperator.GreaterThan => Expression.GreaterThan(value, bound),
            TimestampOperator.GreaterThanOrEqual => Expression.GreaterThanOrEqual(value, bound),
            TimestampOperator.LessThan => Expression.LessThan(value, bound),
            _ => Expression.LessThanOrEqual(value, bound),
        };
        return Expression.Lambda<Func<InstanceRow, bool>>(comparison, row);
    }
}
