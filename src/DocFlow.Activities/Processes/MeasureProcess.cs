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

/// <summary>流程测评: writes how the chosen procedure is really done into fields, from its events.</summary>
[Activity("DocFlow", Type = "MeasureProcess")]
[FlowNode("Done")]
public sealed class MeasureProcess : CodeActivity
{
    /// <summary>A choice of the list of all procedures.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    [Required]
    public Input<string>? ProcessField { get; set; }

    /// <summary>A date; without one the last 90 days count.</summary>
    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? SinceField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? VersionField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? StepsField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? HoursField { get; set; }

    [Input(UIHint = InputUIHints.SingleLine)]
    public Input<string>? ReturnField { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IProcessFigures>().MeasureAsync(
        await ProcedureDocument.OfAsync(context), ProcessField.Get(context),
        new ProcessFigureFields(SinceField.GetOrDefault(context), VersionField.GetOrDefault(context), StepsField.GetOrDefault(context), HoursField.GetOrDefault(context), ReturnField.GetOrDefault(context)),
        context.CancellationToken);
}
