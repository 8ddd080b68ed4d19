using DocFlow.Elsa.Api.Identity;
using DocFlow.Host.Accounts;

namespace DocFlow.Host.Engines;

/// <inheritdoc />
internal sealed class WorkflowIdentity(WorkflowSignIn accounts) : IElsaIdentity
{
    public async Task<ElsaTokens?> SignInAsync(string login, string password, CancellationToken cancellationToken) => Of(await accounts.SignInAsync(login, password, cancellationToken));

    public async Task<ElsaTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken) => Of(await accounts.RefreshAsync(refreshToken, cancellationToken));

    private static ElsaTokens? Of(WorkflowTokens? tokens) => tokens is null ? null : new ElsaTokens(tokens.AccessToken, tokens.RefreshToken);
}
