using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Tests.Oracle;

namespace DocFlow.Elsa.Runtime.Tests.Running;

/// <summary>Several published definitions, the first of which is started; their instances as a server keeps them.</summary>
internal sealed class Family
{
    private readonly OraclePlayer _player;

    private Family(JsonObject[] definitions) =>
        _player = new OraclePlayer(JsonSerializer.SerializeToElement(new JsonObject
        {
            ["definitions"] = new JsonArray([.. definitions]),
            ["start"] = new JsonObject { ["definitionId"] = definitions[0]["definitionId"]!.DeepClone() },
        }));

    public PlayedInstance Parent => _player.Instances[0];

    public IReadOnlyList<PlayedInstance> Children => [.. _player.Instances.Skip(1)];

    public static async Task<Family> StartAsync(params JsonObject[] definitions)
    {
        var family = new Family(definitions);
        await family._player.StartAsync();
        return family;
    }

    public static JsonObject Definition(string id, JsonObject root, bool usable = false, string[]? inputs = null, string[]? outputs = null, params JsonObject[] variables)
    {
        var definition = Build.Definition(root, variables);
        definition["definitionId"] = id;
        definition["name"] = id;
        definition["options"] = new JsonObject { ["usableAsActivity"] = usable };
        definition["inputs"] = Declared(inputs);
        definition["outputs"] = Declared(outputs);
        return definition;
    }

    /// <summary>The lines that an instance wrote, as one text.</summary>
    public static string Lines(PlayedInstance instance) => string.Join(' ', instance.Journal
        .Where(entry => entry is { ActivityType: "Elsa.WriteLine", Event: "Completed" })
        .Select(entry => instance.Executions[entry.ActivityInstanceId].State.GetValueOrDefault("Text")));

    public Task CompleteTaskAsync(string activity, int instance = 0) =>
        _player.PlayAsync(JsonSerializer.SerializeToElement(new { kind = "complete-task", activity, instance, result = "done" }));

    public Task CancelAsync(int instance) => _player.PlayAsync(JsonSerializer.SerializeToElement(new { kind = "cancel", instance }));

    private static JsonArray Declared(string[]? names) => new([.. (names ?? []).Select(name => (JsonNode)new JsonObject { ["name"] = name, ["type"] = "Object" })]);
}
