using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Accounts;

/// <summary>Sign-in by ASP.NET Core Identity with a cookie; in Development a header may play a person.</summary>
internal static class AccountServices
{
    public static void AddDocFlowAccounts(this IServiceCollection services, bool isDevelopment)
    {
        services.AddIdentityCore<DocFlowUser>(options =>
            {
                options.Password.RequiredLength = 10;
                options.Lockout.MaxFailedAccessAttempts = 5;
            })
            .AddEntityFrameworkStores<DocFlowDbContext>()
            .AddSignInManager()
            .AddClaimsPrincipalFactory<PersonClaims>();
        var authentication = services.AddAuthentication(options =>
        {
            options.DefaultScheme = isDevelopment ? ActAsHandler.SelectorScheme : IdentityConstants.ApplicationScheme;
            options.DefaultSignInScheme = IdentityConstants.ApplicationScheme;
        });
        authentication.AddIdentityCookies();
        services.ConfigureApplicationCookie(options =>
        {
            options.LoginPath = "/sign-in";
            options.Cookie.SameSite = SameSiteMode.Strict;
            options.Events.OnRedirectToLogin = context => Answer(context, StatusCodes.Status401Unauthorized);
            options.Events.OnRedirectToAccessDenied = context => Answer(context, StatusCodes.Status403Forbidden);
        });
        if (isDevelopment)
        {
            authentication.AddScheme<Microsoft.AspNetCore.Authentication.AuthenticationSchemeOptions, ActAsHandler>(ActAsHandler.Scheme, null);
            authentication.AddPolicyScheme(ActAsHandler.SelectorScheme, null, options => options.ForwardDefaultSelector = context =>
                context.Request.Headers.ContainsKey(ActAsHandler.Header) ? ActAsHandler.Scheme : IdentityConstants.ApplicationScheme);
        }

        services.AddAuthorization(Permissions.AddPolicies);
        services.AddScoped<DemoAccounts>();
    }

    private static Task Answer(Microsoft.AspNetCore.Authentication.RedirectContext<Microsoft.AspNetCore.Authentication.Cookies.CookieAuthenticationOptions> context, int status)
    {
        if (context.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
            context.Response.StatusCode = status;
        else
            context.Response.Redirect(context.RedirectUri);
        return Task.CompletedTask;
    }
}
