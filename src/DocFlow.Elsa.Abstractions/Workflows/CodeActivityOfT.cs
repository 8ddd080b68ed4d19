using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>A code activity with a result.</summary>
public abstract class CodeActivity<T> : CodeActivity, IActivityWithResult
{
    [Output(Description = "The result of the activity.")]
    public Output<T>? Result { get; set; }

    Output? IActivityWithResult.Result => Result;
}
