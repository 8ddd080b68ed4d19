using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Children;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using DocFlow.Elsa.Runtime.Flowcharts;
using DocFlow.Elsa.Runtime.Triggers;
using Elsa.Workflows.Models;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;

namespace DocFlow.Elsa.Runtime.Tests.Oracle;

/// <summary>Plays a case's script as the recordings' runner does against a server, with a clock that is moved instead of waited for.</summary>
internal sealed class OraclePlayer : IChildWorkflows
{
    private readonly JsonElement _case;
    private readonly FakeTimeProvider _time = new();
    private readonly IServiceProvider _services;
    private readonly WorkflowRunner _runner;
    private readonly PublishedWorkflows _published = new();

    public OraclePlayer(JsonElement item)
    {
        _case = item;
        _services = new ServiceCollection().AddSingleton<IChildWorkflows>(this).BuildServiceProvider();
        _runner = new WorkflowRunner(_time, mode: item.TryGetProperty("mode", out var mode) && mode.GetString() == "token" ? FlowchartMode.Token : FlowchartMode.Counter);
        foreach (var definition in item.GetProperty("definitions").EnumerateArray())
            _published.Publish(definition);
    }

    /// <summary>Started by the script first, then those that events started.</summary>
    public List<PlayedInstance> Instances { get; } = [];

    private int Started { get; set; }

    public async Task StartAsync()
    {
        if (_case.TryGetProperty("start", out var start) && start.ValueKind == JsonValueKind.Object)
            await StartAsync(start);
    }

    public JsonArray Brief() => new([.. Instances.Take(Started).Select(instance => (JsonNode)new JsonObject
    {
        ["subStatus"] = instance.State.SubStatus.ToString(),
        ["bookmarks"] = OracleResult.Of(instance)["bookmarks"]!.DeepClone(),
    })]);

    public async Task PlayAsync(JsonElement step)
    {
        var instance = Instances.ElementAtOrDefault(Number(step, "instance") ?? 0);
        switch (step.GetProperty("kind").GetString())
        {
            case "complete-task":
                await CompleteTaskAsync(instance!, step);
                break;
            case "trigger-event":
                await TriggerAsync(instance, step.GetProperty("event").GetString()!, Value(step, "input"), step.TryGetProperty("scope", out var scope) ? scope.GetString()! : "instance");
                break;
            case "drain":
                await DrainAsync(instance!, step);
                break;
            case "cancel":
                instance!.Keep(WorkflowRunner.Cancel(instance.State, _time.GetUtcNow()));
                break;
            case "publish":
                _published.Publish(step.GetProperty("model"));
                break;
            case "start":
                await StartAsync(step);
                break;
            case "wait-status":
                await PassAsync(TimeSpan.FromSeconds(Number(step, "timeout") ?? 15));
                break;
            case "wait":
                await PassAsync(TimeSpan.FromSeconds(step.GetProperty("seconds").GetDouble()));
                break;
            case var kind:
                throw new InvalidOperationException($"unknown step kind {kind}");
        }
    }

    private async Task StartAsync(JsonElement start)
    {
        var correlationId = start.TryGetProperty("correlationId", out var correlation) ? correlation.GetString() : null;
        var name = start.TryGetProperty("name", out var given) ? given.GetString() : null;
        var trigger = start.TryGetProperty("triggerActivityId", out var activity) ? activity.GetString() : null;
        await StartAsync(start.GetProperty("definitionId").GetString()!, Value(start, "input") as Dictionary<string, object?> ?? [], correlationId, name, trigger);
        Started++;
    }

    private async Task StartAsync(string definitionId, Dictionary<string, object?> input, string? correlationId = null, string? name = null, string? triggerActivityId = null, string? triggerNodeId = null)
    {
        var (json, version) = _published.Latest(definitionId);
        var instance = new PlayedInstance(_published, json, version);
        var definition = instance.Definition;
        triggerNodeId ??= triggerActivityId is null ? null : definition.Nodes.Values.First(node => node.Id == triggerActivityId).NodeId;
        Instances.Insert(Started, instance);
        await KeepAsync(instance, await _runner.StartAsync(definition, $"instance-{Instances.Count}", correlationId, input, _services, CancellationToken.None, triggerNodeId, name));
    }

    private async Task CompleteTaskAsync(PlayedInstance instance, JsonElement step)
    {
        var activity = step.TryGetProperty("activity", out var id) ? id.GetString() : null;
        var index = Number(step, "index") ?? 0;
        var taskId = step.TryGetProperty("unknown", out _)
            ? "unknown"
            : step.TryGetProperty("again", out _)
                ? instance.Tasks.GetValueOrDefault(activity!)?.ElementAtOrDefault(index)
                : Waiting(instance, RunTask.BookmarkName).Where(bookmark => activity is null || ActivityOf(bookmark) == activity).ElementAtOrDefault(index)?.Payload!["TaskId"]!.GetValue<string>();
        if (taskId is not null)
            await ResumeAsync(instance, BookmarkHash.Of(RunTask.BookmarkName, new TaskStimulus(taskId)), RunTask.ResultInput, Value(step, "result"));
    }

    private async Task TriggerAsync(PlayedInstance? instance, string name, object? payload, string scope)
    {
        var hash = BookmarkHash.Of(Event.BookmarkName, new EventStimulus(name));
        if (scope == "broadcast")
        {
            foreach (var definitionId in _published.DefinitionIds.ToList())
            {
                var triggers = await new TriggerIndexer(_time).IndexAsync(_published.Read(_published.Latest(definitionId).Json), CancellationToken.None);
                foreach (var trigger in triggers.Where(trigger => trigger.Hash == hash))
                    await StartAsync(definitionId, new Dictionary<string, object?> { [Event.PayloadInput] = payload }, triggerNodeId: trigger.NodeId);
            }
        }

        foreach (var waiting in scope == "instance" && instance is not null ? [instance] : Instances.ToList())
            await ResumeAsync(waiting, hash, Event.PayloadInput, payload);
    }

    private async Task DrainAsync(PlayedInstance instance, JsonElement step)
    {
        for (var turn = 0; turn < (Number(step, "max") ?? 30); turn++)
        {
            var waiting = Waiting(instance, RunTask.BookmarkName, Event.BookmarkName).ToList();
            if (waiting.Count == 0 || instance.State.Status == global::Elsa.Workflows.WorkflowStatus.Finished)
                return;
            var chosen = (step.TryGetProperty("order", out var order) ? order.GetString() : "first") switch
            {
                "last" => waiting[^1],
                "middle" => waiting[waiting.Count / 2],
                _ => waiting[0],
            };
            await ResumeAsync(instance, chosen.Hash, chosen.Name == RunTask.BookmarkName ? RunTask.ResultInput : Event.PayloadInput, Value(step, "result"));
        }
    }

    private async Task PassAsync(TimeSpan span)
    {
        var until = _time.GetUtcNow() + span;
        while (Instances.SelectMany(instance => instance.State.Bookmarks.Select(bookmark => (Instance: instance, Bookmark: bookmark)))
            .Where(item => item.Bookmark.DueAt <= until).OrderBy(item => item.Bookmark.DueAt).ToList() is [var (instance, due), ..])
        {
            if (due.DueAt > _time.GetUtcNow())
                _time.SetUtcNow(due.DueAt.Value);
            if (await _runner.ResumeBookmarkAsync(instance.Definition, instance.State, due.Id, new Dictionary<string, object?>(), _services, CancellationToken.None) is not { } result)
                return;
            await KeepAsync(instance, result);
        }
    }

    private async Task ResumeAsync(PlayedInstance instance, string hash, string inputName, object? value)
    {
        if (await _runner.ResumeAsync(instance.Definition, instance.State, hash, new Dictionary<string, object?> { [inputName] = value }, _services, CancellationToken.None) is { } result)
            await KeepAsync(instance, result);
    }

    /// <summary>Runs a child's first burst within its parent's.</summary>
    public async Task<InstanceState?> RunAsync(ChildStart child, CancellationToken cancellationToken)
    {
        if (!_published.Exists(child.DefinitionId))
            return null;
        var (json, version) = _published.Latest(child.DefinitionId);
        var instance = new PlayedInstance(_published, json, version);
        Instances.Add(instance);
        await KeepAsync(instance, await _runner.StartAsync(
            instance.Definition, child.InstanceId, child.CorrelationId, child.Input, _services, cancellationToken, parentInstanceId: child.ParentInstanceId, parentWaits: child.Waits, generation: child.Generation));
        return instance.State;
    }

    public Task<bool> ExistsAsync(string definitionId, CancellationToken cancellationToken) => Task.FromResult(_published.Exists(definitionId));

    private async Task KeepAsync(PlayedInstance instance, BurstResult result)
    {
        instance.Keep(result);
        foreach (var child in result.Children)
        {
            // A burst of its own: what is dispatched doesn't stand on its parent's stack.
            await Task.Yield();
            await RunAsync(child, CancellationToken.None);
        }

        if (ChildCompletions.Of(instance.State) is { } completion && Instances.Find(other => other.IsKept && other.State.Id == completion.ParentInstanceId) is { } parent)
        {
            foreach (var hash in completion.BookmarkHashes)
            {
                if (await _runner.ResumeAsync(parent.Definition, parent.State, hash, completion.Input, _services, CancellationToken.None) is { } resumed)
                    await KeepAsync(parent, resumed);
            }
        }

        foreach (var published in result.Events)
            await TriggerAsync(instance, published.Name, published.Payload, published.InstanceId is null ? "broadcast" : "instance");
    }

    private static IEnumerable<Bookmark> Waiting(PlayedInstance instance, params string[] names) =>
        instance.State.Bookmarks.Where(bookmark => names.Contains(bookmark.Name)).OrderBy(ActivityOf, StringComparer.Ordinal).ThenBy(bookmark => bookmark.CreatedAt);

    private static string ActivityOf(Bookmark bookmark) => bookmark.NodeId.Split(':')[^1];

    private static int? Number(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? value.GetInt32() : null;

    private static object? Value(JsonElement step, string name) => step.TryGetProperty(name, out var value) ? ValueConversion.FromNode(JsonNode.Parse(value.GetRawText())) : null;
}
