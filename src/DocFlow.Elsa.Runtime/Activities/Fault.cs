using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Exceptions;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Faults on purpose.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class Fault : Activity
{
    [Input]
    public Input<string>? Code { get; set; }

    [Input]
    public Input<string>? Category { get; set; }

    [Input]
    public Input<string>? FaultType { get; set; }

    [Input]
    public Input<string>? Message { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(context.Get(Code) ?? "0", context.Get(Category) ?? "General", context.Get(FaultType) ?? "System", context.Get(Message));
}
