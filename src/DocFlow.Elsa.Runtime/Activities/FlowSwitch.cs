using DocFlow.Elsa.Runtime.Descriptors;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Expressions.Models;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Leaves by the label of the first matching case (or of all), else by Default.</summary>
[Activity("Elsa", Category = "Branching")]
[FlowNode("Default")]
internal sealed class FlowSwitch : Activity
{
    [Input(UIHint = "flow-switch-editor")]
    [DescribedAs("UnregisteredClrType:System.Collections.Generic.ICollection`1[[Elsa.Workflows.Activities.Flowchart.Models.FlowSwitchCase, Elsa.Workflows.Core]], System.Private.CoreLib")]
    public IReadOnlyList<FlowSwitchCase> Cases { get; set; } = [];

    [Input(UIHint = InputUIHints.DropDown)]
    [DescribedAs("UnregisteredClrType:Elsa.Workflows.SwitchMode, Elsa.Workflows.Core")]
    public Input<SwitchMode>? Mode { get; set; }

    protected override ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var engine = context.Engine();
        var matches = new List<string>();
        foreach (var candidate in Cases)
        {
            if (engine.Evaluate(candidate.Condition, typeof(bool), context) is not true)
                continue;
            matches.Add(candidate.Label);
            if (context.Get(Mode) == SwitchMode.MatchFirst)
                break;
        }

        return context.CompleteActivityWithOutcomesAsync(matches.Count > 0 ? [.. matches] : ["Default"]);
    }
}

/// <summary>One exit with its condition.</summary>
internal sealed record FlowSwitchCase(string Label, Expression Condition);

/// <summary>How many exits a switch takes.</summary>
internal enum SwitchMode
{
    MatchFirst,
    MatchAny,
}
