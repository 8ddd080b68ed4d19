using System.Reflection;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>The exits of activities, as far as they are known without running.</summary>
internal static class Outcomes
{
    public const string Done = "Done";
    public const string Return = "退回";

    private const string BuiltIn = "Elsa.";

    /// <summary>Null when any exit may be taken.</summary>
    public static IReadOnlyList<string>? Of(IActivity activity) => activity switch
    {
        FlowSwitch flowSwitch => [.. flowSwitch.Cases.Select(candidate => candidate.Label), "Default"],
        _ => ActivityRegistry.OutcomesOf(activity.GetType()) ?? Named(activity),
    };

    public static bool Declares(IActivity activity, string outcome) => activity is not FlowSwitch && Of(activity)?.Contains(outcome) == true;

    // A step whose designer names its exits. Elsa's own may take others as well.
    private static IReadOnlyList<string>? Named(IActivity activity)
    {
        if (activity.Type.StartsWith(BuiltIn, StringComparison.Ordinal))
            return null;
        var input = activity.GetType().GetProperties().FirstOrDefault(property => property.GetCustomAttribute<InputAttribute>()?.UIHint == InputUIHints.DynamicOutcomes);
        return (input?.GetValue(activity) as Input)?.Expression is { Type: "Literal", Value: JsonElement literal } ? Texts(literal) : null;
    }

    private static List<string>? Texts(JsonElement literal)
    {
        try
        {
            using var parsed = literal.ValueKind == JsonValueKind.String ? JsonDocument.Parse(literal.GetString()!) : null;
            var list = parsed?.RootElement ?? literal;
            return list.ValueKind == JsonValueKind.Array ? [.. list.EnumerateArray().Select(item => item.ToString())] : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
