using System.Security.Claims;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>Adds the person that an account belongs to.</summary>
internal sealed class PersonClaims(UserManager<DocFlowUser> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<DocFlowUser>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(DocFlowUser user)
    {
        var identity = await base.GenerateClaimsAsync(user);
        if (user.PersonId is { } person)
            identity.AddClaim(new Claim(Permissions.PersonClaim, person));
        return identity;
    }
}
