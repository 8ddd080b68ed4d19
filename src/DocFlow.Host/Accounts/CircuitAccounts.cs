using System.Security.Claims;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.AspNetCore.Components.Server;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>An open page outlives the cookie that it came with: its account is looked up again, and ends when its password is changed. Wrong guesses by others don't end it.</summary>
internal sealed class CircuitAccounts(ILoggerFactory logging, IServiceScopeFactory scopes, IOptions<IdentityOptions> options) : RevalidatingServerAuthenticationStateProvider(logging)
{
    protected override TimeSpan RevalidationInterval { get; } = TimeSpan.FromMinutes(1);

    protected override async Task<bool> ValidateAuthenticationStateAsync(AuthenticationState state, CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var users = scope.ServiceProvider.GetRequiredService<UserManager<DocFlowUser>>();
        // A person who is played in Development has no cookie and no stamp.
        if (state.User.FindFirstValue(options.Value.ClaimsIdentity.SecurityStampClaimType) is not { } stamp)
            return state.User.Identity?.AuthenticationType == ActAsHandler.Scheme;
        return await users.GetUserAsync(state.User) is { } user && stamp == await users.GetSecurityStampAsync(user);
    }
}
