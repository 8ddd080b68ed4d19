using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>Runs one instance as a server would: between bursts its state is only JSON, and the definition is read anew.</summary>
internal sealed class WorkflowBench(string definitionJson)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly IServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private readonly WorkflowRunner _runner = new(new FakeTimeProvider());
    private string? _state;

    public List<JournalEntry> Journal { get; } = [];

    public InstanceState State => JsonSerializer.Deserialize<InstanceState>(_state!, Json)!;

    /// <summary>The texts that WriteLine wrote, in order.</summary>
    public IEnumerable<string?> Lines =>
        Journal.Where(entry => entry is { ActivityType: "Elsa.WriteLine", Event: "Completed" }).Select(entry => entry.Data?.GetValueOrDefault("Text")?.ToString());

    public async Task StartAsync(IReadOnlyDictionary<string, object?>? input = null, string? correlationId = null) =>
        Keep(await _runner.StartAsync(Read(), "instance-1", correlationId, input ?? new Dictionary<string, object?>(), _services, CancellationToken.None));

    public async Task<bool> ResumeAsync(Bookmark bookmark, string inputName, object? value)
    {
        var result = await _runner.ResumeAsync(Read(), State, bookmark.Hash, new Dictionary<string, object?> { [inputName] = value }, _services, CancellationToken.None);
        if (result is not null)
            Keep(result);
        return result is not null;
    }

    private WorkflowDefinition Read() => new DefinitionReader(new ActivityRegistry()).Read(definitionJson);

    private void Keep(BurstResult result)
    {
        _state = JsonSerializer.Serialize(result.State, Json);
        Journal.AddRange(result.Journal);
    }
}
