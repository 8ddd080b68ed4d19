namespace Elsa.Workflows;

/// <summary>A trigger with a result.</summary>
public abstract class Trigger<TResult> : Activity<TResult>, ITrigger
{
    ValueTask<IEnumerable<object>> ITrigger.GetTriggerPayloadsAsync(TriggerIndexingContext context) => GetTriggerPayloadsAsync(context);

    protected virtual ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) =>
        ValueTask.FromResult(GetTriggerPayloads(context));

    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) => [GetTriggerPayload(context)];

    protected virtual object GetTriggerPayload(TriggerIndexingContext context) => new();
}
