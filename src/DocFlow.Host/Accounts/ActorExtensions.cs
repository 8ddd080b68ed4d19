using System.Security.Claims;
using DocFlow.Office;
using DocFlow.Office.Handovers;

namespace DocFlow.Host.Accounts;

/// <summary>Who acts, from the signed-in principal.</summary>
internal static class ActorExtensions
{
    public static string PersonId(this ClaimsPrincipal principal) =>
        principal.FindPersonId() ?? throw new RefusalException(Refusal.Forbidden, "这个账号没有对应的工作人员。");

    /// <summary>Null for an account that isn't a person of the office.</summary>
    public static string? FindPersonId(this ClaimsPrincipal principal) => principal.FindFirstValue(Permissions.PersonClaim);

    public static HandoverActor AsHandoverActor(this ClaimsPrincipal principal) =>
        new(principal.FindPersonId(), principal.Identity?.Name ?? "", principal.IsSystemAdministrator());

    public static bool IsSystemAdministrator(this ClaimsPrincipal principal) =>
        principal.HasClaim(Permissions.AdministratorClaim, Permissions.SystemAdministrator);
}
