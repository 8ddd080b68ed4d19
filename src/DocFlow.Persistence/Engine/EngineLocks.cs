using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Takes the engine's locks.</summary>
internal static class EngineLocks
{
    /// <summary>Waits, on every provider, until no other transaction has the lock; it is held until the transaction ends.</summary>
    public static async Task LockAsync(this DocFlowDbContext database, int id, CancellationToken cancellationToken)
    {
        var locked = await database.Set<EngineLockRow>().Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.Number, row => row.Number + 1), cancellationToken);
        if (locked == 0)
            throw new InvalidOperationException("The engine's locks are missing: the database was not migrated.");
    }
}
