using System.ComponentModel.DataAnnotations;
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

/// <summary>编号登记: the registry presses, and the document gets the next number of the organ code.</summary>
[Activity("DocFlow", Type = "AssignNumber")]
[FlowNode("Done")]
public sealed class AssignNumber : HumanStep
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? OrganCode { get; set; }

    /// <summary>For what is laid out as a letter (信函格式).</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? LetterCode { get; set; }

    protected override StepKind Kind => StepKind.Number;

    protected override async ValueTask DecideAsync(ActivityExecutionContext context, string outcome)
    {
        await context.GetRequiredService<INumberRegister>().AssignAsync(await DocumentIdOfAsync(context), OrganCode.Get(context), LetterCode.GetOrDefault(context) is { Length: > 0 } letter ? letter : null, context.CancellationToken);
        await context.CompleteActivityAsync();
    }
}
