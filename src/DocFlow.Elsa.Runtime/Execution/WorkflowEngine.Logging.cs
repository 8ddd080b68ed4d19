using DocFlow.Elsa.Runtime.Definitions;
using Elsa.Expressions.Models;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>Which inputs and outputs are kept with executions.</summary>
internal sealed partial class WorkflowEngine
{
    /// <summary>Whether an input may be shown with an execution.</summary>
    public bool ShowsInput(ActivityExecutionContext context, string name) => Includes(context, name, isInput: true);

    private bool Includes(ActivityExecutionContext context, string name, bool isInput) => LogPersistence.Includes(
        name, isInput, _definition.LoggedByActivity.GetValueOrDefault(context.Activity), _definition.Logged, expression => Decide(context, expression));

    private IReadOnlyDictionary<string, T> Shown<T>(ActivityExecutionContext context, IReadOnlyDictionary<string, T> values, bool areInputs) =>
        values.Count == 0 || (_definition.Logged is null && _definition.LoggedByActivity.Count == 0)
            ? values
            : values.Where(value => Includes(context, value.Key, areInputs)).ToDictionary();

    // Asked while the activity's variables are there, and once: a script may be costly.
    private void DecideLogs(ActivityExecutionContext context)
    {
        if (_definition.Logged is not null || _definition.LoggedByActivity.ContainsKey(context.Activity))
            (_, _) = (Shown(context, context.ActivityState.AsReadOnly(), areInputs: true), Shown(context, Outputs.Of(context), areInputs: false));
    }

    // What can't be decided is left out: what is withheld by mistake can be seen at its source, what is shown can't be taken back.
    private string Decide(ActivityExecutionContext context, Expression expression) => OnceABurst(context, $"log:{expression.Type}:{expression.Value}", () =>
    {
        try
        {
            return Evaluate(expression, typeof(string), context) as string ?? LogPersistence.Exclude;
        }
        catch (Exception exception) when (exception is not OperationCanceledException && !EngineFaults.ConcernsTheBurst(exception))
        {
            return LogPersistence.Exclude;
        }
    });
}
