using System.Security.Claims;
using DocFlow.Elsa.Api.Refusals;

namespace DocFlow.Elsa.Api.Security;

/// <summary>What an account may see of instances: a token that is bound to one sees that one, without values.</summary>
internal static class InstanceBound
{
    /// <summary>The instance that the token is bound to; null when it isn't.</summary>
    public static string? BoundTo(this ClaimsPrincipal user) => user.FindFirstValue(ElsaClaims.Instance);

    /// <summary>Whether values, outputs and stack traces are left out.</summary>
    public static bool SeesNoValues(this ClaimsPrincipal user) => user.BoundTo() is not null;

    /// <exception cref="ElsaRefusedException">The token is for another instance.</exception>
    public static void MayLookAt(this ClaimsPrincipal user, string? instanceId)
    {
        if (user.BoundTo() is { } bound && bound != instanceId)
            throw new ElsaRefusedException("这个令牌只能查看另一个流程实例。") { Status = StatusCodes.Status403Forbidden };
    }
}
