using DocFlow.Elsa.Runtime.Activities;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Definitions.Checks;

/// <summary>The exits of activities, as far as they are known without running.</summary>
internal static class Outcomes
{
    public const string Done = "Done";
    public const string Return = "退回";

    /// <summary>Null when any exit may be taken.</summary>
    public static IReadOnlyList<string>? Of(IActivity activity) => activity switch
    {
        FlowSwitch flowSwitch => [.. flowSwitch.Cases.Select(candidate => candidate.Label), "Default"],
        _ => ActivityRegistry.OutcomesOf(activity.GetType()),
    };

    public static bool Declares(IActivity activity, string outcome) => ActivityRegistry.OutcomesOf(activity.GetType())?.Contains(outcome) == true;
}
