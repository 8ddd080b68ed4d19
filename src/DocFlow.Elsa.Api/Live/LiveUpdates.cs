using System.Text.Json.Nodes;
using System.Threading.Channels;
using DocFlow.Elsa.Api.Executions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace DocFlow.Elsa.Api.Live;

/// <summary>Tells viewers what saved bursts changed. Bursts don't wait for it; what comes faster than it can be told is told once.</summary>
internal sealed partial class LiveUpdates(IHubContext<WorkflowInstanceHub> hub, Viewers looking, IServiceScopeFactory scopes, ILogger<LiveUpdates> logger) : BackgroundService, IInstanceWatch
{
    private const int MostWaiting = 1000;

    private readonly Channel<(string InstanceId, IReadOnlyList<string> NodeIds)> _changes =
        Channel.CreateBounded<(string, IReadOnlyList<string>)>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest, SingleReader = true });

    // Who comes to look later reads what is saved by then.
    public void Changed(string instanceId, IReadOnlyList<ExecutionRecord> touched)
    {
        if (looking.LookAt(instanceId))
            _changes.Writer.TryWrite((instanceId, [.. touched.Select(record => record.NodeId).Distinct()]));
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var (instanceId, nodeIds) in _changes.Reader.ReadAllAsync(stoppingToken))
        {
            try
            {
                await TellAsync(instanceId, nodeIds, stoppingToken);
            }
            catch (Exception exception) when (exception is not OperationCanceledException)
            {
                // The viewer sees it at its next look.
                LogUntold(exception, instanceId);
            }
        }
    }

    private async Task TellAsync(string instanceId, IReadOnlyList<string> nodeIds, CancellationToken cancellationToken)
    {
        if (!looking.LookAt(instanceId))
            return;
        var viewers = hub.Clients.Group(instanceId);
        await using var scope = scopes.CreateAsyncScope();
        if (nodeIds.Count > 0)
        {
            var executions = await scope.ServiceProvider.GetRequiredService<IWorkflowInstances>().ExecutionsAsync(instanceId, cancellationToken);
            await viewers.SendAsync("ActivityExecutionLogUpdatedAsync", new JsonObject { ["stats"] = ExecutionStats.Of(executions, nodeIds) }, cancellationToken);
        }

        await viewers.SendAsync("WorkflowExecutionLogUpdatedAsync", new JsonObject(), cancellationToken);
        await viewers.SendAsync("WorkflowInstanceUpdatedAsync", new JsonObject { ["workflowInstanceId"] = instanceId }, cancellationToken);
    }

    [LoggerMessage(LogLevel.Warning, "流程实例 {InstanceId} 的变化没能通知查看者")]
    private partial void LogUntold(Exception exception, string instanceId);
}
