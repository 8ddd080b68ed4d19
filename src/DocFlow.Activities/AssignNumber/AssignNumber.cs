using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using DocFlow.Office.WorkItems;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>编号登记: the registry presses, and the document gets the next number of the organ code.</summary>
[Activity("DocFlow", "公文办理", "签发后编发文字号并登记", DisplayName = "编号登记", Type = "AssignNumber")]
public sealed class AssignNumber : HumanStep
{
    [Input(DisplayName = "机关代字", Description = "如 云办发", UIHint = InputUIHints.SingleLine)]
    public Input<string>? OrganCode { get; set; }

    protected override StepKind Kind => StepKind.Number;

    protected override async ValueTask DecideAsync(ActivityExecutionContext context, string outcome)
    {
        await context.GetRequiredService<INumberRegister>().AssignAsync(DocumentIdOf(context), OrganCode.Get(context), context.CancellationToken);
        await context.CompleteActivityAsync();
    }
}
