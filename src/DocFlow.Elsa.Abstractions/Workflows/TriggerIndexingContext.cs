using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>What a trigger sees when its definition is published: inputs are evaluated without a running workflow.</summary>
public sealed class TriggerIndexingContext
{
    private readonly Func<Input, object?> _evaluate;

    internal TriggerIndexingContext(ITrigger trigger, Func<Input, object?> evaluate, CancellationToken cancellationToken)
    {
        Trigger = trigger;
        CancellationToken = cancellationToken;
        _evaluate = evaluate;
        TriggerName = trigger.Type;
    }

    public ITrigger Trigger { get; }

    /// <summary>The name under which stimuli are matched; the activity's type unless changed.</summary>
    public string TriggerName { get; set; }

    public CancellationToken CancellationToken { get; }

    /// <summary>An input's value; the type's default when it is unset.</summary>
    public T? Get<T>(Input<T>? input) => input is not null && _evaluate(input) is T value ? value : default;
}
