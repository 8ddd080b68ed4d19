using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>Which definitions use others as activities.</summary>
internal sealed class WorkflowReferences(DocFlowDbContext database, DefinitionVersions versions)
{
    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Directly, or through others.</summary>
    public async Task<IReadOnlyList<string>> ConsumersAsync(string definitionId, CancellationToken cancellationToken)
    {
        var found = new List<string>();
        var open = new Queue<string>([definitionId]);
        while (open.TryDequeue(out var used))
        {
            foreach (var consumer in await DirectAsync(used, cancellationToken))
            {
                if (consumer == definitionId || found.Contains(consumer))
                    continue;
                found.Add(consumer);
                open.Enqueue(consumer);
            }
        }

        return found;
    }

    /// <summary>Points the activities of all consumers to the published version; a consumer that was published is published again.</summary>
    /// <returns>The definitions that were changed.</returns>
    public async Task<IReadOnlyList<string>> UpdateAsync(string definitionId, CancellationToken cancellationToken)
    {
        var changed = new List<string>();
        var open = new Queue<string>([definitionId]);
        while (open.TryDequeue(out var used))
        {
            if (await database.Set<DefinitionRow>().AsNoTracking().SingleOrDefaultAsync(row => row.DefinitionId == used && row.IsPublished, cancellationToken) is not { } target)
                continue;
            foreach (var consumer in (await DirectAsync(used, cancellationToken)).Where(consumer => consumer != definitionId && !changed.Contains(consumer)))
            {
                if (!await PointAsync(consumer, target, cancellationToken))
                    continue;
                changed.Add(consumer);
                open.Enqueue(consumer);
            }
        }

        return changed;
    }

    private async Task<bool> PointAsync(string consumer, DefinitionRow target, CancellationToken cancellationToken)
    {
        if (await versions.LatestAsync(consumer, cancellationToken) is not { IsReadonly: false } latest || JsonNode.Parse(latest.Json) is not JsonObject root)
            return false;
        var isChanged = false;
        foreach (var activity in Uses(root, target.DefinitionId))
        {
            isChanged |= activity["workflowDefinitionVersionId"]?.ToString() != target.VersionId || activity["version"]?.ToString() != target.Number.ToString(System.Globalization.CultureInfo.InvariantCulture);
            activity["workflowDefinitionVersionId"] = target.VersionId;
            activity["version"] = target.Number;
            activity["latestAvailablePublishedVersionId"] = target.VersionId;
            activity["latestAvailablePublishedVersion"] = target.Number;
        }

        if (!isChanged)
            return false;
        var wasPublished = latest.IsPublished;
        var json = root.ToJsonString(Relaxed);
        var row = versions.Draft(latest, consumer, json, DefinitionEnvelope.Read(json));
        if (wasPublished)
            await versions.PublishAsync(row, versions.Read(json), cancellationToken);
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }

    private async Task<List<string>> DirectAsync(string definitionId, CancellationToken cancellationToken)
    {
        // The database narrows by text; what is a reference, the JSON tells.
        var rows = await database.Set<DefinitionRow>().AsNoTracking()
            .Where(row => (row.IsLatest || row.IsPublished) && row.Json.Contains("workflowDefinitionId") && row.Json.Contains(definitionId))
            .OrderBy(row => row.DefinitionId).Select(row => new { row.DefinitionId, row.Json }).ToListAsync(cancellationToken);
        return [.. rows.Where(row => JsonNode.Parse(row.Json) is JsonObject root && Uses(root, definitionId).Any()).Select(row => row.DefinitionId).Distinct()];
    }

    private static IEnumerable<JsonObject> Uses(JsonNode? node, string definitionId) => node switch
    {
        JsonObject item => (item.TryGetPropertyValue("workflowDefinitionId", out var named) && named is JsonValue value && value.TryGetValue<string>(out var id) && id == definitionId ? [item] : Array.Empty<JsonObject>())
            .Concat(item.SelectMany(property => Uses(property.Value, definitionId))),
        JsonArray array => array.SelectMany(item => Uses(item, definitionId)),
        _ => [],
    };
}
