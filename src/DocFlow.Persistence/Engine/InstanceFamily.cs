using DocFlow.Office.Steps;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Who started whom, from the rows and from the bursts of this scope, whose rows come only at their end.</summary>
internal sealed class InstanceFamily(DocFlowDbContext database) : IInstanceFamily
{
    private const int MostGenerations = 20;

    private readonly Dictionary<string, string?> _running = new(StringComparer.Ordinal);

    public void Remember(string instanceId, string? parentId) => _running[instanceId] = parentId;

    public async Task<string?> ParentOfAsync(string instanceId, CancellationToken cancellationToken) => _running.TryGetValue(instanceId, out var parent)
        ? parent
        : await database.Set<InstanceRow>().Where(row => row.Id == instanceId).Select(row => row.ParentId).SingleOrDefaultAsync(cancellationToken);

    /// <summary>Whether an id is a document's, also while its procedure has still to start.</summary>
    public Task<bool> IsOfDocumentAsync(string instanceId, CancellationToken cancellationToken) => database.Documents.AnyAsync(document => document.InstanceId == instanceId, cancellationToken);

    /// <summary>Of some instances, those that carry a document, by themselves or because the procedure of one started them.</summary>
    public async Task<List<string>> CarryingAsync(IReadOnlyCollection<string> instanceIds, CancellationToken cancellationToken)
    {
        var carrying = new HashSet<string>(StringComparer.Ordinal);
        var ancestors = instanceIds.Distinct(StringComparer.Ordinal).ToDictionary(id => id, id => id);
        for (var generation = 0; generation < MostGenerations && ancestors.Count > 0; generation++)
        {
            var ids = ancestors.Values.Distinct().ToList();
            var rows = await database.Set<InstanceRow>().AsNoTracking().Where(row => ids.Contains(row.Id)).Select(row => new { row.Id, row.ParentId, row.IsOffice }).ToDictionaryAsync(row => row.Id, cancellationToken);
            carrying.UnionWith(ancestors.Where(pair => rows.TryGetValue(pair.Value, out var row) && row.IsOffice).Select(pair => pair.Key));
            ancestors = ancestors.Where(pair => rows.TryGetValue(pair.Value, out var row) && row is { IsOffice: false, ParentId: not null }).ToDictionary(pair => pair.Key, pair => rows[pair.Value].ParentId!);
        }

        return [.. carrying];
    }
}
