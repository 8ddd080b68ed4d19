using System.Linq.Expressions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Persistence.Engine;

/// <summary>Between an instance's row and what is shown of it.</summary>
internal static class InstanceMapping
{
    private const int Longest = 200;

    /// <summary>A row with the version that it runs.</summary>
    public sealed record Versioned(InstanceRow Row, string VersionId, int Number);

    public static IQueryable<Versioned> Versions(DocFlowDbContext database, IQueryable<InstanceRow> rows) =>
        rows.Join(database.Set<DefinitionRow>(), row => row.DefinitionRowId, definition => definition.Id, (row, definition) => new Versioned(row, definition.VersionId, definition.Number));

    public static Expression<Func<InstanceRow, DefinitionRow, InstanceSummary>> Summary { get; } = (row, definition) => new InstanceSummary(
        row.Id, row.DefinitionId, definition.VersionId, definition.Number, row.Status, row.SubStatus, row.CorrelationId == "" ? null : row.CorrelationId, row.Name, row.IncidentCount,
        row.CreatedAt, row.UpdatedAt, row.FinishedAt)
    {
        ParentInstanceId = row.ParentId,
        IsSystem = row.IsSystem,
    };

    /// <summary>The state, which is of the row's version whatever its text said.</summary>
    public static InstanceState StateOf(Versioned found) => StateOf(found.Row) with { DefinitionVersionId = found.VersionId, DefinitionVersion = found.Number };

    /// <summary>The state, with the row's times where it was kept before states had any.</summary>
    public static InstanceState StateOf(InstanceRow row)
    {
        var state = EngineJson.ReadState(row.StateJson);
        return state.CreatedAt != default ? state : state with { DefinitionId = row.DefinitionId, CreatedAt = row.CreatedAt, UpdatedAt = row.UpdatedAt, FinishedAt = row.FinishedAt };
    }

    /// <summary>Puts what lists show of a state into its row.</summary>
    public static void Take(this InstanceRow row, InstanceState state)
    {
        row.Status = state.Status;
        row.SubStatus = state.SubStatus;
        row.CorrelationId = Fit(state.CorrelationId) ?? "";
        row.Name = Fit(state.Name);
        row.ParentId = state.ParentInstanceId;
        row.IncidentCount = state.Incidents.Count;
        row.CreatedAt = state.CreatedAt;
        row.UpdatedAt = state.UpdatedAt;
        row.FinishedAt = state.FinishedAt;
        row.StateJson = EngineJson.Write(state);
    }

    /// <summary>A text in the length of its column; the state keeps it whole.</summary>
    public static string? Fit(string? text) => text is { Length: > Longest } ? text[..Longest] : text;
}
