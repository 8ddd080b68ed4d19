using System.Security.Claims;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>Stored definitions as Elsa's clients read them. Designers replace their model by this, so node ids, versions and flags are fresh.</summary>
internal sealed class DefinitionModelWriter(ActivityShapes shapes, ActivityRegistry registry, IUsableWorkflows? usable = null)
{
    public const string Schema = "https://elsaworkflows.io/schemas/workflow-definition/v3.0.0/schema.json";

    private static readonly HashSet<string> Identity = new(StringComparer.OrdinalIgnoreCase) { "id", "definitionId", "version" };

    /// <summary>An answer's model, with the links that the account may follow.</summary>
    public async Task<JsonObject> WriteAsync(DefinitionVersion version, ClaimsPrincipal user)
    {
        var model = await WriteAsync(version);
        model.Insert(0, "links", JsonSerializer.SerializeToNode(DefinitionLink.Of(version.Summary.DefinitionId, version.Summary.IsReadonly, user), ElsaJson.Options));
        return model;
    }

    /// <summary>A file's model: it says which schema it follows.</summary>
    public async Task<JsonObject> WriteFileAsync(DefinitionVersion version)
    {
        var model = await WriteAsync(version);
        model.Insert(0, "$schema", Schema);
        return model;
    }

    /// <summary>The root activity alone.</summary>
    public async Task<JsonObject> WriteRootAsync(DefinitionVersion version) => (await WriteAsync(version))["root"]!.DeepClone().AsObject();

    /// <summary>What both share.</summary>
    public async Task<JsonObject> WriteAsync(DefinitionVersion version)
    {
        var summary = version.Summary;
        var json = Parse(version);
        var model = new JsonObject { ["id"] = summary.VersionId, ["definitionId"] = summary.DefinitionId };
        if (summary.Name is not null)
            model["name"] = summary.Name;
        if (summary.Description is not null)
            model["description"] = summary.Description;
        model["createdAt"] = JsonSerializer.SerializeToNode(summary.CreatedAt);
        model["version"] = summary.Version;
        if (summary.ToolVersion is not null)
            model["toolVersion"] = summary.ToolVersion;
        model["variables"] = VariableWriter.WriteAll(json.Find("variables"), withArrayFlag: true);
        model["inputs"] = VariableWriter.Inputs(json.Find("inputs"));
        model["outputs"] = VariableWriter.Outputs(json.Find("outputs"));
        model["outcomes"] = json.Find("outcomes") is { ValueKind: JsonValueKind.Array } outcomes ? JsonSerializer.SerializeToNode(outcomes) : new JsonArray();
        model["customProperties"] = json.Find("customProperties") is { ValueKind: JsonValueKind.Object } custom ? JsonSerializer.SerializeToNode(custom) : new JsonObject();
        model["isReadonly"] = summary.IsReadonly;
        model["isSystem"] = summary.IsSystem;
        model["isLatest"] = summary.IsLatest;
        model["isPublished"] = summary.IsPublished;
        model["options"] = Options(json, summary);
        model["root"] = await RootAsync(version, json);
        return model;
    }

    /// <summary>The definition with its graph.</summary>
    public WorkflowDefinition Read(DefinitionVersion version) => new DefinitionReader(registry, usable).Read(WithIdentity(version).ToJsonString());

    // What the text says about itself may be missing or out of date.
    private static JsonObject WithIdentity(DefinitionVersion version)
    {
        using var document = JsonDocument.Parse(version.Json, new JsonDocumentOptions { MaxDepth = ElsaJson.DeepestJson });
        var json = new JsonObject { ["id"] = version.Summary.VersionId, ["definitionId"] = version.Summary.DefinitionId, ["version"] = version.Summary.Version };
        // A text may name a thing twice: the first counts.
        foreach (var property in document.RootElement.EnumerateObject().Where(property => !Identity.Contains(property.Name) && !json.ContainsKey(property.Name)))
            json[property.Name] = JsonSerializer.SerializeToNode(property.Value);
        return json;
    }

    private static JsonElement Parse(DefinitionVersion version) => JsonSerializer.SerializeToElement(WithIdentity(version));

    private async Task<JsonObject> RootAsync(DefinitionVersion version, JsonElement json)
    {
        var definition = Read(version);
        var nodeIds = new Dictionary<string, string> { ["$.root"] = definition.Root.NodeId };
        foreach (var (nodeId, path) in definition.Paths.Where(node => node.Value != "$.root"))
            nodeIds.TryAdd(path, nodeId);
        var writer = new ActivityWriter(await shapes.AllAsync(), nodeIds);
        var root = json.Find("root") ?? JsonSerializer.SerializeToElement(new { type = definition.Root.Type, id = definition.Root.Id });
        return writer.Write(root, "$.root");
    }

    private static JsonObject Options(JsonElement json, DefinitionSummary summary)
    {
        var options = new JsonObject();
        if (json.Find("options") is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var property in given.EnumerateObject().Where(property => property.Value.ValueKind != JsonValueKind.Null))
                options[JsonNamingPolicy.CamelCase.ConvertName(property.Name)] = JsonSerializer.SerializeToNode(property.Value);
        }

        // Early versions told it beside the options.
        if (summary.UsableAsActivity && options["usableAsActivity"] is null)
            options["usableAsActivity"] = true;
        if (options["autoUpdateConsumingWorkflows"] is null)
            options["autoUpdateConsumingWorkflows"] = false;
        return options;
    }
}
