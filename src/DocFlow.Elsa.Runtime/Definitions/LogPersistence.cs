using System.Text.Json;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Which inputs and outputs may be shown with executions: what is excluded isn't kept there.</summary>
public sealed class LogPersistence
{
    private const string Inherit = "Inherit";
    private const string Exclude = "Exclude";

    private readonly string _default;
    private readonly Dictionary<string, string> _inputs;
    private readonly Dictionary<string, string> _outputs;

    private LogPersistence(JsonElement config)
    {
        _default = ModeOf(config.Find("default"));
        _inputs = ModesOf(config.Find("inputs"));
        _outputs = ModesOf(config.Find("outputs"));
    }

    /// <summary>What a workflow's or an activity's custom properties say, in the present form or the old one; null when nothing.</summary>
    public static LogPersistence? Read(JsonElement? customProperties) =>
        customProperties?.Find("logPersistenceConfig") is { ValueKind: JsonValueKind.Object } config ? new LogPersistence(config)
        : customProperties?.Find("logPersistenceMode") is { ValueKind: JsonValueKind.Object } old ? new LogPersistence(old)
        : null;

    public static bool IncludesInput(string name, LogPersistence? activity, LogPersistence? workflow) => Includes(activity?._inputs.GetValueOrDefault(name), activity, workflow);

    public static bool IncludesOutput(string name, LogPersistence? activity, LogPersistence? workflow) => Includes(activity?._outputs.GetValueOrDefault(name), activity, workflow);

    // The nearest that says something; the host includes.
    private static bool Includes(string? own, LogPersistence? activity, LogPersistence? workflow) =>
        new[] { own, activity?._default, workflow?._default }.FirstOrDefault(mode => mode is not (null or Inherit)) != Exclude;

    private static Dictionary<string, string> ModesOf(JsonElement? modes) => modes is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().DistinctBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(item => item.Name, item => ModeOf(item.Value), StringComparer.OrdinalIgnoreCase)
        : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    // A mode that an expression should find out excludes: what is withheld by mistake can be seen at its source, what is shown can't be taken back.
    private static string ModeOf(JsonElement? mode) => mode switch
    {
        { ValueKind: JsonValueKind.String } text => text.GetString()!,
        { ValueKind: JsonValueKind.Object } config when config.Text("evaluationMode") == "Expression" => Exclude,
        { ValueKind: JsonValueKind.Object } config when config.Text("strategyType") is { } type => type.Split(',')[0].Split('.')[^1],
        _ => Inherit,
    };
}
