using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>A trigger with a result.</summary>
public abstract class Trigger<T> : Trigger, IActivityWithResult
{
    [Output(Description = "The result of the activity.")]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;
}
