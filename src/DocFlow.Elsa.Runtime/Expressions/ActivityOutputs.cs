using System.Collections.Concurrent;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>The activities whose outputs a script may name: those directly in the nearest container that may hold variables, no others.</summary>
internal static class ActivityOutputs
{
    // Shown with its executions, never set.
    private static readonly string[] OfWorkflow = ["Result"];

    private static readonly ConcurrentDictionary<Type, string[]> Names = [];

    public static IActivity? Find(ActivityExecutionContext context, string idOrName) =>
        Beside(context).FirstOrDefault(activity => activity.Id == idOrName) ?? Beside(context).FirstOrDefault(activity => activity.Name == idOrName);

    public static IEnumerable<(IActivity Activity, string Output)> Visible(ActivityExecutionContext context) =>
        Beside(context).SelectMany(activity => NamesOf(activity).Select(output => (activity, output)));

    public static IReadOnlyList<string> NamesOf(IActivity activity) => activity switch
    {
        IComposite composite => composite.OutputNames,
        WorkflowActivity => OfWorkflow,
        _ => Names.GetOrAdd(activity.GetType(), NamesOf),
    };

    /// <summary>What an activity's output is bound to; null when it isn't.</summary>
    public static string? TargetOf(IActivity activity, string output) => (activity.GetType().GetProperty(output)?.GetValue(activity) as Output)?.Target;

    private static IEnumerable<IActivity> Beside(ActivityExecutionContext context) =>
        VariableScope.HolderFor(context).Activity is IContainer container ? container.Children : [];

    private static string[] NamesOf(Type type) =>
        [.. type.GetProperties().Where(property => typeof(Output).IsAssignableFrom(property.PropertyType)).Select(property => property.Name)];
}
