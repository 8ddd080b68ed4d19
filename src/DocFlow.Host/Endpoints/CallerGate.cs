using System.Threading.RateLimiting;
using DocFlow.Elsa.Api;
using DocFlow.Elsa.Runtime.Http;
using DocFlow.Host.Accounts;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Endpoints;

/// <summary>Who may call an endpoint, and how often.</summary>
internal sealed class CallerGate(EndpointSettings settings, IAuthorizationService authorization, IAuthorizationPolicyProvider policies) : IDisposable
{
    private readonly PartitionedRateLimiter<HttpContext> _strangers = PartitionedRateLimiter.Create<HttpContext, string>(context => RateLimitPartition.GetFixedWindowLimiter(
        context.Connection.RemoteIpAddress?.ToString() ?? "",
        _ => new FixedWindowRateLimiterOptions { PermitLimit = settings.MostPerMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    /// <summary>Finds out who calls: by cookie or key, or by a token of the workflow API.</summary>
    /// <returns>Whether that is known; if not, whether the address has asked too often is told by <see cref="IsTooMany"/>.</returns>
    public static async Task<bool> KnowsAsync(HttpContext context)
    {
        if (context.User.Identity is { IsAuthenticated: true })
            return true;
        if (context.Request.Headers.Authorization.Count == 0 || await context.AuthenticateAsync(ElsaApi.Scheme) is not { Succeeded: true } token)
            return false;
        context.User = token.Principal;
        return true;
    }

    public bool IsTooMany(HttpContext context)
    {
        using var lease = _strangers.AttemptAcquire(context);
        return !lease.IsAcquired;
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
