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

    public IReadOnlyDictionary<string, object?> Of(ActivityExecutionContext context) => _byExecution.GetValueOrDefault(context.Id) ?? [];
}
