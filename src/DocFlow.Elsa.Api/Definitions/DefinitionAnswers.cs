using System.Security.Claims;
using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Definitions;
using DocFlow.Elsa.Runtime.Management;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>A definition's version in a list.</summary>
internal sealed record DefinitionRow(
    IReadOnlyList<DefinitionLink>? Links, bool? IsMaterializerAvailable, string Id, string DefinitionId, string? Name, string? Description, int Version, string? ToolVersion,
    bool IsLatest, bool IsPublished, string? ProviderName, string MaterializerName, DateTimeOffset CreatedAt, bool IsReadonly)
{
    public const string Materializer = "Json";

    public static DefinitionRow Of(DefinitionSummary summary, ClaimsPrincipal? user) => new(
        user is null ? null : DefinitionLink.Of(summary.DefinitionId, summary.IsReadonly, user), user is null ? null : true,
        summary.VersionId, summary.DefinitionId, summary.Name, summary.Description, summary.Version, summary.ToolVersion,
        summary.IsLatest, summary.IsPublished, summary.ProviderName, Materializer, summary.CreatedAt, summary.IsReadonly);
}

/// <summary>Part of the list of definitions.</summary>
internal sealed record DefinitionPage(IReadOnlyList<DefinitionRow> Items, long TotalCount, IReadOnlyList<DefinitionLink> Links);

/// <summary>What a save or publication answers.</summary>
/// <param name="ValidationErrors">What would go wrong, as Elsa tells it.</param>
/// <param name="Findings">The same and what only looks wrong, each with its activity, so that it can be shown on the canvas; left out when there is none.</param>
internal sealed record SavedAnswer(JsonObject WorkflowDefinition, bool AlreadyPublished, int ConsumingWorkflowCount, IReadOnlyList<ValidationNote> ValidationErrors, IReadOnlyList<DefinitionFinding>? Findings);

/// <summary>What a designer should look at.</summary>
internal sealed record ValidationNote(string Message);

/// <summary>A whole list.</summary>
internal sealed record ListAnswer<T>(IReadOnlyList<T> Items, int Count);
