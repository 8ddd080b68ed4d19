using System.Collections.ObjectModel;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Between a running engine and what is kept of it: executions that are not over, persistent variables and inputs.</summary>
internal static class InstanceStateMapper
{
    public static InstanceState Capture(WorkflowEngine engine, WorkflowDefinition definition, WorkflowSubStatus subStatus, DateTimeOffset now) => new()
    {
        Id = engine.Context.Id,
        DefinitionId = definition.DefinitionId,
        DefinitionVersionId = definition.VersionId,
        DefinitionVersion = definition.Version,
        ParentInstanceId = engine.ParentInstanceId,
        CreatedAt = engine.CreatedAt ?? now,
        UpdatedAt = now,
        FinishedAt = subStatus == WorkflowSubStatus.Suspended ? null : now,
        CorrelationId = engine.Context.CorrelationId,
        Name = engine.Context.Name,
        Status = subStatus == WorkflowSubStatus.Suspended ? WorkflowStatus.Running : WorkflowStatus.Finished,
        SubStatus = subStatus,
        Sequence = engine.Journal.Next,
        TriggerNodeId = engine.StartNodeId,
        Bookmarks = [.. engine.Bookmarks.All],
        Incidents = [.. engine.Incidents],
        Executions = [.. engine.Contexts.Where(context => !context.IsCompleted || context.Activity == definition.Workflow).Select(context => Capture(context, definition))],
        Variables = Kept(definition.Variables, engine.Contexts.FirstOrDefault(context => context.Activity == definition.Workflow)?.Variables ?? []),
        Inputs = engine.Inputs.Where(input => definition.Inputs.GetValueOrDefault(input.Key)).ToDictionary(input => input.Key, input => ToNode(input.Value)),
        Output = engine.Context.Output.ToDictionary(output => output.Key, output => ToNode(output.Value)),
        Properties = engine.Context.Properties.ToDictionary(property => property.Key, property => ToNode(property.Value)),
    };

    private static readonly IReadOnlyDictionary<string, JsonNode?> Nothing = ReadOnlyDictionary<string, JsonNode?>.Empty;

    /// <summary>Puts kept executions and values back into an engine.</summary>
    public static void Restore(InstanceState state, WorkflowEngine engine, WorkflowDefinition definition)
    {
        engine.Restore(state);
        foreach (var (name, value) in state.Inputs)
            engine.Inputs[name] = ValueConversion.FromNode(value);
        foreach (var (name, value) in state.Output)
            engine.Context.Output[name] = ValueConversion.FromNode(value)!;
        foreach (var (name, value) in state.Properties)
            engine.Context.Properties[name] = ValueConversion.FromNode(value)!;
        var restored = new Dictionary<string, ActivityExecutionContext>();
        foreach (var kept in state.Executions)
            restored[kept.Id] = Restore(kept, state, engine, definition, kept.ParentId is null ? null : restored.GetValueOrDefault(kept.ParentId));
    }

    private static ActivityExecutionContext Restore(ExecutionState kept, InstanceState state, WorkflowEngine engine, WorkflowDefinition definition, ActivityExecutionContext? parent)
    {
        var activity = definition.Nodes.GetValueOrDefault(kept.NodeId) ?? throw new InvalidOperationException($"流程定义中没有节点“{kept.NodeId}”。");
        var context = new ActivityExecutionContext(kept.Id, engine.Context, activity, parent)
        {
            Status = Enum.Parse<ActivityStatus>(kept.Status),
            CameByBackwardConnection = kept.CameByBackwardConnection,
            Tag = kept.Tag,
            AggregateFaultCount = kept.AggregateFaultCount,
            StartedAt = kept.StartedAt,
            CompletedAt = kept.CompletedAt,
            SchedulingExecutionId = kept.SchedulingExecutionId,
            SchedulingActivityId = kept.SchedulingActivityId,
            CallStackDepth = kept.CallStackDepth,
        };
        foreach (var (name, value) in kept.ActivityState ?? Nothing)
            context.ActivityState[name] = value?.DeepClone()!;
        foreach (var (key, value) in kept.Properties.Where(property => property.Value is not null))
            context.Properties[key] = value!.DeepClone();
        foreach (var (name, value) in kept.DynamicVariables ?? Nothing)
            context.DynamicVariables[name] = ValueConversion.FromNode(value);
        if (activity is IContainer container)
        {
            // A variable that was set to nothing reads as its default again.
            var values = activity == definition.Workflow ? state.Variables : kept.Variables;
            foreach (var variable in container.Variables)
                context.Variables[variable.Id] = variable.IsPersistent && values.GetValueOrDefault(variable.Id) is { } value ? ValueConversion.Restore(value, variable.Type) : variable.Value;
        }

        engine.Restore(context);
        return context;
    }

    private static ExecutionState Capture(ActivityExecutionContext context, WorkflowDefinition definition) => new(
        context.Id,
        context.ParentActivityExecutionContext?.Id,
        context.Activity.NodeId,
        context.Status.ToString(),
        Nodes(context.Properties),
        context.Activity is IContainer container && context.Activity != definition.Workflow ? Kept(container.Variables.Where(variable => variable.IsPersistent), context.Variables) : new Dictionary<string, JsonNode?>(),
        context.CameByBackwardConnection)
    {
        DynamicVariables = context.DynamicVariables.Count == 0 ? null : context.DynamicVariables.ToDictionary(variable => variable.Key, variable => ToNode(variable.Value)),
        Tag = context.Tag as string,
        AggregateFaultCount = context.AggregateFaultCount,
        StartedAt = context.StartedAt,
        CompletedAt = context.CompletedAt,
        ActivityState = Shown(context.ActivityState),
        SchedulingExecutionId = context.SchedulingExecutionId,
        SchedulingActivityId = context.SchedulingActivityId,
        CallStackDepth = context.CallStackDepth,
    };

    /// <summary>Values as JSON.</summary>
    public static IReadOnlyDictionary<string, JsonNode?> Nodes(IDictionary<string, object> values) =>
        values.Count == 0 ? Nothing : values.ToDictionary(value => value.Key, value => ToNode(value.Value));

    // Inputs are only shown: one that can't be written as JSON is left out and doesn't stop the burst.
    private static Dictionary<string, JsonNode?> Shown(IDictionary<string, object> values)
    {
        var shown = new Dictionary<string, JsonNode?>();
        foreach (var (name, value) in values)
        {
            try
            {
                shown[name] = ToNode(value);
            }
            catch (Exception exception) when (exception is NotSupportedException or JsonException or InvalidOperationException)
            {
                continue;
            }
        }

        return shown;
    }

    private static Dictionary<string, JsonNode?> Kept(IEnumerable<VariableDefinition> variables, Dictionary<string, object?> values) => variables
        .DistinctBy(variable => variable.Id)
        .ToDictionary(variable => variable.Id, variable => ToNode(variable.IsPersistent ? values.GetValueOrDefault(variable.Id) ?? variable.Value : variable.Value));

    private static JsonNode? ToNode(object? value) => value switch
    {
        null => null,
        JsonNode node => node.DeepClone(),
        _ => JsonSerializer.SerializeToNode(value, value.GetType()),
    };
}
