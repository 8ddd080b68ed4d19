using Microsoft.AspNetCore.Authorization;

namespace DocFlow.Host.Accounts;

/// <summary>What a route asks for. Which documents a person may see or decide on is Office's matter.</summary>
internal static class Permissions
{
    /// <summary>The person's id in the office.</summary>
    public const string PersonClaim = "docflow:person";

    /// <summary>Which administrator an account is: one of those below.</summary>
    public const string AdministratorClaim = "docflow:administrator";

    /// <summary>系统管理员</summary>
    public const string SystemAdministrator = "system";

    /// <summary>安全管理员</summary>
    public const string SecurityAdministrator = "security";

    /// <summary>审计管理员</summary>
    public const string Auditor = "audit";

    /// <summary>流程设计员</summary>
    public const string Designer = "design";

    /// <summary>Anyone who is signed in.</summary>
    public const string SignedIn = "signed-in";

    /// <summary>Someone of the office is signed in.</summary>
    public const string Work = "office.work";

    /// <summary>Someone of the office, or the system administrator, who sees how things stand but no text.</summary>
    public const string Overview = "office.overview";

    /// <summary>The system administrator.</summary>
    public const string Administer = "system.administer";

    /// <summary>A designer of procedures, or the system administrator.</summary>
    public const string DesignWorkflows = "workflows.design";

    /// <summary>The auditor.</summary>
    public const string Audit = "system.audit";

    /// <summary>Any of the three administrators.</summary>
    public const string AnyAdministrator = "system.any";

    public static void AddPolicies(AuthorizationOptions options)
    {
        options.AddPolicy(SignedIn, policy => policy.RequireAuthenticatedUser());
        options.AddPolicy(Work, policy => policy.RequireAuthenticatedUser().RequireClaim(PersonClaim));
        options.AddPolicy(Overview, policy => policy.RequireAuthenticatedUser()
            .RequireAssertion(context => context.User.HasClaim(claim => claim.Type == PersonClaim) || context.User.IsSystemAdministrator()));
        options.AddPolicy(Administer, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim, SystemAdministrator));
        options.AddPolicy(DesignWorkflows, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim, SystemAdministrator, Designer));
        options.AddPolicy(Audit, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim, Auditor));
        options.AddPolicy(AnyAdministrator, policy => policy.RequireAuthenticatedUser().RequireClaim(AdministratorClaim, SystemAdministrator, SecurityAdministrator, Auditor));
        // Whatever is mapped without a word about who may use it is closed.
        options.FallbackPolicy = options.GetPolicy(Work);
    }
}
