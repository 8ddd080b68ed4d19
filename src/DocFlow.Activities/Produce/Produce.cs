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

/// <summary>生成文书: makes an official document (督办通知单 …) that the procedure declares out of its matter.</summary>
[Activity("DocFlow", Type = "Produce")]
[FlowNode("Done")]
public sealed class Produce : CodeActivity
{
    /// <summary>Its name in the procedure's declaration.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Document { get; set; }

    /// <summary>Also puts it with the matters that were born from this one.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? ToParts { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterDocuments>()
        .ProduceAsync(await ProcedureDocument.OfAsync(context), Document.Get(context), ToParts.GetOrDefault(context), context.CancellationToken);
}
