using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace DocFlow.Elsa.Api.Tests.Replay;

/// <summary>Compares an answer with the recorded one. Ids and times belong to a run: ids are learnt where they first appear and must stay the same.</summary>
public sealed partial class BodyComparison
{
    private static readonly HashSet<string> OfTheRun =
        ["createdAt", "updatedAt", "finishedAt", "startedAt", "completedAt", "timestamp", "hash", "accessToken", "refreshToken", "connectionId", "connectionToken"];

    private readonly Dictionary<string, string> _ids = [];

    /// <summary>The recorded text with the ids of this run.</summary>
    public string Translate(string recorded) => RunId().Replace(recorded, match => _ids.GetValueOrDefault(match.Value, match.Value));

    /// <summary>Where the answer differs, as “path: recorded → given”.</summary>
    public IReadOnlyList<(string Path, string What)> Compare(JsonNode? recorded, JsonNode? given)
    {
        Learn(recorded, given);
        var differences = new List<(string, string)>();
        Compare("$", recorded, given, differences);
        return differences;
    }

    // Before anything is compared: an id may stand in a text before it stands alone.
    private void Learn(JsonNode? recorded, JsonNode? given)
    {
        if (recorded is JsonObject expected && given is JsonObject actual)
        {
            foreach (var (name, value) in expected)
                Learn(value, actual[name]);
        }
        else if (recorded is JsonArray items && given is JsonArray others)
        {
            foreach (var (item, other) in items.Zip(others))
                Learn(item, other);
        }
        else if (recorded is JsonValue before && before.GetValueKind() == JsonValueKind.String && given is JsonValue now && now.GetValueKind() == JsonValueKind.String
            && RunId().Match(before.GetValue<string>()) is { Success: true } id && id.Length == before.GetValue<string>().Length)
        {
            _ids.TryAdd(before.GetValue<string>(), now.GetValue<string>());
        }
    }

    private void Compare(string path, JsonNode? recorded, JsonNode? given, List<(string, string)> differences)
    {
        switch (recorded, given)
        {
            case (null, null):
                return;
            case (JsonObject expected, JsonObject actual):
                foreach (var (name, value) in expected)
                {
                    if (actual.TryGetPropertyValue(name, out var found))
                        Compare($"{path}.{name}", value, found, differences);
                    else
                        differences.Add(($"{path}.{name}", $"{Short(value)} → absent"));
                }

                foreach (var (name, value) in actual.Where(property => !expected.ContainsKey(property.Key)))
                    differences.Add(($"{path}.{name}", $"absent → {Short(value)}"));
                return;
            case (JsonArray expected, JsonArray actual):
                if (expected.Count != actual.Count)
                    differences.Add((path, $"{expected.Count} items → {actual.Count} items"));
                for (var index = 0; index < Math.Min(expected.Count, actual.Count); index++)
                    Compare($"{path}[{index}]", expected[index], actual[index], differences);
                return;
            case (JsonValue expected, JsonValue actual):
                CompareValues(path, expected, actual, differences);
                return;
            default:
                differences.Add((path, $"{Short(recorded)} → {Short(given)}"));
                return;
        }
    }

    private void CompareValues(string path, JsonValue expected, JsonValue actual, List<(string, string)> differences)
    {
        if (expected.GetValueKind() == JsonValueKind.String && actual.GetValueKind() == JsonValueKind.String)
        {
            var (before, now) = (expected.GetValue<string>(), actual.GetValue<string>());
            if (OfTheRun.Contains(path[(path.LastIndexOf('.') + 1)..]))
                return;
            if (path.EndsWith(".stringData", StringComparison.Ordinal))
                Compare(path, JsonNode.Parse(before), JsonNode.Parse(now), differences);
            else if (Translate(before) != now)
                differences.Add((path, $"{Short(Translate(before))} → {Short(now)}"));
        }
        else if (!JsonNode.DeepEquals(expected, actual))
        {
            differences.Add((path, $"{Short(expected)} → {Short(actual)}"));
        }
    }

    private static string Short(JsonNode? value) => (value?.ToJsonString() ?? "null") is { Length: > 160 } text ? text[..160] + "…" : value?.ToJsonString() ?? "null";

    // Ids of the recorded server: 14 to 16 hexadecimal digits. Those that our own definitions bring along look the same, and map to themselves.
    [GeneratedRegex("(?<![0-9A-Za-z])[0-9a-f]{14,16}(?![0-9A-Za-z])")]
    private static partial Regex RunId();
}
