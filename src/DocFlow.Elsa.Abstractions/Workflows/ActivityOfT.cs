using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>An activity with a result.</summary>
public abstract class Activity<T> : Activity, IActivityWithResult
{
    [Output(Description = "The result of the activity.")]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;
}
