using DocFlow.Office;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DocFlow.Host.Composition;

/// <summary>The database answers.</summary>
internal sealed class DatabaseCheck(IOfficeData data) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await data.ChainHeads.AsNoTracking().FirstAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            return HealthCheckResult.Unhealthy("数据库没有回答。", exception);
        }
    }
}

/// <summary>What people decide reaches the engine.</summary>
internal sealed class EngineCheck(OutboxDispatcher dispatcher) : IHealthCheck
{
    public Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
        Task.FromResult(dispatcher.IsWorking ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("流程引擎没有运行。"));
}
