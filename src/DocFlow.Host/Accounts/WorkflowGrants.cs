using System.Security.Claims;
using DocFlow.Host.Engines;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>What the accounts of the office may do with workflows.</summary>
internal static class WorkflowGrants
{
    private static readonly string Stamp = new ClaimsIdentityOptions().SecurityStampClaimType;

    /// <summary>The system administrator (and the API key) everything, a designer of procedures what designing takes, others nothing.</summary>
    public static IReadOnlyList<string> Of(ClaimsPrincipal person) =>
        person.IsSystemAdministrator() ? [WorkflowApi.EveryPermission]
        : person.HasClaim(Permissions.AdministratorClaim, Permissions.Designer) ? WorkflowApi.Designer
        : [];

    /// <summary>Whether somebody may cancel and delete the runs of others.</summary>
    public static bool MayEndRuns(ClaimsPrincipal person) => Of(person).Any(permission => permission is WorkflowApi.EveryPermission or WorkflowApi.CancelInstances);

    /// <summary>The claims that a token or a request carries.</summary>
    public static IEnumerable<Claim> ClaimsOf(ClaimsPrincipal person)
    {
        var name = person.Identity?.Name ?? "";
        yield return new Claim("sub", name);
        yield return new Claim("name", name);
        // What ends a token before its time: a changed password, an account that is gone.
        if (person.FindFirst(Stamp) is { } stamp)
            yield return new Claim(AccountTokens.StampClaim, stamp.Value);
        foreach (var permission in Of(person))
            yield return new Claim(WorkflowApi.PermissionClaim, permission);
    }
}
