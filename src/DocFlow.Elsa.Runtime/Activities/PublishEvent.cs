using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;
using Elsa.Workflows.UIHints;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Publishes an event. It is delivered after this burst was saved, never within it.</summary>
[Activity("Elsa", Category = "Primitives")]
internal sealed class PublishEvent : CodeActivity
{
    [Input]
    public Input<string>? EventName { get; set; }

    [Input]
    public Input<string>? CorrelationId { get; set; }

    [Input(UIHint = InputUIHints.Checkbox)]
    public Input<bool>? IsLocalEvent { get; set; }

    [Input]
    public Input<object>? Payload { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.Engine().Publish(new PublishedEvent(
        context.Id,
        context.Get(EventName) ?? "",
        context.Get(CorrelationId),
        context.Get(IsLocalEvent) ? context.WorkflowExecutionContext.Id : null,
        context.Get(Payload)) { Generation = ChildCompletions.NextGeneration(context.WorkflowExecutionContext) });
}
