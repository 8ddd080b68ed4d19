using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Accounts;

/// <summary>What a route asks for. Which documents a person may see or decide on is Office's matter.</summary>
internal static class Permissions
{
    /// <summary>The person's id in the office.</summary>
    public const string PersonClaim = "docflow:person";

    /// <summary>Someone of the office is signed in.</summary>
    public const string Work = "office.work";

    public static void AddPolicies(AuthorizationOptions options) =>
        options.AddPolicy(Work, policy => policy.RequireAuthenticatedUser().RequireClaim(PersonClaim));
}
