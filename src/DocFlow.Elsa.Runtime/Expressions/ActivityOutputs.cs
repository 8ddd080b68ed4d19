using System.Collections.Concurrent;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Expressions;

/// <summary>The activities whose outputs a script may name: those beside it and beside the containers around it, never inside another container.</summary>
internal static class ActivityOutputs
{
    private static readonly ConcurrentDictionary<Type, string[]> Names = [];

    public static IActivity? Find(ActivityExecutionContext context, string idOrName) =>
        Beside(context).FirstOrDefault(activity => activity.Id == idOrName) ?? Beside(context).FirstOrDefault(activity => activity.Name == idOrName);

    public static IEnumerable<(IActivity Activity, string Output)> Visible(ActivityExecutionContext context) =>
        Beside(context).SelectMany(activity => NamesOf(activity).Select(output => (activity, output)));

    public static IReadOnlyList<string> NamesOf(IActivity activity) => activity is IComposite composite ? composite.OutputNames : Names.GetOrAdd(activity.GetType(), NamesOf);

    private static IEnumerable<IActivity> Beside(ActivityExecutionContext context)
    {
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            if (above.Activity is not IContainer container)
                continue;
            foreach (var child in container.Children)
                yield return child;
        }
    }

    private static string[] NamesOf(Type type) =>
        [.. type.GetProperties().Where(property => typeof(Output).IsAssignableFrom(property.PropertyType)).Select(property => property.Name)];
}
