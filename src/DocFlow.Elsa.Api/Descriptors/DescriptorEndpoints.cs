using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Descriptors;

namespace DocFlow.Elsa.Api.Descriptors;

/// <summary>What designers ask about before they draw.</summary>
internal static class DescriptorEndpoints
{
    public static void MapDescriptors(this IEndpointRouteBuilder api)
    {
        var descriptors = api.MapGroup("/descriptors");
        descriptors.MapGet("/activities", async (DescriptorCatalog catalog, CancellationToken cancellationToken) => List([.. (await catalog.ActivitiesAsync(cancellationToken)).Select(Named)]))
            .Needs(ElsaPermissions.ReadActivityDescriptors).AlsoForViewers();
        descriptors.MapGet("/activities/{typeName}", FindAsync).Needs(ElsaPermissions.ReadActivityDescriptors);
        descriptors.MapPost("/activities/{typeName}/options/{propertyName}", OptionsAsync).Needs(ElsaPermissions.ReadActivityOptions);
        descriptors.MapGet("/expression-descriptors", (DescriptorCatalog catalog) => List(catalog.Expressions)).Needs(ElsaPermissions.ReadExpressions).AlsoForViewers();
        descriptors.MapGet("/variables", (DescriptorCatalog catalog) => ElsaJson.Answer(new { Items = catalog.Variables })).Needs(ElsaPermissions.ReadVariables).AlsoForViewers();
        descriptors.MapGet("/storage-drivers", (DescriptorCatalog catalog) => ElsaJson.Answer(new { Items = catalog.StorageDrivers })).Needs(ElsaPermissions.ReadStorageDrivers).AlsoForViewers();
        descriptors.MapGet("/workflow-activation-strategies", (DescriptorCatalog catalog) => List(catalog.ActivationStrategies)).Needs(ElsaPermissions.ReadActivationStrategies);
        descriptors.MapGet("/incident-strategies", (DescriptorCatalog catalog) => List(catalog.IncidentStrategies)).Needs(ElsaPermissions.ReadIncidentStrategies);
        descriptors.MapGet("/log-persistence-strategies", (DescriptorCatalog catalog) => List(catalog.LogPersistenceStrategies)).Needs(ElsaPermissions.ReadLogStrategies);
        descriptors.MapGet("/commit-strategies/workflows", (DescriptorCatalog catalog) => List(catalog.WorkflowCommitStrategies)).Needs(ElsaPermissions.ReadCommitStrategies);
        descriptors.MapGet("/commit-strategies/activities", (DescriptorCatalog catalog) => List(catalog.ActivityCommitStrategies)).Needs(ElsaPermissions.ReadCommitStrategies);
        descriptors.MapGet("/output-converters", Converters).Needs(ElsaPermissions.ReadOutputConverters);
    }

    private static IResult List<T>(IReadOnlyList<T> items) => ElsaJson.Answer(new ListAnswer<T>(items, items.Count));

    // Studio makes the name of a new activity from this one and a number, and it is people who read that: in the canvas, the journal and scripts.
    private static ActivityDescriptor Named(ActivityDescriptor descriptor) =>
        string.Concat(descriptor.DisplayName.Where(char.IsLetterOrDigit)) is { Length: > 0 } name ? descriptor with { Name = name } : descriptor;

    private static async Task<IResult> FindAsync(string typeName, DescriptorCatalog catalog, CancellationToken cancellationToken) =>
        await catalog.ActivityAsync(typeName, cancellationToken) is { } descriptor ? ElsaJson.Answer(descriptor) : Results.NotFound();

    private static async Task<IResult> OptionsAsync(string typeName, string propertyName, HttpRequest request, DescriptorCatalog catalog, CancellationToken cancellationToken)
    {
        var context = (await ElsaBody.ReadAsync(request, cancellationToken)).Find("context") ?? JsonSerializer.SerializeToElement(new JsonObject());
        return ElsaJson.Answer(new { Items = await catalog.OptionsAsync(typeName, propertyName, context, cancellationToken) });
    }

    private static IResult Converters(HttpRequest request, DescriptorCatalog catalog)
    {
        var missing = new[] { "sourceType", "destinationType" }.Where(name => request.Query[name].ToString().Length == 0).Select(name => $"缺少参数 {name}。").ToList();
        return missing.Count > 0 ? throw new ElsaRefusedException(missing) : List(catalog.OutputConverters(request.Query["sourceType"].ToString(), request.Query["destinationType"].ToString()));
    }
}
