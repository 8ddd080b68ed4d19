using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>呼叫: calls the people of a chain in its order until one of them answers; the others needn't any more.</summary>
[Activity("DocFlow", Type = "Call")]
[FlowNode("接报")]
public sealed class Call : HumanStep
{
    private const int UsualMinutes = 5;
    private const int UsualRounds = 2;

    protected override StepKind Kind => StepKind.Task;

    /// <summary>How long each is waited for.</summary>
    [Input(UIHint = InputUIHints.SingleLine, DefaultValue = UsualMinutes)]
    public Input<int>? Minutes { get; set; }

    /// <summary>How often all of them are called before <see cref="HumanStep.EscalateTo"/> is told.</summary>
    [Input(UIHint = InputUIHints.SingleLine, DefaultValue = UsualRounds)]
    public Input<int>? Rounds { get; set; }

    protected override HumanStepRequest WithOwnInputs(ActivityExecutionContext context, HumanStepRequest request) => request with
    {
        Buttons = "接报",
        Completion = CompletionRule.Any,
        CallMinutes = Minutes.GetOrDefault(context) is > 0 and var minutes ? minutes : UsualMinutes,
        CallRounds = Rounds.GetOrDefault(context) is > 0 and var rounds ? rounds : UsualRounds,
    };
}
