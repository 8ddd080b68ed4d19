using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Elsa.Api.Security;

/// <summary>One policy for each permission.</summary>
internal static class ElsaPolicies
{
    private const string Prefix = "elsa:";

    public static void AddElsaPolicies(this IServiceCollection services) => services.Configure<AuthorizationOptions>(options =>
    {
        foreach (var permission in ElsaPermissions.Every)
            options.AddPolicy(Prefix + permission, policy => policy.AddAuthenticationSchemes(ElsaApi.Scheme).RequireAuthenticatedUser().AddRequirements(new PermissionRequirement(permission)));
    });

    /// <summary>The route asks for this permission.</summary>
    public static TBuilder Needs<TBuilder>(this TBuilder builder, string permission)
        where TBuilder : IEndpointConventionBuilder => builder.RequireAuthorization(Prefix + permission);

    /// <summary>The route also serves tokens that are bound to one instance.</summary>
    public static TBuilder AlsoForViewers<TBuilder>(this TBuilder builder)
        where TBuilder : IEndpointConventionBuilder => builder.WithMetadata(ForViewers.Mark);
}
