using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Instances;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Descriptors;

/// <summary>Runs one activity of a definition by itself and says what came of it. Nothing of it is kept.</summary>
internal sealed class ActivityTest(DefinitionModelWriter writer, ActivityShapes shapes, ActivityRegistry registry, WorkflowRunner runner, IServiceProvider services)
{
    /// <summary>Null when the definition has no such activity.</summary>
    public async Task<JsonObject?> RunAsync(DefinitionVersion version, JsonElement handle, CancellationToken cancellationToken)
    {
        var model = await writer.WriteAsync(version);
        if (Find(model["root"], handle.Text("activityId"), handle.Text("activityNodeId")) is not { } activity)
            return null;
        var alone = new JsonObject
        {
            ["definitionId"] = version.Summary.DefinitionId,
            ["id"] = version.Summary.VersionId,
            ["variables"] = WithTestValues(model),
            ["inputs"] = model["inputs"]!.DeepClone(),
            ["root"] = activity.DeepClone(),
        };
        var definition = new DefinitionReader(registry).Read(alone.ToJsonString());
        var result = await runner.StartAsync(definition, $"test-{version.Summary.VersionId}", null, new Dictionary<string, object?>(), services, cancellationToken);
        return result.Executions.FirstOrDefault(record => record.NodeId == definition.Root.NodeId) is { } record ? await AnswerAsync(record) : null;
    }

    private async Task<JsonObject> AnswerAsync(ExecutionRecord record)
    {
        var outputs = WorkflowStateWriter.Bag(record.Outputs);
        foreach (var output in (await shapes.AllAsync()).Find(record.ActivityType)?.Outputs ?? [])
        {
            if (!outputs.ContainsKey(output.Name))
                outputs[output.Name] = null;
        }

        var answer = new JsonObject { ["activityState"] = WorkflowStateWriter.Bag(record.State), ["outputs"] = outputs, ["payload"] = new JsonObject() };
        if (record.Exception is { } exception)
            answer["exception"] = WorkflowStateWriter.Write(exception, withTrace: true);
        answer["status"] = record.Status.ToString();
        return answer;
    }

    private static JsonArray WithTestValues(JsonObject model)
    {
        var variables = model["variables"]!.DeepClone().AsArray();
        if (model["customProperties"]?["VariableTestValues"] is not JsonObject values)
            return variables;
        foreach (var variable in variables.OfType<JsonObject>())
        {
            if (values[(string)variable["id"]!] is { } value)
                variable["value"] = value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : value.ToJsonString();
        }

        return variables;
    }

    private static JsonObject? Find(JsonNode? part, string? id, string? nodeId) => part switch
    {
        JsonObject json when json["type"] is JsonValue && ((nodeId is not null && (string?)(json["nodeId"] as JsonValue) == nodeId) || (nodeId is null && id is not null && (string?)(json["id"] as JsonValue) == id)) => json,
        JsonObject json => json.Select(property => Find(property.Value, id, nodeId)).FirstOrDefault(found => found is not null),
        JsonArray items => items.Select(item => Find(item, id, nodeId)).FirstOrDefault(found => found is not null),
        _ => null,
    };
}
