using System.Collections.ObjectModel;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>What activities put out in this burst. It isn't kept: after a suspension only bound outputs are left.</summary>
internal sealed class OutputRegister
{
    private readonly Dictionary<(string NodeId, string Name), object?> _byNode = [];
    private readonly Dictionary<string, Dictionary<string, object?>> _byExecution = [];

    /// <summary>The last value of an output named Result.</summary>
    public object? LastResult { get; private set; }

    public void Record(ActivityExecutionContext context, string name, object? value)
    {
        _byNode[(context.Activity.NodeId, name)] = value;
        if (!_byExecution.TryGetValue(context.Id, out var outputs))
            _byExecution[context.Id] = outputs = [];
        outputs[name] = value;
        if (name == "Result")
            LastResult = value;
    }

    public object? Find(IActivity activity, string name) => _byNode.GetValueOrDefault((activity.NodeId, name));

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
