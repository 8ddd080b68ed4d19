using System.Security.Claims;
using System.Threading.RateLimiting;
using DocFlow.Elsa.Api;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Host.Accounts;
using DocFlow.Host.Endpoints;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Engines;

/// <summary>Who may call an endpoint, and how often.</summary>
internal sealed class CallerGate(EndpointSettings settings, IAuthorizationService authorization, IAuthorizationPolicyProvider policies) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _strangers = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.MostPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Finds out who calls, by a token or key as for the workflow API; never by the cookie, which a page elsewhere could make a browser send.</summary>
    public static async Task<bool> KnowsAsync(HttpContext context)
    {
        var token = await context.AuthenticateAsync(ElsaApi.Scheme);
        context.User = token.Principal ?? new ClaimsPrincipal(new ClaimsIdentity());
        return token.Succeeded;
    }

    /// <summary>What a caller that isn't known is told before anything is looked up, so that a closed office doesn't say which paths it has.</summary>
    /// <returns>The status of the refusal; null when the request goes on.</returns>
    public int? StrangerRefusal(HttpContext context, bool isKnown)
    {
        if (isKnown)
            return null;
        using var lease = _strangers.AttemptAcquire(context);
        if (!lease.IsAcquired)
            return StatusCodes.Status429TooManyRequests;
        return settings.AllowsStrangers ? null : StatusCodes.Status401Unauthorized;
    }

    /// <returns>The status of the refusal; null when the caller may.</returns>
    public async Task<int?> RefusalAsync(HttpContext context, HttpEndpointStimulus rules, bool isKnown)
    {
        if (!rules.Authorize && string.IsNullOrWhiteSpace(rules.Policy))
            return null;
        if (!isKnown)
            return StatusCodes.Status401Unauthorized;
        var name = string.IsNullOrWhiteSpace(rules.Policy) ? Permissions.SignedIn : rules.Policy;
        // A policy that nobody defined lets nobody in.
        return await policies.GetPolicyAsync(name) is { } policy && (await authorization.AuthorizeAsync(context.User, policy)).Succeeded ? null : StatusCodes.Status403Forbidden;
    }

    public void Dispose() => _strangers.Dispose();
}
