using System.Collections.ObjectModel;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What activities put out in this burst. It isn't kept: after a suspension only bound outputs are left.</summary>
internal sealed class OutputRegister
{
    private readonly Dictionary<(string ContainerId, string ActivityId, string Name), object?> _first = [];
    private readonly Dictionary<string, Dictionary<string, object?>> _byExecution = [];

    /// <summary>The last value of an output named Result.</summary>
    public object? LastResult { get; private set; }

    public void Record(ActivityExecutionContext context, string name, object? value)
    {
        _first.TryAdd((context.ParentActivityExecutionContext?.Id ?? "", context.Activity.Id, name), value);
        if (!_byExecution.TryGetValue(context.Id, out var outputs))
            _byExecution[context.Id] = outputs = [];
        outputs[name] = value;
        if (name == "Result")
            LastResult = value;
    }

    /// <summary>What an activity put out first in the executions around a context, as in Elsa: a loop within one container doesn't renew it.</summary>
    public object? Find(ActivityExecutionContext context, IActivity activity, string name)
    {
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            if (_first.TryGetValue((above.Id, activity.Id, name), out var value))
                return value;
        }

        return null;
    }

    /// <summary>The outputs that an execution's activity declares, and others that it set.</summary>
    public IReadOnlyDictionary<string, object?> Of(ActivityExecutionContext context)
    {
        var set = _byExecution.GetValueOrDefault(context.Id);
        var declared = ActivityOutputs.NamesOf(context.Activity);
        if (declared.Count == 0)
            return set ?? (IReadOnlyDictionary<string, object?>)ReadOnlyDictionary<string, object?>.Empty;
        var outputs = declared.ToDictionary(name => name, name => set?.GetValueOrDefault(name));
        foreach (var (name, value) in set ?? [])
            outputs[name] = value;
        return outputs;
    }
}
