using System.Reflection;
using DocFlow.Elsa.Runtime.Definitions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>The activity types that definitions may name. Nothing else is ever created from JSON.</summary>
public sealed class ActivityRegistry
{
    private readonly Dictionary<string, Type> _types = new(StringComparer.Ordinal);
    private readonly List<DefinitionCheck> _checks = [];

    public ActivityRegistry() => AddFrom(typeof(ActivityRegistry).Assembly);

    /// <summary>The registered names, sorted.</summary>
    public IEnumerable<string> Names => _types.Keys.Order(StringComparer.Ordinal);

    /// <summary>Registers every concrete activity of an assembly.</summary>
    public ActivityRegistry AddFrom(Assembly assembly)
    {
        foreach (var type in assembly.GetTypes().Where(IsActivity))
            _types[NameOf(type)] = type;
        return this;
    }

    /// <summary>Adds a check of what definitions say beyond their activities, such as their custom properties.</summary>
    public ActivityRegistry CheckWith(DefinitionCheck check)
    {
        _checks.Add(check);
        return this;
    }

    internal IReadOnlyList<DefinitionCheck> Checks => _checks;

    /// <summary>The type of a name, or null.</summary>
    public Type? Find(string name) => _types.GetValueOrDefault(name);

    /// <summary>The outcomes that a type declares; null when it declares none.</summary>
    public static IReadOnlyList<string>? OutcomesOf(Type type) => type.GetCustomAttribute<FlowNodeAttribute>()?.Outcomes.ToList();

    // What can't be created without arguments isn't for definitions: the workflow itself.
    private static bool IsActivity(Type type) =>
        type is { IsAbstract: false, IsClass: true } && typeof(IActivity).IsAssignableFrom(type)
        && type.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null;

    private static string NameOf(Type type)
    {
        var attribute = type.GetCustomAttribute<ActivityAttribute>();
        return $"{attribute?.Namespace ?? type.Namespace}.{attribute?.Type ?? type.Name}";
    }
}
