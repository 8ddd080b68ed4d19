using DocFlow.Office.Repairs;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DocFlow.Host.Composition;

/// <summary>What waits in the office waits in the engine too, as the last look of the minute saw it.</summary>
internal sealed class ReconciliationCheck(ReconciliationWatch watch) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) => Task.FromResult(watch.Latest switch
    {
        null => HealthCheckResult.Healthy("还没有核对。"),
        { Found.Count: 0 } => HealthCheckResult.Healthy("待办与流程一致。"),
        { Found: var found } => HealthCheckResult.Degraded(
            $"待办与流程核对不一致，共{found.Count}处。", data: found.Select((item, index) => (item, index)).ToDictionary(pair => $"{pair.index + 1}", pair => (object)$"{pair.item.Kind}：{pair.item.Title ?? pair.item.InstanceId}")),
    });
}
