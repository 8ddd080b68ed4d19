using Elsa.Workflows.Models;

namespace Elsa.Workflows;

/// <summary>What a running engine does for the contexts.</summary>
internal interface IActivityEngine
{
    ValueTask CompleteAsync(ActivityExecutionContext context, IReadOnlyCollection<string?> outcomes);

    void CreateBookmark(ActivityExecutionContext context, CreateBookmarkArgs arguments);

    void SetOutput(ActivityExecutionContext context, string target, object? value);
}
