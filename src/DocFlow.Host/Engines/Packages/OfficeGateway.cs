using DocFlow.Activities.Steps;
using DocFlow.Office.Outbox;
using Elsa.Common.Models;
using Elsa.Workflows;
using Elsa.Workflows.Management;
using Elsa.Workflows.Management.Filters;
using Elsa.Workflows.Models;
using Elsa.Workflows.Runtime;
using Elsa.Workflows.Runtime.Filters;
using Elsa.Workflows.Runtime.Messages;
using Elsa.Workflows.Runtime.Options;

namespace DocFlow.Host.Engines;

/// <inheritdoc />
internal sealed class OfficeGateway(
    IWorkflowRuntime runtime, IWorkflowDefinitionService definitions, IWorkflowInstanceStore instances, IWorkflowActivationStrategyEvaluator activation, IWorkflowResumer resumer, IStimulusHasher hasher)
    : IWorkflowGateway
{
    public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken)
    {
        var instance = await instances.FindAsync(new WorkflowInstanceFilter { Id = instanceId }, cancellationToken);
        // One that was created and never ran: the host died between the two, or the burst wasn't kept. It runs now.
        if (instance is not null && instance.SubStatus != WorkflowSubStatus.Pending)
            return;
        var client = await runtime.CreateClientAsync(instanceId, cancellationToken);
        if (instance is null)
            await CreateAsync(client, definitionId, documentId, cancellationToken);
        await client.RunInstanceAsync(new RunWorkflowInstanceRequest { Input = Input("DocumentId", documentId) }, cancellationToken);
    }

    public async Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken)
    {
        var client = await runtime.CreateClientAsync(instanceId, cancellationToken);
        if (!await client.InstanceExistsAsync(cancellationToken))
            throw new WorkflowFaultException($"The instance '{instanceId}' is unknown.", "流程的运行记录不存在。");
        var waiting = new BookmarkFilter { WorkflowInstanceId = instanceId, Hash = hasher.Hash(WorkItemStimulus.BookmarkName, new WorkItemStimulus(workItemId)) };
        await resumer.ResumeAsync(waiting, new ResumeBookmarkOptions { Input = Input(WorkItemStimulus.OutcomeInput, outcome) }, cancellationToken);
    }

    private async Task CreateAsync(IWorkflowClient client, string definitionId, string documentId, CancellationToken cancellationToken)
    {
        var graph = await definitions.FindWorkflowGraphAsync(definitionId, VersionOptions.Published, cancellationToken)
            ?? throw new WorkflowFaultException($"The definition '{definitionId}' is not published.", $"没有已发布的流程“{definitionId}”。");
        var start = new WorkflowActivationStrategyEvaluationContext { Workflow = graph.Workflow, CorrelationId = documentId, CancellationToken = cancellationToken };
        if (!await activation.CanStartWorkflowAsync(start))
            throw new WorkflowFaultException($"The activation strategy of '{definitionId}' allows no instance now.", $"流程“{definitionId}”同时只能办理一件，请等前一件办结。");
        await client.CreateInstanceAsync(
            new CreateWorkflowInstanceRequest
            {
                WorkflowDefinitionHandle = WorkflowDefinitionHandle.ByDefinitionId(definitionId, VersionOptions.Published),
                CorrelationId = documentId,
                Input = Input("DocumentId", documentId),
            },
            cancellationToken);
    }

    private static Dictionary<string, object> Input(string name, string value) => new() { [name] = value };
}
