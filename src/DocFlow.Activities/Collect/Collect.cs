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

/// <summary>汇总: brings the rows of a table of all matters that were born from this one into a table of its own.</summary>
[Activity("DocFlow", Type = "Collect")]
[FlowNode("Done")]
public sealed class Collect : CodeActivity
{
    /// <summary>The table of the matters born from this one.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? FromField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? IntoField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterParts>()
        .CollectAsync(await ProcedureDocument.OfAsync(context), FromField.Get(context), IntoField.Get(context), context.CancellationToken);
}
