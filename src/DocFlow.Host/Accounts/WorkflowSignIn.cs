using System.Security.Claims;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>Tokens of the workflow API for accounts that may do something with workflows.</summary>
internal sealed class WorkflowSignIn(AccountDoor door, UserManager<DocFlowUser> users, IUserClaimsPrincipalFactory<DocFlowUser> principals, AccountTokens tokens)
{
    public async Task<WorkflowTokens?> SignInAsync(string login, string password, CancellationToken cancellationToken) =>
        await door.CheckAsync(login, password) is { } user ? await IssueAsync(user) : null;

    public async Task<WorkflowTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken)
    {
        if (tokens.Read(refreshToken, AccountTokens.Refresh) is not { } claims || claims.FirstOrDefault(claim => claim.Type == "sub")?.Value is not { } login)
            return null;
        // A changed password or a locked account ends it.
        if (await users.FindByNameAsync(login) is not { } user || await users.IsLockedOutAsync(user))
            return null;
        var stamp = await users.GetSecurityStampAsync(user);
        return claims.Any(claim => claim.Type == AccountTokens.StampClaim && claim.Value == stamp) ? await IssueAsync(user) : null;
    }

    private async Task<WorkflowTokens?> IssueAsync(DocFlowUser user)
    {
        var person = await principals.CreateAsync(user);
        if (WorkflowGrants.Of(person).Count == 0)
            return null;
        var claims = WorkflowGrants.ClaimsOf(person).ToList();
        return new WorkflowTokens(
            tokens.Issue(claims, AccountTokens.Access, AccountTokens.AccessLife).Token,
            tokens.Issue(claims, AccountTokens.Refresh, AccountTokens.RefreshLife).Token);
    }
}
