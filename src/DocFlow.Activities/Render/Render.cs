using DocFlow.Activities.Steps;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>Draws the document's Word and PDF files.</summary>
[Activity("DocFlow", Type = "Render")]
[FlowNode("Done")]
public sealed class Render : CodeActivity
{
    private const string ReviewPurpose = "送审稿";
    private const string FinalPurpose = "正式";

    [Input(UIHint = InputUIHints.DropDown, DefaultValue = ReviewPurpose, Options = new[] { ReviewPurpose, FinalPurpose })]
    public Input<string>? Purpose { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var purpose = Purpose.GetOrDefault(context) == FinalPurpose ? RenderingPurpose.Final : RenderingPurpose.Review;
        await context.GetRequiredService<IRenderings>().ProduceAsync(await ProcedureDocument.OfAsync(context), purpose, context.CancellationToken);
    }
}
