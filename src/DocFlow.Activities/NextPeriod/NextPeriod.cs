using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>下一期: puts the next day of a frequency (每月 …) into a date field, and the matter's deadline with it.</summary>
[Activity("DocFlow", Type = "NextPeriod")]
[FlowNode("Done")]
public sealed class NextPeriod : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? DateField { get; set; }

    /// <summary>The choice 每月, 每季度, 每半年 or 每年.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? FrequencyField { get; set; }

    /// <summary>Only where no day is given yet.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? FirstOnly { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterPeriods>()
        .AdvanceAsync(await ProcedureDocument.OfAsync(context), DateField.Get(context), FrequencyField.Get(context), FirstOnly.GetOrDefault(context), context.CancellationToken);
}
