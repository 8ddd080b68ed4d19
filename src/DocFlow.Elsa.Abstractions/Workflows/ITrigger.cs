namespace Elsa.Workflows;

/// <summary>An activity that may start workflows.</summary>
public interface ITrigger : IActivity
{
    /// <summary>What its stimuli will name; each gives one stored trigger.</summary>
    ValueTask<IEnumerable<object>> GetTriggerPayloadsAsync(TriggerIndexingContext context);
}
