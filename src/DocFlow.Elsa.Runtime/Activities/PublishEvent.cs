using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Attributes;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Activities;

/// <summary>Publishes an event. It is delivered after this burst was saved, never within it.</summary>
[Activity("Elsa", "Primitives", "发布事件", DisplayName = "发布事件")]
internal sealed class PublishEvent : CodeActivity
{
    [Input(DisplayName = "事件名")]
    public Input<string>? EventName { get; set; }

    [Input(DisplayName = "关联号", Description = "只送给关联此事项的流程")]
    public Input<string>? CorrelationId { get; set; }

    [Input(DisplayName = "仅本流程")]
    public Input<bool>? IsLocalEvent { get; set; }

    [Input(DisplayName = "内容")]
    public Input<object>? Payload { get; set; }

    protected override void Execute(ActivityExecutionContext context) => context.Engine().Publish(new PublishedEvent(
        context.Id,
        context.Get(EventName) ?? "",
        context.Get(CorrelationId),
        context.Get(IsLocalEvent) ? context.WorkflowExecutionContext.Id : null,
        context.Get(Payload)));
}
