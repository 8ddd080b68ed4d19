using System.IO.Compression;
using System.Security.Claims;
using System.Text;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Api.Security;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Definitions out to files and in from files. What comes in lands as a draft.</summary>
internal static class DefinitionFileEndpoints
{
    private const int MostFiles = 200;
    private const int LargestUpload = 16 * 1024 * 1024;

    public static void MapDefinitionFiles(this IEndpointRouteBuilder api)
    {
        api.MapMethods("/workflow-definitions/{definitionId}/export", [HttpMethods.Get, HttpMethods.Post], ExportAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapPost("/bulk-actions/export/workflow-definitions", ExportManyAsync).Needs(ElsaPermissions.ReadDefinitions);
        api.MapPost("/workflow-definitions/import", ImportAsync).Needs(ElsaPermissions.WriteDefinitions);
        api.MapPut("/workflow-definitions/{definitionId}/import", ImportAsync).Needs(ElsaPermissions.WriteDefinitions);
        api.MapPost("/workflow-definitions/import-files", ImportFilesAsync).Needs(ElsaPermissions.WriteDefinitions);
    }

    /// <summary>The uploaded files, those of archives one by one. Nothing is written to a disk, and what unpacks too large is refused.</summary>
    public static async Task<IReadOnlyList<byte[]>> UploadedAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (!request.HasFormContentType)
            throw new ElsaRefusedException("请以 multipart/form-data 上传文件。") { Status = StatusCodes.Status415UnsupportedMediaType };
        if (request.ContentLength > LargestUpload)
            throw new ElsaRefusedException($"上传的内容超过{LargestUpload / 1024 / 1024} MB。") { Status = StatusCodes.Status413PayloadTooLarge };
        var files = new List<byte[]>();
        foreach (var file in (await FormAsync(request, cancellationToken)).Files)
        {
            var content = await ElsaBody.BytesAsync(file.OpenReadStream(), file.Length, cancellationToken);
            if (content is [(byte)'P', (byte)'K', ..])
                files.AddRange(await UnpackAsync(content, cancellationToken));
            else
                files.Add(content);
            if (files.Count > MostFiles)
                throw new ElsaRefusedException($"一次最多导入{MostFiles}个文件。");
        }

        return files;
    }

    private static async Task<IFormCollection> FormAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        try
        {
            return await request.ReadFormAsync(cancellationToken);
        }
        catch (Exception exception) when (exception is InvalidDataException or IOException)
        {
            throw new ElsaRefusedException("上传的内容不完整，或太大，无法读取。");
        }
    }

    private static async Task<List<byte[]>> UnpackAsync(byte[] content, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(new MemoryStream(content), ZipArchiveMode.Read);
            var files = new List<byte[]>();
            long total = 0;
            foreach (var entry in archive.Entries.Where(entry => entry.Name.EndsWith(".json", StringComparison.OrdinalIgnoreCase)).Take(MostFiles + 1))
            {
                await using var stream = await entry.OpenAsync(cancellationToken);
                files.Add(await ElsaBody.BytesAsync(stream, null, cancellationToken));
                total += files[^1].Length;
                if (total > LargestUpload)
                    throw new ElsaRefusedException($"压缩包展开后超过{LargestUpload / 1024 / 1024} MB。") { Status = StatusCodes.Status413PayloadTooLarge };
            }

            return files;
        }
        catch (InvalidDataException)
        {
            throw new ElsaRefusedException("压缩包已损坏，无法读取。");
        }
    }

    private static async Task<IResult> ExportAsync(string definitionId, HttpRequest request, IWorkflowDefinitions definitions, DefinitionExport export, CancellationToken cancellationToken) =>
        await definitions.FindAsync(definitionId, DefinitionRequests.Version(request.Query["versionOptions"], VersionChoice.Latest), cancellationToken) is { } version
            ? await export.WriteAsync([version], DefinitionRequests.Flag(request.Query, "includeConsumingWorkflows") == true, cancellationToken)
            : Results.NotFound();

    private static async Task<IResult> ExportManyAsync(HttpRequest request, IWorkflowDefinitions definitions, DefinitionExport export, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        var versions = new List<DefinitionVersion>();
        foreach (var id in BulkIds.Read(body, "ids"))
        {
            if (await definitions.FindVersionAsync(id, cancellationToken) is { } version)
                versions.Add(version);
        }

        return versions.Count == 0 ? Results.NotFound() : await export.WriteManyAsync(versions, body.Flag("includeConsumingWorkflows"), cancellationToken);
    }

    private static async Task<IResult> ImportAsync(HttpRequest request, ClaimsPrincipal user, IWorkflowDefinitions definitions, DefinitionModelWriter writer, CancellationToken cancellationToken)
    {
        var model = await ElsaBody.ReadAsync(request, cancellationToken);
        return ElsaJson.Answer(await writer.WriteAsync((await definitions.ImportAsync(model.GetRawText(), cancellationToken)).Definition, user));
    }

    private static async Task<IResult> ImportFilesAsync(HttpRequest request, IWorkflowDefinitions definitions, CancellationToken cancellationToken)
    {
        var files = await UploadedAsync(request, cancellationToken);
        // All are read before the first is stored, so that a broken one stores nothing.
        foreach (var file in files)
            ElsaBody.Parse(file);
        foreach (var file in files)
            await definitions.ImportAsync(Encoding.UTF8.GetString(file), cancellationToken);
        return ElsaJson.Answer(new { files.Count });
    }
}
