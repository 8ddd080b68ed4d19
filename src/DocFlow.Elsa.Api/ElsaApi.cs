using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Descriptors;
using DocFlow.Elsa.Api.Events;
using DocFlow.Elsa.Api.Executions;
using DocFlow.Elsa.Api.Features;
using DocFlow.Elsa.Api.Identity;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Live;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Api;

/// <summary>The HTTP API and the hub that Elsa Studio calls.</summary>
public static class ElsaApi
{
    /// <summary>The authentication scheme that the host registers for these routes: a token or a key, never a cookie.</summary>
    public const string Scheme = "Elsa";

    /// <summary>Below which nothing but Elsa's routes and hub is answered.</summary>
    public const string Prefix = "/elsa";

    /// <summary>Where the routes begin.</summary>
    public const string Root = "/elsa/api";

    /// <summary>The hub; browsers can't send headers with it, so its token may stand in the query.</summary>
    public const string Hub = "/elsa/hubs/workflow-instance";

    public static IServiceCollection AddElsaApi(this IServiceCollection services)
    {
        services.AddElsaPolicies();
        services.AddSingleton<DescriptorCatalog>();
        services.AddSingleton<ActivityShapes>().AddSingleton<DefinitionModelWriter>().AddSingleton<ViewerModel>();
        services.AddScoped<DefinitionExport>().AddScoped<InstanceExport>().AddScoped<ActivityTest>();
        services.AddSingleton(new InstalledFeature("RealTimeWorkflowUpdates", "Elsa", "实时更新", "办理情况变化时，打开的查看页随之更新。"));
        services.AddSingleton<Viewers>().AddSingleton<LiveUpdates>().AddHostedService(provider => provider.GetRequiredService<LiveUpdates>());
        services.AddSingleton<IInstanceWatch>(provider => provider.GetRequiredService<LiveUpdates>());
        services.AddSignalR().AddJsonProtocol(options => options.PayloadSerializerOptions = ElsaJson.Options);
        return services;
    }

    public static void MapElsaApi(this IEndpointRouteBuilder app)
    {
        var api = app.MapGroup(Root).AddEndpointFilter<RefusalFilter>().AddEndpointFilter(KeepOutOfCaches).ExcludeFromDescription();
        api.MapDefinitions();
        api.MapDefinitionChanges();
        api.MapBulkDefinitions();
        api.MapDefinitionFiles();
        api.MapGraph();
        api.MapRuns();
        api.MapDescriptors();
        api.MapFeatures();
        api.MapInstances();
        api.MapInstanceFiles();
        api.MapJournal();
        api.MapExecutions();
        api.MapRetries();
        api.MapEvents();
        api.MapIdentity();
        app.MapHub<WorkflowInstanceHub>(Hub).Needs(ElsaPermissions.ReadInstances).AlsoForViewers();
        app.MapUnknownRoutes();
    }

    private static ValueTask<object?> KeepOutOfCaches(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        context.HttpContext.Response.Headers.CacheControl = "no-store";
        return next(context);
    }
}
