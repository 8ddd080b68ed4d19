using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;
using DocFlow.Elsa.Runtime.Expressions;
using Elsa.Workflows;

namespace DocFlow.Elsa.Runtime.Children;

/// <summary>What parents give to children, and take from them.</summary>
internal static class ChildInputs
{
    private const string Parent = "ParentInstanceId";

    /// <summary>What a child's id is made of: the same when the burst runs again, another when the activity is retried.</summary>
    public static string KeyOf(ActivityExecutionContext parent) => $"{parent.Id}:child:{parent.Engine().Journal.Next}";

    public static Dictionary<string, object?> Of(ActivityExecutionContext parent, IDictionary<string, object>? given)
    {
        var input = (given ?? new Dictionary<string, object>()).ToDictionary(item => item.Key, item => Plain(item.Value));
        input[Parent] = parent.WorkflowExecutionContext.Id;
        return input;
    }

    /// <summary>With an item: its own names when it has some, else under a key.</summary>
    public static Dictionary<string, object?> Of(ActivityExecutionContext parent, IDictionary<string, object>? given, object? item, string key)
    {
        var input = Of(parent, given);
        if (Plain(item) is IDictionary<string, object?> named)
        {
            foreach (var (name, value) in named)
                input[name] = value;
        }
        else
        {
            input[key] = Plain(item);
        }

        return input;
    }

    /// <summary>A value without JSON elements, which came from an Object expression or a store.</summary>
    public static object? Plain(object? value) => value switch
    {
        JsonElement element => ValueConversion.FromNode(JsonSerializer.SerializeToNode(element)),
        JsonNode node => ValueConversion.FromNode(node),
        _ => value,
    };

    /// <exception cref="InvalidOperationException">The definition has no published version.</exception>
    public static async Task RequirePublishedAsync(ActivityExecutionContext context, string definitionId)
    {
        if (context.GetService<IChildWorkflows>() is { } children && !await children.ExistsAsync(definitionId, context.CancellationToken))
            throw NotPublished(definitionId);
    }

    public static InvalidOperationException NotPublished(string definitionId) =>
        new($"No published version of workflow definition with ID {definitionId} found（没有已发布的流程“{definitionId}”）。");
}
