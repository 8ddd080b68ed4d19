using System.CommandLine;
using DocFlow.Activities.Steps;
using DocFlow.Host.Accounts;
using DocFlow.Host.Composition;
using DocFlow.Office.Outbox;
using DocFlow.Office.Steps;
using DocFlow.Persistence;
using Elsa.Extensions;
using Elsa.Persistence.EFCore.Modules.Management;
using Elsa.Persistence.EFCore.Modules.Runtime;
using Elsa.Workflows.Activities.Flowchart.Extensions;
using Elsa.Workflows.CommitStates;
using Microsoft.AspNetCore.Authentication;

namespace DocFlow.Host.Engines;

/// <summary>The engine of the real packages, behind the same door as our own.</summary>
internal static class WorkflowEngine
{
    /// <summary>None: validating, running and exporting files without a server is our own engine's.</summary>
    public static IEnumerable<Command> Commands => [];

    public static void AddWorkflowEngine(this IServiceCollection services, IConfiguration configuration, HostSettings settings)
    {
        var store = ElsaStore.From(configuration, settings);
        services.AddElsa(elsa =>
        {
            elsa.AddActivitiesFrom<HumanStep>()
                .UseWorkflowManagement(management => management.UseEntityFrameworkCore(feature => store.Use(feature)))
                .UseWorkflowRuntime(runtime => runtime.UseEntityFrameworkCore(feature => store.Use(feature)))
                .UseScheduling()
                .UseJavaScript()
                .UseLiquid()
                .UseHttp()
                .UseWorkflowsApi()
                .UseRealTimeWorkflows();
            if (HostSettings.FlowchartsUseTokens(configuration))
                elsa.UseFlowchart(flowchart => flowchart.UseTokenBasedExecution());
        });
        SaveOfficeWithBursts(services);
        services.AddScoped<IWorkflowGateway, OfficeGateway>().AddScoped<IWorkflowEvents, OfficeEvents>();
        services.AddScoped<IInstanceFamily, InstanceFamily>().AddScoped<ITimerCare, TimerCare>();
        services.AddScoped<IProcedures, PublishedProcedures>();
        services.PostConfigure<PolicySchemeOptions>(AccountServices.SelectorScheme, SignInToWorkflowApi);
    }

    /// <summary>Elsa's scheduling starts by itself.</summary>
    public static void AddWorkflowTimers(this IServiceCollection services)
    {
    }

    // Not UseWorkflows(): it would take every request below its path, our own pages too, and let in whoever calls.
    public static void MapWorkflowEngine(this WebApplication app)
    {
        app.MapSignIn();
        app.UseJsonSerializationErrorHandler();
        app.UseWorkflowsApi();
        app.UseWorkflowsSignalRHubs();
    }

    /// <summary>Elsa itself restarts what a host that died had begun.</summary>
    public static Task ReleaseLeasesAsync(DocFlowDbContext database, CancellationToken cancellationToken) => Task.CompletedTask;

    private static void SaveOfficeWithBursts(IServiceCollection services)
    {
        var elsas = services.Last(service => service.ServiceType == typeof(ICommitStateHandler));
        services.Remove(elsas);
        services.Add(ServiceDescriptor.Describe(
            typeof(ICommitStateHandler),
            provider => new OfficeCommit((ICommitStateHandler)(elsas.ImplementationFactory?.Invoke(provider) ?? ActivatorUtilities.CreateInstance(provider, elsas.ImplementationType!))),
            elsas.Lifetime));
    }

    // The packages' routes ask the default scheme; never the cookie, so no other site can make a browser call them.
    private static void SignInToWorkflowApi(PolicySchemeOptions options)
    {
        var others = options.ForwardDefaultSelector;
        options.ForwardDefaultSelector = context => WorkflowApi.Concerns(context.Request) ? WorkflowApi.Scheme : others?.Invoke(context);
    }
}
