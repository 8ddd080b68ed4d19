using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>An instance in the form in which the recordings have it.</summary>
internal static class OracleResult
{
    private static readonly Regex[] Classes =
    [
        new(@"^(Failed to evaluate activity input '\w+')"), new("^(Invalid backward connection)"), new("(is not reachable from the flowchart graph)"),
        new("^(Variable .* not found)"), new("^(oracle: .*)"), new("(No published version of workflow definition)"), new("^(Activity type '[^']+')"),
    ];

    public static JsonObject Of(PlayedInstance instance)
    {
        var state = instance.State;
        var executions = instance.Executions;
        return new JsonObject
        {
            ["status"] = state.Status.ToString(),
            ["subStatus"] = state.SubStatus.ToString(),
            ["name"] = state.Name,
            ["correlationId"] = state.CorrelationId,
            ["version"] = instance.Version,
            ["lines"] = Array(instance.Journal
                .Where(entry => entry is { ActivityType: "Elsa.WriteLine", Event: "Completed" })
                .Select(entry => executions[entry.ActivityInstanceId].State.GetValueOrDefault("Text")?.ToString())),
            ["output"] = new JsonObject(state.Output.Select(value => KeyValuePair.Create(value.Key, value.Value?.DeepClone()))),
            ["variables"] = new JsonObject(instance.Definition.Variables.Select(variable => KeyValuePair.Create(variable.Name, state.Variables[variable.Id]?.DeepClone()))),
            ["incidents"] = new JsonArray([.. state.Incidents.Select(incident => (JsonNode)new JsonObject
            {
                ["activityId"] = incident.ActivityId, ["activityType"] = incident.ActivityType, ["class"] = ClassOf(incident.Message),
            })]),
            ["bookmarks"] = Array(state.Bookmarks.Select(bookmark => $"{bookmark.Name}@{bookmark.NodeId.Split(':')[^1]}").Order(StringComparer.Ordinal)),
            ["journal"] = new JsonArray([.. instance.Journal.Select(entry => (JsonNode)new JsonArray(entry.Event, entry.ActivityId))]),
            ["executions"] = new JsonArray([.. executions.Values.Select(execution => (JsonNode)new JsonArray(execution.ActivityId, execution.Status.ToString()))]),
        };
    }

    /// <summary>What the real server said in its own words isn't compared.</summary>
    public static JsonNode? WithoutNotes(string field, JsonNode? value)
    {
        if (field != "incidents" || value is not JsonArray incidents)
            return value;
        foreach (var incident in incidents)
            incident!.AsObject().Remove("note");
        return incidents;
    }

    /// <summary>A text that is equal for equal values: numbers by value, properties by name.</summary>
    public static string Canonical(JsonNode? node) => node switch
    {
        null => "null",
        JsonObject map => "{" + string.Join(",", map.OrderBy(item => item.Key, StringComparer.Ordinal).Select(item => $"{item.Key}:{Canonical(item.Value)}")) + "}",
        JsonArray items => "[" + string.Join(",", items.Select(Canonical)) + "]",
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.Number => double.Parse(value.ToJsonString(), CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        JsonValue value when value.GetValueKind() == System.Text.Json.JsonValueKind.String => $"\"{value}\"",
        _ => node.ToJsonString(),
    };

    private static JsonArray Array(IEnumerable<string?> texts) => new([.. texts.Select(text => (JsonNode?)text)]);

    private static string ClassOf(string message) =>
        Classes.Select(known => known.Match(message)).FirstOrDefault(match => match.Success)?.Groups[1].Value ?? "other";
}
