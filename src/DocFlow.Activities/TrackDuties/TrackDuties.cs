using System.ComponentModel.DataAnnotations;
using DocFlow.Activities.Choices;
using DocFlow.Activities.Steps;
using DocFlow.Office.Steps;
using Elsa.Extensions;
using Elsa.Workflows;
using Elsa.Workflows.Activities.Flowchart.Attributes;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Activities;

/// <summary>跟踪督办: hands an issued document whose text lays duties on somebody to those who follow them, and goes on at once.</summary>
[Activity("DocFlow", Type = "TrackDuties")]
[FlowNode("Done")]
public sealed class TrackDuties : CodeActivity
{
    [Input(UIHint = InputUIHints.DropDown, UIHandler = typeof(PostChoices))]
    [Required]
    public Input<string>? Readers { get; set; }

    protected override async ValueTask ExecuteAsync(ActivityExecutionContext context) => await context.GetRequiredService<IDutyTracking>()
        .OfferAsync(await ProcedureDocument.OfAsync(context), NodeId, Readers.Get(context), context.CancellationToken);
}
