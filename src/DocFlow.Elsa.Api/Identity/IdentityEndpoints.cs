using DocFlow.Elsa.Api.Json;

namespace DocFlow.Elsa.Api.Identity;

/// <summary>Signing in to the workflow API. A wrong password is no error in Elsa: the answer says so.</summary>
internal static class IdentityEndpoints
{
    private const string Bearer = "Bearer ";

    public static void MapIdentity(this IEndpointRouteBuilder api)
    {
        api.MapPost("/identity/login", LoginAsync).AllowAnonymous();
        api.MapPost("/identity/refresh-token", RefreshAsync).AllowAnonymous();
    }

    private static async Task<IResult> LoginAsync(HttpRequest request, IElsaIdentity identity, CancellationToken cancellationToken)
    {
        var body = await ElsaBody.ReadAsync(request, cancellationToken);
        return Answer(await identity.SignInAsync(body.Text("username") ?? "", body.Text("password") ?? "", cancellationToken));
    }

    private static async Task<IResult> RefreshAsync(HttpRequest request, IElsaIdentity identity, CancellationToken cancellationToken)
    {
        var header = request.Headers.Authorization.ToString();
        var tokens = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? await identity.RefreshAsync(header[Bearer.Length..].Trim(), cancellationToken) : null;
        return tokens is null ? Results.Unauthorized() : Answer(tokens);
    }

    private static IResult Answer(ElsaTokens? tokens) => ElsaJson.Answer(new LoginAnswer(tokens is not null, tokens?.AccessToken, tokens?.RefreshToken));

    private sealed record LoginAnswer(bool IsAuthenticated, string? AccessToken, string? RefreshToken);
}
