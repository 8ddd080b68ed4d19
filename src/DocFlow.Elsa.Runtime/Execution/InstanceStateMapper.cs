using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Memory;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Between a running engine and what is kept of it: executions that are not over, persistent variables and inputs.</summary>
internal static class InstanceStateMapper
{
    public static InstanceState Capture(WorkflowEngine engine, WorkflowDefinition definition, WorkflowSubStatus subStatus, long sequence, IReadOnlyList<Incident> incidents) => new()
    {
        Id = engine.Context.Id,
        DefinitionId = definition.DefinitionId,
        DefinitionVersionId = definition.VersionId,
        CorrelationId = engine.Context.CorrelationId,
        Name = engine.Context.Name,
        Status = subStatus == WorkflowSubStatus.Suspended ? WorkflowStatus.Running : WorkflowStatus.Finished,
        SubStatus = subStatus,
        Sequence = sequence,
        Bookmarks = [.. engine.Bookmarks],
        Incidents = [.. incidents],
        Executions = [.. engine.Contexts.Where(context => context.Status is not (ActivityStatus.Completed or ActivityStatus.Canceled)).Select(Capture)],
        Variables = Persistent(definition.Variables, engine.Variables.Values),
        Inputs = engine.Inputs.Where(input => definition.Inputs.GetValueOrDefault(input.Key)).ToDictionary(input => input.Key, input => ToNode(input.Value)),
        Output = engine.Context.Output.ToDictionary(output => output.Key, output => ToNode(output.Value)),
    };

    /// <summary>Puts kept executions and values back into an engine.</summary>
    public static void Restore(InstanceState state, WorkflowEngine engine, WorkflowDefinition definition)
    {
        engine.Restore(state);
        foreach (var (name, value) in state.Inputs)
            engine.Inputs[name] = ValueConversion.FromNode(value);
        foreach (var variable in definition.Variables.Where(variable => variable.IsPersistent && state.Variables.GetValueOrDefault(variable.Id) is not null))
            engine.Variables.Values[variable.Id] = ValueConversion.FromNode(state.Variables[variable.Id], variable.Type);
        var restored = new Dictionary<string, ActivityExecutionContext>();
        foreach (var kept in state.Executions)
            restored[kept.Id] = Restore(kept, engine, definition, kept.ParentId is null ? null : restored.GetValueOrDefault(kept.ParentId));
    }

    private static ActivityExecutionContext Restore(ExecutionState kept, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext? parent)
    {
        var activity = definition.Nodes.GetValueOrDefault(kept.NodeId) ?? throw new InvalidOperationException($"流程定义中没有节点“{kept.NodeId}”。");
        var context = new ActivityExecutionContext(kept.Id, engine.Context, activity, parent)
        {
            Status = Enum.Parse<ActivityStatus>(kept.Status),
            CameByBackwardConnection = kept.CameByBackwardConnection,
        };
        foreach (var (key, value) in kept.Properties)
            context.Properties[key] = value?.DeepClone();
        if (activity is IContainer container)
        {
            foreach (var variable in container.Variables)
                context.Variables[variable.Id] = kept.Variables.TryGetValue(variable.Id, out var value) ? ValueConversion.FromNode(value, variable.Type) : variable.Value;
        }

        engine.Restore(context);
        return context;
    }

    private static ExecutionState Capture(ActivityExecutionContext context) => new(
        context.Id,
        context.ParentActivityExecutionContext?.Id,
        context.Activity.NodeId,
        context.Status.ToString(),
        context.Properties.ToDictionary(property => property.Key, property => property.Value?.DeepClone()),
        context.Activity is IContainer container ? Persistent(container.Variables, context.Variables) : new Dictionary<string, JsonNode?>(),
        context.CameByBackwardConnection);

    private static Dictionary<string, JsonNode?> Persistent(IReadOnlyList<Variable> variables, Dictionary<string, object?> values) =>
        variables.Where(variable => variable.IsPersistent).ToDictionary(variable => variable.Id, variable => ToNode(values.GetValueOrDefault(variable.Id)));

    private static JsonNode? ToNode(object? value) => value is null ? null : JsonSerializer.SerializeToNode(value, value.GetType());
}
