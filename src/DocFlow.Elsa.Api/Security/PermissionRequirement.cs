using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Elsa.Api.Security;

/// <summary>A route asks for one permission.</summary>
internal sealed class PermissionRequirement(string permission) : AuthorizationHandler<PermissionRequirement>, IAuthorizationRequirement
{
    private readonly string _permission = permission;

    /// <summary>Whether an account has a permission.</summary>
    public static bool Has(ClaimsPrincipal user, string permission) =>
        user.HasClaim(ElsaClaims.Permission, ElsaClaims.All)
        || user.HasClaim(ElsaClaims.Permission, permission)
        || (permission.StartsWith("read:", StringComparison.Ordinal) && !ElsaPermissions.NotInReadAll.Contains(permission) && user.HasClaim(ElsaClaims.Permission, ElsaClaims.ReadAll));

    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        // A token for one instance opens the routes that its viewer needs, and each of those compares the instance.
        var isBound = context.User.HasClaim(claim => claim.Type == ElsaClaims.Instance);
        var isForViewers = (context.Resource as HttpContext)?.GetEndpoint()?.Metadata.GetMetadata<ForViewers>() is not null;
        if (Has(context.User, requirement._permission) && (!isBound || isForViewers))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
