using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Security;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>Instances out to files and in from files.</summary>
internal static class InstanceFileEndpoints
{
    public static void MapInstanceFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/workflow-instances/{id}/export", ExportAsync).Needs(ElsaPermissions.ReadInstances);
        api.MapPost("/bulk-actions/export/workflow-instances", ExportManyAsync).Needs(ElsaPermissions.ReadInstances);
        api.MapPost("/bulk-actions/import/workflow-instances", ImportAsync).Needs(ElsaPermissions.WriteInstances);
    }

    private static async Task<IResult> ExportAsync(string id, HttpRequest request, InstanceExport export, CancellationToken cancellationToken)
    {
        var parts = new ExportParts(Wants("includeBookmarks"), Wants("includeActivityExecutionLog"), Wants("includeWorkflowExecutionLog"));
        return await export.WriteAsync(id, parts, cancellationToken) is var (name, content) ? DefinitionExport.File(name, content) : Results.NotFound();

        bool Wants(string part) => DefinitionRequests.Flag(request.Query, part) == true;
    }

    private static async Task<IResult> ExportManyAsync(HttpRequest request, InstanceExport export, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var parts = new ExportParts(body.Flag("includeBookmarks"), body.Flag("includeActivityExecutionLog"), body.Flag("includeWorkflowExecutionLog"));
        var files = new List<(string Name, byte[] Content)>();
        foreach (var id in BulkIds.Read(body, "ids").Order(StringComparer.Ordinal))
        {
            if (await export.WriteAsync(id, parts, cancellationToken) is { } file)
                files.Add(file);
        }

        return files.Count switch
        {
            0 => Results.NotFound(),
            1 => DefinitionExport.File(files[0].Name, files[0].Content),
            _ => DefinitionExport.File("workflow-instances.zip", DefinitionExport.Zip(files)),
        };
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, InstanceExport export, CancellationToken cancellationToken)
    {
        var count = 0;
        foreach (var file in await DefinitionFileEndpoints.UploadedAsync(request, cancellationToken))
            count += await export.ReadAsync(file, cancellationToken) ? 1 : 0;
        return ElsaJson.Answer(new { Count = count });
    }
}
