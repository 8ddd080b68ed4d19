using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Api.Definitions;
using DocFlow.Elsa.Api.Executions;
using DocFlow.Elsa.Api.Json;
using DocFlow.Elsa.Api.Refusals;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Instances;

/// <summary>Instances out to files and back. A file shows Elsa's shape, and keeps beside it what this engine goes on from.</summary>
internal sealed class InstanceExport(IWorkflowInstances instances, ActivityShapes shapes)
{
    private const string Kept = "DocFlow";

    // Written and read by this class alone.
    private static readonly JsonSerializerOptions Whole = new()
    {
        MaxDepth = ElsaJson.DeepestJson * 2, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true,
    };

    /// <summary>The file of an instance; null when there is none.</summary>
    public async Task<(string Name, byte[] Content)?> WriteAsync(string id, ExportParts parts, CancellationToken cancellationToken)
    {
        if (await instances.FindAsync(id, cancellationToken) is not { } instance)
            return null;
        var executions = await instances.ExecutionsAsync(id, cancellationToken);
        var journal = (await instances.JournalAsync(id, new JournalQuery(), cancellationToken)).Items;
        var state = WorkflowStateWriter.Write(instance.State, executions, withValues: true);
        // A part that isn't wanted stands as null, as in the real server's files.
        var file = new JsonObject { ["WorkflowState"] = state, ["Bookmarks"] = null, ["ActivityExecutionRecords"] = null, ["WorkflowExecutionLogRecords"] = null };
        if (parts.Bookmarks)
            file["Bookmarks"] = state["bookmarks"]!.DeepClone();
        if (parts.ActivityLog)
        {
            var all = await shapes.AllAsync();
            file["ActivityExecutionRecords"] = new JsonArray([.. executions.Select(record => ExecutionWriter.Write(record, id, all.Find(record.ActivityType), withValues: true))]);
        }

        if (parts.WorkflowLog)
            file["WorkflowExecutionLogRecords"] = new JsonArray([.. journal.Select(entry => JournalEndpoints.WriteStored(instance.Summary, entry, executions.LastOrDefault(record => record.Id == entry.ActivityInstanceId), withValues: true))]);
        file[Kept] = JsonSerializer.SerializeToNode(new KeptInstance(instance, journal, executions), Whole);
        return ($"workflow-instance-{id}.json", Encoding.UTF8.GetBytes(file.ToJsonString(ElsaJson.Indented)));
    }

    /// <returns>Whether the instance was added; one that exists is left alone.</returns>
    public async Task<bool> ReadAsync(byte[] content, CancellationToken cancellationToken)
    {
        if (ElsaBody.Parse(content).Find(Kept) is not { } kept)
            throw new ElsaRefusedException("这不是由本系统导出的流程实例，不能导入。");
        try
        {
            var read = kept.Deserialize<KeptInstance>(Whole)!;
            return await instances.ImportAsync(read.Instance, read.Journal, read.Executions, cancellationToken);
        }
        catch (JsonException exception)
        {
            throw ElsaBody.Malformed(exception);
        }
    }

    private sealed record KeptInstance(WorkflowInstance Instance, IReadOnlyList<JournalEntry> Journal, IReadOnlyList<ExecutionRecord> Executions);
}

/// <summary>What an exported instance shows beside its state.</summary>
internal readonly record struct ExportParts(bool Bookmarks, bool ActivityLog, bool WorkflowLog);
