using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Elsa.Runtime.Management;
using DocFlow.Elsa.Runtime.Triggers;
using DocFlow.Office.Events;
using DocFlow.Office.Outbox;
using DocFlow.Office.Outlooks;
using DocFlow.Office.Repairs;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DocFlow.Persistence.Engine;

/// <summary>Registers the workflow engine over the database.</summary>
public static class EngineServices
{
    /// <summary>The engine's services. The host registers <see cref="TimerSweeper"/> as a hosted service where work is to be done.</summary>
    /// <param name="activities">What definitions may name.</param>
    public static IServiceCollection AddDocFlowEngine(this IServiceCollection services, ActivityRegistry activities, WorkItemBookmark workItems)
    {
        services.AddOptions<TimerOptions>();
        services.AddSingleton(activities).AddSingleton(workItems);
        services.AddSingleton<OfficeTime>();
        services.AddSingleton(provider => new WorkflowRunner(provider.GetRequiredService<OfficeTime>(), mode: provider.GetService<EngineOptions>()?.FlowchartMode ?? default));
        services.AddSingleton(provider => new TriggerIndexer(provider.GetRequiredService<OfficeTime>()));
        services.AddSingleton<UsableWorkflows>().AddSingleton<IUsableWorkflows>(provider => provider.GetRequiredService<UsableWorkflows>());
        services.AddSingleton(provider => new DefinitionCache(provider.GetRequiredService<ActivityRegistry>(), provider.GetRequiredService<UsableWorkflows>()));
        services.TryAddSingleton(OfficeZone.Default);
        services.AddSingleton<TriggerSchedule>().AddSingleton<EngineScopes>().AddSingleton<BurstQueries>().AddSingleton<StimulusDelivery>().AddSingleton<TriggerSweep>();
        services.AddScoped<EndpointRoutes>().AddScoped<DefinitionVersions>().AddScoped<WorkflowReferences>().AddScoped<InstanceRemoval>();
        services.AddScoped(provider => new DefinitionCatalog(
            provider.GetRequiredService<DocFlowDbContext>(), provider.GetRequiredService<DefinitionVersions>(), provider.GetRequiredService<IProcedureLog>(), provider.GetRequiredService<TimeProvider>()));
        services.AddScoped(provider => new ProcedureCatalog(provider.GetRequiredService<DocFlowDbContext>(), provider.GetRequiredService<DefinitionCache>()));
        services.AddScoped<BurstKeeper>().AddScoped<WorkflowActivation>().AddScoped<WorkflowBursts>().AddScoped<InstanceWatches>().AddScoped<WorkflowOutbox>();
        services.AddScoped<StimulusBurst>().AddScoped<TriggerBurst>().AddScoped<RetryBurst>().AddScoped<RestartBurst>().AddScoped<Dispatching>().AddScoped<InstanceCancellation>();
        services.AddScoped<IOutboxReceiver, WorkflowStarter>().AddScoped<IOutboxReceiver, ParentResumer>();
        services.AddScoped<IWorkflowDefinitions, WorkflowDefinitions>().AddScoped<IWorkflowInstances, WorkflowInstances>().AddScoped<IWorkflowRuns, WorkflowRuns>();
        services.AddSingleton<WaitingTemplates>().AddScoped<IWorkflowRequests, WorkflowRequests>().AddScoped<RequestBurst>().AddScoped<RequestInHand>();
        // Absent in the scopes of other bursts: the container answers null then.
        services.AddScoped<IHttpExchange>(provider => provider.GetRequiredService<RequestInHand>().Exchange!);
        services.AddScoped<IChildWorkflows, ChildWorkflows>();
        services.AddScoped<InstanceFamily>().AddScoped<IInstanceFamily>(provider => provider.GetRequiredService<InstanceFamily>());
        services.AddScoped<IWorkflowGateway, WorkflowGateway>().AddScoped<IReconciliation, Reconciliation>().AddScoped<IProcedureRehearsal, WorkflowRehearsal>().AddScoped<IProcedureSimulation, WorkflowSimulation>();
        services.AddScoped<IWorkflowEvents, WorkflowEvents>().AddScoped<ITimerCare, TimerCare>();
        services.TryAddSingleton(provider => new TimerSweeper(
            provider.GetRequiredService<IServiceScopeFactory>(), provider.GetRequiredService<OfficeClock>(), provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<IOptions<TimerOptions>>(),
            provider.GetRequiredService<TriggerSweep>(), provider.GetRequiredService<StimulusDelivery>(), provider.GetRequiredService<UsableWorkflows>(),
            provider.GetRequiredService<ILogger<TimerSweeper>>()));
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<TimerSweeper>());
        return services;
    }
}
