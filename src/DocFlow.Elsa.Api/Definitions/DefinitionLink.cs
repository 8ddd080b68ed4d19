using System.Security.Claims;
using DocFlow.Elsa.Api.Security;

namespace DocFlow.Elsa.Api.Definitions;

/// <summary>A link as Elsa's clients read it: they take a definition or list for read-only when the links to change it are missing.</summary>
internal sealed record DefinitionLink(string Href, string Rel, string Method)
{
    /// <summary>Of one definition.</summary>
    public static IReadOnlyList<DefinitionLink> Of(string definitionId, bool isReadonly, ClaimsPrincipal user)
    {
        var at = $"/workflow-definitions/{definitionId}";
        List<DefinitionLink> links =
        [
            new(at, "self", "GET"),
            new($"/workflow-definitions/by-definition-id/{definitionId}", "self", "GET"),
            new($"{at}/versions", "versions", "GET"),
            new($"{at}/bulk-dispatch", "bulk-dispatch", "POST"),
            new($"{at}/dispatch", "dispatch", "POST"),
            new($"{at}/execute", "execute", "POST"),
            new($"{at}/export", "export", "POST"),
        ];
        if (!isReadonly && MayChange(user))
        {
            links.AddRange(
            [
                new($"{at}/publish", "publish", "POST"),
                new($"{at}/retract", "retract", "POST"),
                new(at, "delete", "DELETE"),
                new($"{at}/import", "import", "PUT"),
                new($"{at}/update-references", "update-references", "POST"),
            ]);
        }

        return links;
    }

    /// <summary>Of the list.</summary>
    public static IReadOnlyList<DefinitionLink> OfList(ClaimsPrincipal user)
    {
        List<DefinitionLink> links =
        [
            new("/workflow-definitions", "self", "GET"),
            new("/workflow-definitions/validation/is-name-unique", "is-name-unique", "GET"),
            new("/workflow-definitions/query/count", "count", "GET"),
            new("/workflow-definitions/many-by-id", "many-by-id", "GET"),
        ];
        if (MayChange(user))
        {
            links.AddRange(
            [
                new("/bulk-actions/delete/workflow-definitions/by-definition-id", "bulk-delete-by-definition-id", "POST"),
                new("/bulk-actions/delete/workflow-definitions/by-id", "bulk-delete-by-id", "POST"),
                new("/bulk-actions/publish/workflow-definitions/by-definition-ids", "bulk-publish", "POST"),
                new("/bulk-actions/retract/workflow-definitions/by-definition-ids", "bulk-retract", "POST"),
                new("/workflow-definitions/import", "import", "POST"),
                new("/workflow-definitions/import-files", "import-files", "POST"),
                new("/workflow-definitions", "create", "POST"),
            ]);
        }

        return links;
    }

    private static bool MayChange(ClaimsPrincipal user) =>
        PermissionRequirement.Has(user, ElsaPermissions.WriteDefinitions) && PermissionRequirement.Has(user, ElsaPermissions.PublishDefinitions);
}
