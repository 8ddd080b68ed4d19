using System.Text.Json;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Triggers;

/// <summary>Finds what starts a definition: its activities that are triggers and are marked to start it.</summary>
public sealed class TriggerIndexer(TimeProvider time)
{
    public async Task<IReadOnlyList<StoredTrigger>> IndexAsync(WorkflowDefinition definition, CancellationToken cancellationToken)
    {
        var triggers = new List<StoredTrigger>();
        foreach (var activity in definition.Nodes.Values.OfType<ITrigger>().Where(MayStart))
        {
            var context = new TriggerIndexingContext(activity, input => Evaluate(definition, activity, input, cancellationToken), cancellationToken);
            foreach (var payload in await PayloadsAsync(definition, activity, context))
                triggers.Add(new StoredTrigger(activity.NodeId, context.TriggerName, BookmarkHash.Of(context.TriggerName, payload), JsonSerializer.SerializeToNode(payload, payload.GetType())));
        }

        return triggers;
    }

    /// <exception cref="DefinitionRefusedException">A trigger says what it can't be started by.</exception>
    private static async Task<IReadOnlyList<object>> PayloadsAsync(WorkflowDefinition definition, ITrigger trigger, TriggerIndexingContext context)
    {
        try
        {
            return [.. await trigger.GetTriggerPayloadsAsync(context)];
        }
        catch (FormatException exception)
        {
            var obstacle = DefinitionFinding.At(definition, trigger.NodeId, exception.Message);
            throw new DefinitionRefusedException([obstacle], [obstacle, .. DefinitionValidator.Check(definition).Where(finding => finding.ActivityNodeId != trigger.NodeId)]);
        }
    }

    private static bool MayStart(ITrigger trigger) => trigger.CustomProperties.TryGetValue("canStartWorkflow", out var marked) && marked is true;

    // No instance runs yet: the expression sees the workflow's variables with their defaults.
    private object? Evaluate(WorkflowDefinition definition, ITrigger trigger, global::Elsa.Workflows.Models.Input input, CancellationToken cancellationToken)
    {
        var engine = new WorkflowEngine(definition, "", new NoServices(), time, new EngineLimits(), cancellationToken);
        var workflow = new ActivityExecutionContext("", engine.Context, definition.Workflow, null);
        VariableScope.Declare(workflow, definition.Variables);
        return input.Expression is { } expression ? engine.Evaluate(expression, input.Type, new ActivityExecutionContext("", engine.Context, trigger, workflow)) : null;
    }

    private sealed class NoServices : IServiceProvider
    {
        public object? GetService(Type serviceType) => null;
    }
}
