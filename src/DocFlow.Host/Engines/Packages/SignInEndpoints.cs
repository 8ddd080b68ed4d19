using DocFlow.Host.Accounts;

namespace DocFlow.Host.Engines;

/// <summary>Signing in to the workflow API with the office's accounts, as Studio and scripts do it. A wrong password is no error: the answer says so.</summary>
internal static class SignInEndpoints
{
    private const string Bearer = "Bearer ";

    public static void MapSignIn(this WebApplication app)
    {
        app.MapPost($"{WorkflowApi.Path}/identity/login", LoginAsync).AllowAnonymous().ExcludeFromDescription();
        app.MapPost($"{WorkflowApi.Path}/identity/refresh-token", RefreshAsync).AllowAnonymous().ExcludeFromDescription();
    }

    private static async Task<IResult> LoginAsync(Login login, WorkflowSignIn accounts, CancellationToken cancellationToken) =>
        Answer(await accounts.SignInAsync(login.Username ?? "", login.Password ?? "", cancellationToken));

    private static async Task<IResult> RefreshAsync(HttpRequest request, WorkflowSignIn accounts, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        var tokens = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await accounts.RefreshAsync(header[Bearer.Length..].Trim(), cancellationToken) : null;
        return tokens is null ? Results.Unauthorized() : Answer(tokens);
    }

    private static IResult Answer(WorkflowTokens? tokens) => Results.Json(new { isAuthenticated = tokens is not null, accessToken = tokens?.AccessToken, refreshToken = tokens?.RefreshToken });

    private sealed record Login(string? Username, string? Password);
}
