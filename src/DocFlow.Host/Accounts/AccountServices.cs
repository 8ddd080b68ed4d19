using DocFlow.Host.Engines;
using DocFlow.Host.Studio;
using DocFlow.Office.Repairs;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>Sign-in by ASP.NET Core Identity with a cookie; scripts sign in with the API key; in Development a header may play an account.</summary>
internal static class AccountServices
{
    internal const string SelectorScheme = "DocFlow";

    public static void AddDocFlowAccounts(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        services.AddSingleton(AdminApiKey.From(configuration));
        services.AddIdentityCore<DocFlowUser>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Lockout.MaxFailedAccessAttempts = 5;
                options.Lockout.DefaultLockoutTimeSpan = TimeSpan.FromMinutes(5);
            })
            .AddEntityFrameworkStores<DocFlowDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>();
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = SelectorScheme;
            options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        });
        authentication.AddIdentityCookies();
        authentication.AddScheme<AuthenticationSchemeOptions, ApiKeyHandler>(ApiKeyHandler.Scheme, null);
        authentication.AddPolicyScheme(SelectorScheme, null, options => options.ForwardDefaultSelector = context =>
            isDevelopment && context.Request.Headers.ContainsKey(ActAsHandler.Header) ? ActAsHandler.Scheme
            : ApiKeyHandler.Concerns(context.Request) ? ApiKeyHandler.Scheme
            : IdentityConstants.ApplicationScheme);
        authentication.AddScheme<AuthenticationSchemeOptions, AccountTokenHandler>(WorkflowApi.Scheme, null);
        // Elsewhere the scheme doesn't exist at all, whatever a request says.
        if (isDevelopment)
            authentication.AddScheme<AuthenticationSchemeOptions, ActAsHandler>(ActAsHandler.Scheme, null);

        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.AccessDeniedPath = "/";
            options.ReturnUrlParameter = "returnUrl";
            options.ExpireTimeSpan = TimeSpan.FromHours(10);
            options.Cookie.Name = "docflow";
            options.Cookie.HttpOnly = true;
            options.Cookie.SameSite = SameSiteMode.Strict;
            // An office may serve plain HTTP inside its own network; over HTTPS the cookie is for HTTPS only.
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        services.AddAuthorization(Permissions.AddPolicies);
        services.AddScoped<AccountDoor>().AddScoped<DemoAccounts>().AddScoped<IAdministrators, AdministratingPeople>();
        services.AddSingleton(StudioTokenLife.From(configuration));
        services.AddSingleton<AccountTokens>().AddSingleton<IStudioTokens, StudioTokens>().AddScoped<WorkflowSignIn>();
    }

    private static Task Answer(RedirectContext<CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/health", StringComparison.Ordinal) || context.Request.Path.StartsWithSegments("/studio", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            // An administrator has no desk in the office: its pages are answered with the one that is for every account.
            context.Response.Redirect(status == StatusCodes.Status403Forbidden ? $"{context.Request.PathBase}/system" : context.RedirectUri);
        return Task.CompletedTask;
    }
}
