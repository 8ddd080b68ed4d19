using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Memory;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Writes a line to the journal.</summary>
[Activity("Elsa", Category = "Console")]
internal sealed class WriteLine : CodeActivity
{
    [Input]
    public Input<string>? Text { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.Get(Text) is { } text && context.Engine().ShowsInput(context, nameof(Text)))
            context.JournalData["Text"] = text;
    }
}

/// <summary>Sets a variable in scope, by its id; the value is converted to the variable's type.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class SetVariable : CodeActivity
{
    [Input(UIHint = InputUIHints.VariablePicker)]
    [DescribedAs("UnregisteredClrType:Elsa.Workflows.Memory.Variable, Elsa.Workflows.Core")]
    public Variable? Variable { get; set; }

    [Input]
    public Input<object>? Value { get; set; }

    protected override void Execute(ActivityExecutionContext context) => VariableScope.SetById(context, Variable?.Id ?? "", context.Get(Value));
}

/// <summary>Names the instance.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class SetName : CodeActivity
{
    [Input]
    public Input<string>? Value { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.Name = context.Get(Value);
}

/// <summary>Sets the matter that the instance is about.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class Correlate : CodeActivity
{
    [Input]
    public Input<string>? CorrelationId { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.WorkflowExecutionContext.CorrelationId = context.Get(CorrelationId);
}

/// <summary>Sets an output of the nearest activity around it that has one of this name, else of the workflow, declared or not.</summary>
[Activity("Elsa", Category = "Composition")]
internal sealed class SetOutput : CodeActivity
{
    [Input(UIHint = InputUIHints.OutputPicker)]
    public Input<string>? OutputName { get; set; }

    [Input]
    public Input<object>? OutputValue { get; set; }

    protected override void Execute(ActivityExecutionContext context)
    {
        if (context.Get(OutputName) is not { } name)
            return;
        for (var above = context.ParentActivityExecutionContext; above is not null; above = above.ParentActivityExecutionContext)
        {
            if (above.Activity is UsedWorkflow used)
            {
                if (!used.OutputNames.Contains(name))
                    continue;
                used.SetOutput(context.Engine(), above, name, context.Get(OutputValue));
                return;
            }

            // As in Elsa: the Result of a branch around it takes the value, and the workflow's output of that name stays unset.
            if (above.Activity is WorkflowActivity || !ActivityOutputs.NamesOf(above.Activity).Contains(name))
                continue;
            context.Engine().SetOutput(above, name, ActivityOutputs.TargetOf(above.Activity, name), context.Get(OutputValue));
            return;
        }

        context.WorkflowExecutionContext.Output[name] = context.Get(OutputValue)!;
    }
}
