namespace Elsa.Workflows;

/// <summary>An activity that may start workflows.</summary>
public abstract class Trigger : Activity, ITrigger
{
    ValueTask<IEnumerable<object>> ITrigger.GetTriggerPayloadsAsync(TriggerIndexingContext context) => GetTriggerPayloadsAsync(context);

    protected virtual ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context) =>
        ValueTask.FromResult(GetTriggerPayloads(context));

    protected virtual IEnumerable<object> GetTriggerPayloads(TriggerIndexingContext context) => [GetTriggerPayload(context)];

    protected virtual object GetTriggerPayload(TriggerIndexingContext context) => new();
}
