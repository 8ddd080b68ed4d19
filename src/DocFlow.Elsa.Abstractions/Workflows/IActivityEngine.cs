using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>What a running engine does for the contexts.</summary>
internal interface IActivityEngine
{
    /// <summary>The node whose trigger started this burst.</summary>
    string? TriggerNodeId { get; }

    ValueTask CompleteAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes);

    /// <summary>Completes the composite around an activity: the workflow.</summary>
    ValueTask CompleteCompositeAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes);

    Bookmark CreateBookmark(ActivityExecutionContext context, CreateBookmarkArgs arguments);

    /// <summary>Records an output and, when it is bound, writes it to its variable or workflow output.</summary>
    void SetOutput(ActivityExecutionContext context, string name, string? target, object? value);

    object? GetVariable(ActivityExecutionContext context, string name);

    void SetVariable(ActivityExecutionContext context, string name, object? value);

    void Log(ActivityExecutionContext context, string eventName, string? message, object? payload);
}
