using System.Text.Json;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>A case that was played on a real server, with what the server did.</summary>
public sealed record OracleCase(string Id, JsonElement Case, JsonElement Expected)
{
    private static readonly Dictionary<string, string> Missing = new()
    {
        ["Elsa.HttpEndpoint"] = "HTTP",
    };

    public static IReadOnlyList<OracleCase> All { get; } = Load();

    /// <summary>Why the case isn't played; null when it is.</summary>
    public string? Skipped
    {
        get
        {
            var text = Case.GetProperty("definitions").GetRawText();
            return Case.GetProperty("mode").GetString() != "counter"
                ? "token mode"
                : Missing.FirstOrDefault(feature => text.Contains($"\"{feature.Key}\"", StringComparison.Ordinal)).Value;
        }
    }

    public IEnumerable<JsonElement> Steps => Case.GetProperty("steps").EnumerateArray();

    private static List<OracleCase> Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Data", "Oracle");
        var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json"))).RootElement.GetProperty("cases");
        var results = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.GetProperty("results");
        var byId = results.EnumerateArray().ToDictionary(result => result.GetProperty("id").GetString()!);
        return [.. cases.EnumerateArray().Select(item => new OracleCase(item.GetProperty("id").GetString()!, item, byId[item.GetProperty("id").GetString()!]))];
    }
}
