using System.IO.Compression;
using System.Text;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Writes definitions to files: one as JSON, several as an archive that is the same whenever it is made.</summary>
internal sealed class DefinitionExport(IWorkflowDefinitions definitions, DefinitionModelWriter writer)
{
    private const string Archive = "workflow-definitions.zip";
    private static readonly DateTimeOffset ArchiveTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>The file of a version, with the latest versions of those that use it when asked for.</summary>
    public async Task<IResult> WriteAsync(IReadOnlyList<DefinitionVersion> versions, bool includeConsumers, CancellationToken cancellationToken)
    {
        var files = await FilesAsync(versions, includeConsumers, cancellationToken);
        return files.Count == 1 ? File(files[0].Name, files[0].Content) : File(Archive, Zip(files));
    }

    /// <summary>An archive, even of one.</summary>
    public async Task<IResult> WriteManyAsync(IReadOnlyList<DefinitionVersion> versions, bool includeConsumers, CancellationToken cancellationToken) =>
        File(Archive, Zip(await FilesAsync(versions, includeConsumers, cancellationToken)));

    private async Task<List<(string Name, byte[] Content)>> FilesAsync(IReadOnlyList<DefinitionVersion> versions, bool includeConsumers, CancellationToken cancellationToken)
    {
        var all = versions.ToDictionary(version => version.Summary.VersionId);
        foreach (var consumer in includeConsumers ? await ConsumersAsync(versions, cancellationToken) : [])
            all.TryAdd(consumer.Summary.VersionId, consumer);
        var files = new List<(string Name, byte[] Content)>();
        foreach (var version in all.Values.OrderBy(version => version.Summary.DefinitionId, StringComparer.Ordinal).ThenBy(version => version.Summary.Version))
            files.Add((FileNameOf(version.Summary), Encoding.UTF8.GetBytes((await writer.WriteFileAsync(version)).ToJsonString(ElsaJson.Indented))));
        return files;
    }

    public static IResult File(string name, byte[] content) => Results.File(content, "application/octet-stream", name);

    public static byte[] Zip(IReadOnlyList<(string Name, byte[] Content)> files)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                var entry = archive.CreateEntry(name);
                entry.LastWriteTime = ArchiveTime;
                using var stream = entry.Open();
                stream.Write(content);
            }
        }

        return bytes.ToArray();
    }

    private static string FileNameOf(DefinitionSummary summary) =>
        $"workflow-definition-{Slug(summary.Name is { Length: > 0 } name ? name : summary.DefinitionId)}-{Slug(summary.DefinitionId)}-{summary.VersionId}.json";

    private static string Slug(string text) => string.Concat(text.Trim().ToLowerInvariant().Select(character => char.IsLetterOrDigit(character) || character == '_' ? character : '-'));

    private async Task<List<DefinitionVersion>> ConsumersAsync(IReadOnlyList<DefinitionVersion> versions, CancellationToken cancellationToken)
    {
        var consumers = new List<DefinitionVersion>();
        foreach (var id in versions.Select(version => version.Summary.DefinitionId).Distinct())
        {
            foreach (var consumer in await definitions.ConsumersAsync(id, cancellationToken))
            {
                if (await definitions.FindAsync(consumer, VersionChoice.Latest, cancellationToken) is { } version)
                    consumers.Add(version);
            }
        }

        return consumers;
    }
}
