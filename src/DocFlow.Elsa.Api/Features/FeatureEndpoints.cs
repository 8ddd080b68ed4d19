using System.Text;
using System.Text.Json;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Descriptors;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Features;

/// <summary>What the server can do, and small help for the editor.</summary>
internal static class FeatureEndpoints
{
    public static void MapFeatures(this IEndpointRouteBuilder api)
    {
        api.MapGet("/features/installed", Installed).Needs(ElsaPermissions.ReadFeatures).AlsoForViewers();
        api.MapGet("/package/version", Version).AllowAnonymous();
        api.MapPost("/scripting/javascript/type-definitions/{definitionId}", TypeDefinitionsAsync).Needs(ElsaPermissions.ReadScriptTypes);
        api.MapPost("/tests/activities", TestAsync).Needs(ElsaPermissions.ExecuteTests);
    }

    private static IResult Installed(DescriptorCatalog catalog)
    {
        var features = catalog.Features;
        return ElsaJson.Answer(new ListAnswer<InstalledFeature>(features, features.Count));
    }

    // Clients only show it. The number is that of the product, not of Elsa.
    private static IResult Version() => ElsaJson.Answer(new { PackageVersion = typeof(FeatureEndpoints).Assembly.GetName().Version?.ToString(3) ?? "0.0.0" });

    private static async Task<IResult> TypeDefinitionsAsync(string definitionId, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        if (await definitions.FindAsync(definitionId, VersionChoice.Latest, cancellationToken) is not { } version)
            return Results.NotFound();
        var text = ScriptTypes.Of(JsonSerializer.SerializeToElement(await writer.WriteAsync(version)));
        return Results.File(Encoding.UTF8.GetBytes(text), "application/x-typescript", $"elsa.{definitionId}.d.ts");
    }

    private static async Task<IResult> TestAsync(HttpRequest request, IWorkflowDefinitions definitions, ActivityTest test, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var handle = body.Find("workflowDefinitionHandle") ?? default;
        var version = handle.Text("definitionVersionId") is { Length: > 0 } versionId ? await definitions.FindVersionAsync(versionId, cancellationToken)
            : handle.Text("definitionId") is { Length: > 0 } definitionId
                ? await definitions.FindAsync(definitionId, DefinitionRequests.Version(handle.Text("versionOptions"), VersionChoice.Latest), cancellationToken)
            : null;
        return version is not null && await test.RunAsync(version, body.Find("activityHandle") ?? default, cancellationToken) is { } answer ? ElsaJson.Answer(answer) : Results.NotFound();
    }
}
