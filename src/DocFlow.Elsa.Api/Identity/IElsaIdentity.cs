namespace DocFlow.Elsa.Api.Identity;

/// <summary>Who may have tokens for the workflow API; the host knows its accounts.</summary>
public interface IElsaIdentity
{
    /// <summary>Tokens for an account; null for a wrong password or an account that may do nothing here.</summary>
    Task<ElsaTokens?> SignInAsync(string login, string password, CancellationToken cancellationToken);

    /// <summary>Fresh tokens for a refresh token; null when it doesn't count any more.</summary>
    Task<ElsaTokens?> RefreshAsync(string refreshToken, CancellationToken cancellationToken);
}
