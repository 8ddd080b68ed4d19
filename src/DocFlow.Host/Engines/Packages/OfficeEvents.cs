using System.Text.Json.Nodes;
using DocFlow.Office.Outbox;
using Elsa.Workflows.Runtime;

namespace DocFlow.Host.Engines;

/// <summary>Events that the office announces. Those of workflows go from Elsa to Elsa and never come here.</summary>
internal sealed class OfficeEvents(IEventPublisher publisher) : IWorkflowEvents
{
    public Task AnnounceAsync(EventMessage message, CancellationToken cancellationToken) =>
        publisher.PublishAsync(message.Name, message.CorrelationId, message.InstanceId, null, message.PayloadJson is { } json ? JsonNode.Parse(json) : null, asynchronous: false, cancellationToken);

    public Task DeliverAsync(EventDelivery delivery, CancellationToken cancellationToken) =>
        throw new WorkflowFaultException($"The delivery to '{delivery.InstanceId}' was written by the embedded engine.", "这条事件是换用流程引擎之前留下的，不能再送达。");
}
