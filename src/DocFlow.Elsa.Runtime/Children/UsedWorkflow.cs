using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>
/// A workflow that another one uses as an activity. Its inputs and outputs are variables around the inner workflow; the outcomes that a
/// Complete inside chooses are its own.
/// </summary>
internal sealed class UsedWorkflow(WorkflowActivity workflow, IReadOnlyList<SyntheticInput> inputs, IReadOnlyList<SyntheticOutput> outputs) : ContainerActivity, IComposite
{
    public IReadOnlyList<SyntheticInput> Inputs { get; } = inputs;

    public IReadOnlyList<string> OutputNames { get; } = [.. outputs.Select(output => output.Name)];

    public override IEnumerable<IActivity> Children => [workflow];

    /// <summary>Declares what the inner workflow sees of its inputs, as they were evaluated.</summary>
    public void Open(ActivityExecutionContext context)
    {
        VariableScope.Declare(context, Variables);
        foreach (var input in Inputs)
            context.Variables[input.Name] = context.ActivityState.TryGetValue(input.Name, out var value) ? value : null;
    }

    /// <summary>Sets an output, for the one who uses it.</summary>
    public void SetOutput(WorkflowEngine engine, ActivityExecutionContext context, string name, object? value)
    {
        context.Variables[name] = value;
        engine.SetOutput(context, name, outputs.First(output => output.Name == name).Output?.Target, value);
    }

    // An output that was bound inside by its name, and not by SetOutput, is passed on at the end.
    public override ValueTask ChildCompletedAsync(WorkflowEngine engine, ActivityExecutionContext owner, ActivityExecutionContext child)
    {
        foreach (var name in OutputNames)
        {
            if (owner.Variables.GetValueOrDefault(name) is { } value)
                SetOutput(engine, owner, name, value);
        }

        return engine.CompleteAsync(owner, child.Outcomes);
    }

    protected override ValueTask StartAsync(WorkflowEngine engine, ActivityExecutionContext context)
    {
        Open(context);
        engine.Schedule(workflow, context);
        return ValueTask.CompletedTask;
    }
}

/// <summary>An activity with inputs and outputs of its own making, which are variables for what is inside.</summary>
internal interface IComposite : IContainer
{
    IReadOnlyList<SyntheticInput> Inputs { get; }

    IReadOnlyList<string> OutputNames { get; }
}

/// <summary>An input that a definition declares; unset without an expression.</summary>
internal sealed record SyntheticInput(string Name, Input? Input);

/// <summary>An output that a definition declares; unbound without a target.</summary>
internal sealed record SyntheticOutput(string Name, Output? Output);
