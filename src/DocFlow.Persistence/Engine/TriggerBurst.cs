using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Office;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Starts an instance because its time has come, and moves the trigger on in the same transaction.</summary>
internal sealed class TriggerBurst(DocFlowDbContext database, WorkflowBursts bursts, TriggerSchedule schedule, OfficeTime time)
{
    /// <returns>Whether it was due.</returns>
    public async Task<bool> RunAsync(long triggerId, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow();
        if (await database.Set<TriggerRow>().SingleOrDefaultAsync(row => row.Id == triggerId && row.DueAt <= now, cancellationToken) is not { DueAt: { } due } row)
            return false;
        row.DueAt = schedule.NextDue(row, due);
        (row.Attempts, row.LeaseUntil, row.LastError) = (0, null, null);
        var instanceId = InstanceIdFor(row, due);
        if (await bursts.FindAsync(row.DefinitionId, VersionChoice.Published, cancellationToken) is not { } key
            || await bursts.StartAsync(key, new WorkflowStart(instanceId) { TriggerNodeId = row.NodeId }, cancellationToken) is null)
        {
            // Nothing may start now: the occurrence passes.
            await database.SaveChangesAsync(cancellationToken);
        }

        return true;
    }

    // The same for the same occurrence.
    private static string InstanceIdFor(TriggerRow row, DateTimeOffset due) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        $"{row.DefinitionId}|{row.NodeId}|{due.UtcTicks.ToString(CultureInfo.InvariantCulture)}")))[..OfficeId.Length];
}
