using System.Security.Claims;
using System.Text.Encodings.Web;
using DocFlow.Host.Engines;
using DocFlow.Office.Events;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>Signs in calls of the workflow API: by a token of ours, by the API key, in Development also as who is played. Never by the cookie, so no other site can make a browser call it.</summary>
internal sealed class AccountTokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, AccountTokens tokens)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    private const string Bearer = "Bearer ";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (ApiKeyHandler.Concerns(Request))
            return await ByOtherAsync(ApiKeyHandler.Scheme);
        if (Request.Headers.ContainsKey(ActAsHandler.Header) && await Context.RequestServices.GetRequiredService<IAuthenticationSchemeProvider>().GetSchemeAsync(ActAsHandler.Scheme) is not null)
            return await ByOtherAsync(ActAsHandler.Scheme);
        if (Token() is not { Length: > 0 } token)
            return AuthenticateResult.NoResult();
        return tokens.Read(token, AccountTokens.Access) is { } claims && await IsInForceAsync(claims) ? Success(claims) : AuthenticateResult.Fail("令牌无效或已过期。");
    }

    private async Task<bool> IsInForceAsync(IReadOnlyList<Claim> claims)
    {
        if (claims.FirstOrDefault(claim => claim.Type == AccountTokens.StampClaim)?.Value is not { } stamp)
            return true;
        var users = Context.RequestServices.GetRequiredService<UserManager<DocFlowUser>>();
        return claims.FirstOrDefault(claim => claim.Type == "sub")?.Value is { } login && await users.FindByNameAsync(login) is { } user && stamp == await users.GetSecurityStampAsync(user);
    }

    // Browsers can't send headers with a WebSocket: on the hub, and only there, the token may stand in the address.
    private string? Token()
    {
        var header = Request.Headers.Authorization.ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            return header[Bearer.Length..].Trim();
        return Request.Path.StartsWithSegments(WorkflowApi.Hub, StringComparison.OrdinalIgnoreCase) ? Request.Query["access_token"].ToString() : null;
    }

    private async Task<AuthenticateResult> ByOtherAsync(string scheme)
    {
        var result = await Context.AuthenticateAsync(scheme);
        return result.Principal is { } person ? Success([.. person.Claims, .. WorkflowGrants.ClaimsOf(person)]) : result;
    }

    private AuthenticateResult Success(IEnumerable<Claim> claims)
    {
        var identity = new ClaimsIdentity(claims, Scheme.Name, "name", null);
        Context.RequestServices.GetRequiredService<ActingAccount>().Name = identity.Name;
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
