using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Security;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>
/// A definition for who may look at one instance only: what the canvas draws, without the values that a designer wrote. Kept are ids,
/// types, names, connections and positions, and the values that are exits.
/// </summary>
internal sealed class ViewerModel(ActivityShapes shapes)
{
    // Editors whose values name exits: the canvas draws ports by them.
    private static readonly string[] ExitHints = ["dynamic-outcomes", "http-status-codes"];

    private static readonly string[] Drawn =
    [
        "id", "nodeId", "name", "type", "version", "metadata", "connections", "missingTypeName", "missingTypeVersion",
        "workflowDefinitionId", "workflowDefinitionVersionId", "latestAvailablePublishedVersion", "latestAvailablePublishedVersionId",
    ];

    private static readonly string[] Flags = ["canStartWorkflow", "runAsynchronously", "source", "mergeMode", ConnectionWriter.Parked];

    private static readonly string[] Labels = ["label", "type", "typeName", "id"];

    /// <summary>A model that nobody else holds, as this account may see it.</summary>
    public async Task<JsonObject> OfAsync(JsonObject model, ClaimsPrincipal user)
    {
        if (!user.SeesNoValues())
            return model;
        model["customProperties"] = new JsonObject();
        WithoutValues(model["variables"]);
        Clear(model["root"]!.AsObject(), await shapes.AllAsync());
        return model;
    }

    private static void Clear(JsonObject activity, ShapeList shapes)
    {
        var exits = shapes.Find((string)activity["type"]!)?.Inputs.Where(input => ExitHints.Contains(input.UiHint)).Select(input => input.Name).ToList() ?? [];
        foreach (var (name, value) in activity.ToList())
        {
            if (name == "customProperties")
                Keep(value!.AsObject(), Flags);
            else if (name is "variables" or "variable")
                WithoutValues(value);
            else if (!Drawn.Contains(name) && !exits.Contains(name, StringComparer.OrdinalIgnoreCase))
                activity[name] = Cleared(value, shapes);
        }
    }

    // Activities wherever they stand; of expressions their kinds, of cases their labels.
    private static JsonNode? Cleared(JsonNode? part, ShapeList shapes)
    {
        if (part is JsonArray items)
            return new JsonArray([.. items.Select(item => Cleared(item, shapes))]);
        if (part is not JsonObject json)
            return null;
        if (json["nodeId"] is JsonValue && json["type"] is JsonValue)
        {
            var activity = json.DeepClone().AsObject();
            Clear(activity, shapes);
            return activity;
        }

        return new JsonObject(json.Where(property => property.Key != "value").Select(property => KeyValuePair.Create(
            property.Key, property.Value is JsonValue value && Labels.Contains(property.Key) ? value.DeepClone() : Cleared(property.Value, shapes))));
    }

    private static void WithoutValues(JsonNode? declared)
    {
        foreach (var variable in declared is JsonArray several ? several.OfType<JsonObject>() : new[] { declared }.OfType<JsonObject>())
            variable.Remove("value");
    }

    private static void Keep(JsonObject bag, string[] names)
    {
        foreach (var name in bag.Select(property => property.Key).Except(names).ToList())
            bag.Remove(name);
    }
}
