using System.CommandLine;
using DocFlow.Activities.Steps;
using DocFlow.Elsa.Api;
using DocFlow.Elsa.Api.Identity;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Flowcharts;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Host.Composition;
using DocFlow.Host.Rendering;
using DocFlow.Office.Steps;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Engines;

/// <summary>The engine of our own. The rest of the host knows of engines only what this class offers, and the one of the real packages as well.</summary>
internal static class WorkflowEngine
{
    /// <summary>Commands that need the engine.</summary>
    public static IEnumerable<Command> Commands => [WorkflowCommand.Create()];

    public static void AddWorkflowEngine(this IServiceCollection services, IConfiguration configuration, HostSettings settings)
    {
        services.AddSingleton(new EngineOptions { FlowchartMode = HostSettings.FlowchartsUseTokens(configuration) ? FlowchartMode.Token : FlowchartMode.Counter });
        services.AddDocFlowEngine(
            DefinitionLanguage.Create(new TemplateShelf(settings)),
            new WorkItemBookmark(workItemId => BookmarkHash.Of(WorkItemStimulus.BookmarkName, new WorkItemStimulus(workItemId)), WorkItemStimulus.OutcomeInput, WorkItemStimulus.BookmarkName));
        services.AddWorkflowHttp(configuration.GetSection("HttpTargets").Bind);
        services.AddWorkflowEndpoints(configuration);
        services.AddElsaApi();
        services.AddScoped<IElsaIdentity, WorkflowIdentity>();
        services.AddScoped<IProcedures, PublishedProcedures>().AddScoped<IProcedureSteps, ProcedureSteps>().AddScoped<IProcedureTexts, ProcedureTexts>();
    }

    /// <summary>What fires when it is due; started after the office's own work.</summary>
    public static void AddWorkflowTimers(this IServiceCollection services) => services.AddHostedService(provider => provider.GetRequiredService<TimerSweeper>());

    public static void MapWorkflowEngine(this WebApplication app)
    {
        app.MapElsaApi();
        app.MapWorkflowEndpoints();
    }

    /// <summary>What a host that died had claimed.</summary>
    public static Task ReleaseLeasesAsync(DocFlowDbContext database, CancellationToken cancellationToken) =>
        database.Set<BookmarkRow>().Where(timer => timer.LeaseUntil != null)
            .ExecuteUpdateAsync(set => set.SetProperty(timer => timer.LeaseUntil, (DateTimeOffset?)null), cancellationToken);
}
