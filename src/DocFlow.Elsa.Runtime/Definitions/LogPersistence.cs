using System.Text.Json;
using Elsa.Expressions.Models;

namespace DocFlow.Elsa.Runtime.Definitions;

/// <summary>Which inputs and outputs may be shown with executions: what is excluded isn't kept there.</summary>
public sealed class LogPersistence
{
    public const string Exclude = "Exclude";

    private const string Include = "Include";
    private const string Inherit = "Inherit";

    private readonly Mode _default;
    private readonly Dictionary<string, Mode> _inputs;
    private readonly Dictionary<string, Mode> _outputs;

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

    /// <summary>Whether an input or output is kept: the nearest that says something decides; the host includes.</summary>
    /// <param name="decide">Evaluates the expression of a mode.</param>
    public static bool Includes(string name, bool isInput, LogPersistence? activity, LogPersistence? workflow, Func<Expression, string> decide)
    {
        foreach (var mode in new[] { (isInput ? activity?._inputs : activity?._outputs)?.GetValueOrDefault(name), activity?._default, workflow?._default })
        {
            var said = mode?.Expression is { } expression ? decide(expression) : mode?.Name;
            if (said is not (null or Inherit))
                return mode!.Expression is null ? said != Exclude : said == Include;
        }

        return true;
    }

    private static Dictionary<string, Mode> ModesOf(JsonElement? modes) => modes is { ValueKind: JsonValueKind.Object } map
        ? map.EnumerateObject().DistinctBy(item => item.Name, StringComparer.OrdinalIgnoreCase).ToDictionary(item => item.Name, item => ModeOf(item.Value), StringComparer.OrdinalIgnoreCase)
        : new Dictionary<string, Mode>(StringComparer.OrdinalIgnoreCase);

    private static Mode ModeOf(JsonElement? mode) => mode switch
    {
        { ValueKind: JsonValueKind.String } text => new Mode(text.GetString()!),
        { ValueKind: JsonValueKind.Object } config when config.Text("evaluationMode") == "Expression" =>
            config.Find("expression") is { ValueKind: JsonValueKind.Object } json && InputReader.ReadExpression(json) is { } expression ? new Mode(Inherit, expression) : new Mode(Exclude),
        { ValueKind: JsonValueKind.Object } config when config.Text("strategyType") is { } type => new Mode(type.Split(',')[0].Split('.')[^1]),
        _ => new Mode(Inherit),
    };

    private sealed record Mode(string Name, Expression? Expression = null);
}
