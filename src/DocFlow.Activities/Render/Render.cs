using DocFlow.Office.Dossiers;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>Draws the document's Word and PDF files.</summary>
[Activity("DocFlow", "公文办理", "生成 Word 和 PDF 文件", DisplayName = "生成文件", Type = "Render")]
public sealed class Render : CodeActivity
{
    private const string FinalPurpose = "正式";

    [Input(DisplayName = "用途", Description = "送审稿 或 正式", UIHint = InputUIHints.SingleLine)]
    public Input<string>? Purpose { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var purpose = Purpose.GetOrDefault(context) == FinalPurpose ? RenderingPurpose.Final : RenderingPurpose.Review;
        await context.GetRequiredService<IRenderings>().ProduceAsync(context.WorkflowExecutionContext.CorrelationId!, purpose, context.CancellationToken);
    }
}
