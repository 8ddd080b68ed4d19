using System.Text.Json;
using System.Text.Json.Nodes;

namespace DocFlow.Elsa.Api.Tests.Replay;

/// <summary>One call that was made to a real Elsa server, with its answer.</summary>
public sealed record Recording(string Name, string Method, string Path, JsonNode? Query, JsonNode? RequestBody, int Status, JsonNode? ResponseBody)
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web);

    public JsonObject? RequestHeaders { get; init; }

    public JsonObject? ResponseHeaders { get; init; }

    public string Number => Name[..3];

    public static string Folder { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "Contract");

    /// <summary>The scripted calls in their order.</summary>
    public static IReadOnlyList<Recording> Scripted() =>
    [
        .. Directory.GetFiles(System.IO.Path.Combine(Folder, "Scripted"), "*.json").Order(StringComparer.Ordinal)
            .Select(file => JsonSerializer.Deserialize<Recording>(File.ReadAllText(file), Options)! with { Name = System.IO.Path.GetFileNameWithoutExtension(file) }),
    ];

    /// <summary>What the real Studio asked, each kind of call once.</summary>
    public static IReadOnlyList<Recording> Studio() => JsonSerializer.Deserialize<List<Recording>>(File.ReadAllText(System.IO.Path.Combine(Folder, "StudioCalls.json")), Options)!;

    public static Recording Of(string number) => Scripted().Single(recording => recording.Number == number);

    /// <summary>The query as it was sent.</summary>
    public string QueryText() => Query switch
    {
        JsonValue text => text.ToString(),
        JsonObject map when map.Count > 0 => "?" + string.Join('&', map.SelectMany(item => item.Value is JsonArray many ? many.Select(value => (item.Key, Value: value)) : [(item.Key, item.Value)])
            .Select(item => $"{item.Key}={Uri.EscapeDataString(item.Value?.ToString() ?? "")}")),
        _ => "",
    };
}
