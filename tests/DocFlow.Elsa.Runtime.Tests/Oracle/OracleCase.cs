using System.Text.Json;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>A case that was played on a real server, with what the server did.</summary>
public sealed record OracleCase(string Id, JsonElement Case, JsonElement Expected)
{
    private static readonly HashSet<string> OutOfScope = ["Elsa.While", "Elsa.Break", "Elsa.ForEach", "Elsa.ParallelForEach", "Elsa.Switch", "Elsa.RunJavaScript", "Elsa.Delay", "Elsa.DispatchWorkflow"];
    private static readonly string[] KnownSteps = ["complete-task", "trigger-event", "drain"];

    public static IReadOnlyList<OracleCase> All { get; } = Load();

    /// <summary>Why the case isn't played yet; null when it is.</summary>
    public string? Skipped
    {
        get
        {
            var text = Case.GetRawText();
            if (Id == "f-join-waitany-suspended")
                return "knowingly otherwise: a join that is reached once runs once";
            if (Case.GetProperty("mode").GetString() != "counter")
                return "token mode";
            if (OutOfScope.FirstOrDefault(type => text.Contains($"\"{type}\"", StringComparison.Ordinal)) is { } type)
                return type;
            if (text.Contains("\"Liquid\"", StringComparison.Ordinal))
                return "Liquid";
            if (Case.GetProperty("definitions").GetArrayLength() != 1)
                return "several definitions";
            if (!Case.TryGetProperty("start", out _))
                return "started by an event";
            return Steps.Select(step => step.GetProperty("kind").GetString()!).FirstOrDefault(kind => !KnownSteps.Contains(kind));
        }
    }

    public IEnumerable<JsonElement> Steps => Case.GetProperty("steps").EnumerateArray();

    public JsonElement Definition => Case.GetProperty("definitions")[0];

    private static List<OracleCase> Load()
    {
        var folder = Path.Combine(AppContext.BaseDirectory, "Data", "Oracle");
        var cases = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "cases.json"))).RootElement.GetProperty("cases");
        var expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "expected.json"))).RootElement.GetProperty("results");
        var byId = expected.ValueKind == JsonValueKind.Array
            ? expected.EnumerateArray().ToDictionary(result => result.GetProperty("id").GetString()!)
            : expected.EnumerateObject().ToDictionary(result => result.Name, result => result.Value);
        return [.. cases.EnumerateArray().Select(item => new OracleCase(item.GetProperty("id").GetString()!, item, byId[item.GetProperty("id").GetString()!]))];
    }
}
