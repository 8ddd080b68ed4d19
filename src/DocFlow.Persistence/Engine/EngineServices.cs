using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Triggers;
using DocFlow.Office.Outbox;
using DocFlow.Office.Time;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

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
        services.AddSingleton<DefinitionCache>().AddScoped<DefinitionCatalog>();
        services.AddScoped<BurstKeeper>().AddScoped<WorkflowGateway>();
        services.AddScoped<IWorkflowGateway>(provider => provider.GetRequiredService<WorkflowGateway>());
        services.AddScoped<IWorkflowEvents, WorkflowEvents>().AddScoped<ITimerCare, TimerCare>();
        services.TryAddSingleton<TimerSweeper>();
        services.AddSingleton<IDueWork>(provider => provider.GetRequiredService<TimerSweeper>());
        return services;
    }
}
