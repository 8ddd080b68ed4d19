using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>"Authorization: ApiKey KEY" acts as the account "api": it administers, and reads no document's text.</summary>
internal sealed class ApiKeyHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, AdminApiKey key)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public new const string Scheme = "ApiKey";
    public const string Account = "api";
    private const string Prefix = Scheme + " ";

    public static bool Concerns(HttpRequest request) => request.Headers.Authorization.ToString().StartsWith(Prefix, StringComparison.OrdinalIgnoreCase);

    protected override Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Concerns(Request))
            return Task.FromResult(AuthenticateResult.NoResult());
        if (!key.Is(Request.Headers.Authorization.ToString()[Prefix.Length..].Trim()))
            return Task.FromResult(AuthenticateResult.Fail("密钥不正确。"));
        var identity = new ClaimsIdentity(
            [
                new Claim(ClaimTypes.Name, Account),
                new Claim(Permissions.AdministratorClaim, Permissions.SystemAdministrator),
                new Claim(Permissions.AdministratorClaim, Permissions.Auditor),
            ],
            Scheme);
        return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme)));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = Scheme;
        return Task.CompletedTask;
    }
}
