using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Exceptions;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Faults on purpose.</summary>
[Activity("Elsa", "Primitives", "中止并报错", DisplayName = "报错")]
internal sealed class Fault : Activity
{
    [Input(DisplayName = "代码")]
    public Input<string>? Code { get; set; }

    [Input(DisplayName = "类别")]
    public Input<string>? Category { get; set; }

    [Input(DisplayName = "类型")]
    public Input<string>? FaultType { get; set; }

    [Input(DisplayName = "说明")]
    public Input<string>? Message { get; set; }

    protected override void Execute(ActivityExecutionContext context) =>
        throw new FaultException(context.Get(Code) ?? "0", context.Get(Category) ?? "General", context.Get(FaultType) ?? "System", context.Get(Message));
}
