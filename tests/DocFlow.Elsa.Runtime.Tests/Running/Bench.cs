using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Execution;
using Elsa.Workflows;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Elsa.Runtime.Tests.Running;

/// <summary>Runs one instance as a server would: between bursts its state is only JSON, and the definition is read anew.</summary>
internal sealed class Bench(JsonObject definition, EngineLimits? limits = null)
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    private readonly IServiceProvider _services = new ServiceCollection().BuildServiceProvider();
    private string? _state;

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 26, 2, 0, 0, TimeSpan.Zero));

    public List<JournalEntry> Journal { get; } = [];

    public List<PublishedEvent> Events { get; } = [];

    public OrderedDictionary<string, ExecutionRecord> Executions { get; } = [];

    public string StateJson => _state!;

    public InstanceState State => JsonSerializer.Deserialize<InstanceState>(_state!, Json)!;

    public WorkflowSubStatus SubStatus => State.SubStatus;

    /// <summary>The texts that WriteLine wrote, in order, as one text.</summary>
    public string Lines => string.Join(' ', Journal.Where(entry => entry is { ActivityType: "Elsa.WriteLine", Event: "Completed" }).Select(entry => entry.Data?.GetValueOrDefault("Text")?.ToString()));


    public static Bench Of(JsonObject root, params JsonObject[] variables) => new(Build.Definition(root, variables));

    public async Task<Bench> StartAsync(Dictionary<string, object?>? input = null, string? trigger = null, string? correlationId = null, Dictionary<string, object?>? variables = null)
    {
        Keep(await Runner.StartAsync(Read(), "instance-1", correlationId, input ?? [], _services, CancellationToken.None, trigger, variables: variables));
        return this;
    }

    /// <summary>Completes the waiting task of an activity.</summary>
    public async Task CompleteAsync(string activity, object? result = null, int index = 0)
    {
        var waiting = State.Bookmarks.Where(bookmark => bookmark.NodeId.EndsWith(":" + activity, StringComparison.Ordinal)).ElementAt(index);
        var burst = await Runner.ResumeAsync(Read(), State, waiting.Hash, new Dictionary<string, object?> { [RunTask.ResultInput] = result }, _services, CancellationToken.None);
        Keep(burst ?? throw new InvalidOperationException("The instance did not go on."));
    }

    public async Task<bool> ResumeAsync(Bookmark bookmark)
    {
        var burst = await Runner.ResumeBookmarkAsync(Read(), State, bookmark.Id, new Dictionary<string, object?>(), _services, CancellationToken.None);
        if (burst is not null)
            Keep(burst);
        return burst is not null;
    }

    /// <summary>Runs what faulted again.</summary>
    public async Task<bool> RetryAsync(params string[] activityIds)
    {
        var burst = await Runner.RetryAsync(Read(), State, activityIds.Length == 0 ? null : activityIds, _services, CancellationToken.None);
        if (burst is not null)
            Keep(burst);
        return burst is not null;
    }

    /// <summary>Changes what is kept, as the API may.</summary>
    public void Change(Func<InstanceState, InstanceState> change) => _state = JsonSerializer.Serialize(change(State), Json);

    public JsonNode? Variable(string id) => State.Variables[id];

    private WorkflowRunner Runner => new(Time, limits);

    private WorkflowDefinition Read() => new DefinitionReader(new ActivityRegistry().AddFrom(typeof(Bench).Assembly)).Read(definition.ToJsonString());

    private void Keep(BurstResult result)
    {
        _state = JsonSerializer.Serialize(result.State, Json);
        Journal.AddRange(result.Journal);
        Events.AddRange(result.Events);
        foreach (var execution in result.Executions)
            Executions[execution.Id] = execution;
    }
}
