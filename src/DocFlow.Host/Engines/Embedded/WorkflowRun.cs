using System.Text.Json;
using DocFlow.Activities.Steps;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Host.CommandLine;
using Elsa.Workflows;

namespace DocFlow.Host.Engines;

/// <summary>Runs a definition in memory to its end or first suspension, and prints one JSON object.</summary>
internal static class WorkflowRun
{
    private const int Faulted = 1;

    /// <exception cref="CommandRefusedException">It has activities that need the office.</exception>
    public static async Task<int> RunAsync(WorkflowDefinition definition, string[] input, CancellationToken cancellationToken)
    {
        RefuseOfficeSteps(definition);
        await using var services = new ServiceCollection().BuildServiceProvider();
        var result = await new WorkflowRunner(TimeProvider.System).StartAsync(definition, "run", null, Read(input), services, cancellationToken);
        var state = result.State;
        Console.WriteLine(JsonSerializer.Serialize(
            new
            {
                definitionId = definition.DefinitionId,
                subStatus = state.SubStatus,
                output = state.Output,
                variables = definition.Variables.DistinctBy(variable => variable.Name).ToDictionary(variable => variable.Name, variable => state.Variables[variable.Id]),
                incidents = state.Incidents.Select(incident => new { incident.ActivityId, incident.ActivityType, incident.Message }),
                bookmarks = state.Bookmarks.Select(bookmark => new { bookmark.Name, bookmark.NodeId, bookmark.Payload, bookmark.DueAt }),
                warnings = definition.Warnings,
                journal = result.Journal.Select(entry => new { entry.Sequence, entry.At, entry.Event, entry.ActivityId, entry.ActivityType, entry.NodeId, entry.Data }),
            },
            CommandJson.Options));
        return state.SubStatus == WorkflowSubStatus.Faulted ? Faulted : 0;
    }

    private static void RefuseOfficeSteps(WorkflowDefinition definition)
    {
        var steps = definition.Nodes.Values.Where(node => node.GetType().Assembly == typeof(HumanStep).Assembly).Select(node => $"“{node.Name ?? node.Id}”（{node.Type}）").ToList();
        if (steps.Count > 0)
            throw new CommandRefusedException($"流程中有要在办公系统里办理的步骤，命令行不能运行：{string.Join('、', steps)}。请启动系统后发起公文办理；只检查定义请用 workflow validate。");
    }

    private static Dictionary<string, object?> Read(string[] input)
    {
        var values = new Dictionary<string, object?>();
        foreach (var pair in input)
        {
            var at = pair.IndexOf('=', StringComparison.Ordinal);
            if (at <= 0)
                throw new CommandRefusedException($"--input 应写作 名称=值，不能是“{pair}”。");
            values[pair[..at]] = pair[(at + 1)..];
        }

        return values;
    }
}
