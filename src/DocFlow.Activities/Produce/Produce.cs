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

    /// <summary>Makes one more, with a name and number of its own, each time that the matter says something else (变更通知).</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? Anew { get; set; }

    /// <summary>It can't wait for its seal: it goes out at once, and the keepers are asked to seal it afterwards.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? SealLater { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context)
    {
        var matter = await ProcedureDocument.OfAsync(context);
        var order = new PaperOrder(ToParts.GetOrDefault(context), Anew.GetOrDefault(context));
        var name = await context.GetRequiredService<IMatterDocuments>().ProduceAsync(matter, Document.Get(context), order, context.CancellationToken);
        if (SealLater.GetOrDefault(context))
            await context.GetRequiredService<IMatterSeals>().AskAsync(matter, name, context.CancellationToken);
    }
}
