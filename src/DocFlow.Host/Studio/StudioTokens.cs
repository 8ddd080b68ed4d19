using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Engines;

namespace DocFlow.Host.Studio;

/// <inheritdoc />
internal sealed class StudioTokens(AccountTokens tokens, StudioTokenLife life) : IStudioTokens
{
    public StudioToken Issue(ClaimsPrincipal person) => Sign(WorkflowGrants.ClaimsOf(person), life.OfDesigner);

    public StudioToken IssueForInstance(ClaimsPrincipal person, string instanceId) => Sign(
        [
            .. WorkflowGrants.ClaimsOf(person).Where(claim => claim.Type != WorkflowApi.PermissionClaim),
            .. WorkflowApi.Viewer.Select(permission => new Claim(WorkflowApi.PermissionClaim, permission)),
            new Claim(WorkflowApi.InstanceClaim, instanceId),
        ],
        life.OfViewer);

    private StudioToken Sign(IEnumerable<Claim> claims, TimeSpan life)
    {
        var (token, expiresAt) = tokens.Issue(claims, AccountTokens.Access, life);
        return new StudioToken(token, expiresAt);
    }
}
