using DocFlow.Elsa.Runtime.Definitions;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Deletes instances with all that belongs to them.</summary>
internal sealed class InstanceRemoval(DocFlowDbContext database, InstanceFamily family)
{
    private const int Batch = 500;

    /// <summary>Deletes the instances of versions, within the caller's transaction.</summary>
    /// <exception cref="DefinitionRefusedException">One of them carries a document of the office.</exception>
    public async Task OfVersionsAsync(IReadOnlyCollection<long> rowIds, CancellationToken cancellationToken)
    {
        var instances = database.Set<InstanceRow>().Where(row => rowIds.Contains(row.DefinitionRowId));
        var carrying = await instances.CountAsync(row => row.IsOffice, cancellationToken);
        foreach (var children in (await instances.Where(row => !row.IsOffice && row.ParentId != null).Select(row => row.Id).ToListAsync(cancellationToken)).Chunk(Batch))
            carrying += (await family.CarryingAsync(children, cancellationToken)).Count;
        if (carrying > 0)
            throw new DefinitionRefusedException([$"有{carrying}件公文按这个流程办理，它的记录不能删除；不再使用可以停用。"]);
        await DeleteAsync(await instances.Select(row => row.Id).ToListAsync(cancellationToken), cancellationToken);
    }

    /// <summary>Deletes instances within the caller's transaction; those that carry a document of the office stay.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> DeleteAsync(IReadOnlyList<string> ids, CancellationToken cancellationToken)
    {
        var deleted = 0;
        foreach (var some in ids.Distinct(StringComparer.Ordinal).Chunk(Batch))
        {
            var carrying = await family.CarryingAsync(some, cancellationToken);
            var mine = await database.Set<InstanceRow>().Where(row => some.Contains(row.Id) && !carrying.Contains(row.Id)).Select(row => row.Id).ToListAsync(cancellationToken);
            await database.Set<BurstRow>().Where(row => mine.Contains(row.InstanceId)).ExecuteDeleteAsync(cancellationToken);
            await database.Set<StimulusRow>().Where(row => mine.Contains(row.InstanceId!)).ExecuteDeleteAsync(cancellationToken);
            await database.Set<BookmarkRow>().Where(row => mine.Contains(row.InstanceId)).ExecuteDeleteAsync(cancellationToken);
            deleted += await database.Set<InstanceRow>().Where(row => mine.Contains(row.Id)).ExecuteDeleteAsync(cancellationToken);
        }

        return deleted;
    }
}
