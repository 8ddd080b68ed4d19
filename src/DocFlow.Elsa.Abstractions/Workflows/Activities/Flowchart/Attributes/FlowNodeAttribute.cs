namespace Elsa.Workflows.Activities.Flowchart.Attributes;

/// <summary>An activity's outcomes, which designers see as ports. “Done” must be listed if wanted.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class FlowNodeAttribute(params string[] outcomes) : Attribute
{
    public ICollection<string> Outcomes { get; } = outcomes;
}
