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

/// <summary>分解交办: a matter of another procedure for each unit or person of a field, which sees only its own, or for each row of a table.</summary>
[Activity("DocFlow", Type = "Divide")]
[FlowNode("Done")]
public sealed class Divide : CodeActivity
{
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Procedure { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? Field { get; set; }

    /// <summary>Not for a table, of which each row becomes a matter.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? IntoField { get; set; }

    /// <summary>The new matters' field that says which row of what they come from.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? CiteField { get; set; }

    /// <summary>Whoever is through with the former part gets another one each time.</summary>
    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? Again { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IMatterParts>().DivideAsync(
        await ProcedureDocument.OfAsync(context), NodeId, new PartOrder(Procedure.Get(context), Field.Get(context), Given(IntoField.GetOrDefault(context)), Given(CiteField.GetOrDefault(context)), Again.GetOrDefault(context)),
        context.CancellationToken);

    private static string? Given(string? key) => string.IsNullOrWhiteSpace(key) ? null : key.Trim();
}
