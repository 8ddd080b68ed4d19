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

/// <summary>文书用印: seals a document that the procedure made, after the keeper (监印) has decided the step before.</summary>
[Activity("DocFlow", Type = "SealPaper")]
[FlowNode("Done")]
public sealed class SealPaper : CodeActivity
{
    /// <summary>Its name in the procedure's declaration.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Document { get; set; }

    /// <summary>The name of the step that the keeper decides.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? SealedBy { get; set; }

    /// <summary>Also puts it with the matters that were born from this one.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? ToParts { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterSeals>()
        .SealAsync(await ProcedureDocument.OfAsync(context), Document.Get(context), SealedBy.Get(context), ToParts.GetOrDefault(context), context.CancellationToken);
}
