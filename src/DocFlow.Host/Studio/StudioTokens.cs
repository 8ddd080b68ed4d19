using System.Security.Claims;
using DocFlow.Elsa.Api.Security;
using DocFlow.Host.Accounts;

namespace DocFlow.Host.Studio;

/// <inheritdoc />
internal sealed class StudioTokens(AccountTokens tokens, StudioTokenLife life) : IStudioTokens
{
    public StudioToken Issue(ClaimsPrincipal person) => Sign(WorkflowGrants.ClaimsOf(person), life.OfDesigner);

    public StudioToken IssueForInstance(ClaimsPrincipal person, string instanceId) => Sign(
        [
            .. WorkflowGrants.ClaimsOf(person).Where(claim => claim.Type != ElsaClaims.Permission),
            .. ElsaPermissions.Viewer.Select(permission => new Claim(ElsaClaims.Permission, permission)),
            new Claim(ElsaClaims.Instance, instanceId),
        ],
        life.OfViewer);

    private StudioToken Sign(IEnumerable<Claim> claims, TimeSpan life)
    {
        var (token, expiresAt) = tokens.Issue(claims, AccountTokens.Access, life);
        return new StudioToken(token, expiresAt);
    }
}
