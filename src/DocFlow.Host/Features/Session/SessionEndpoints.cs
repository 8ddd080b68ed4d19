using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace DocFlow.Host.Features.Session;

/// <summary>Signing in and out.</summary>
internal static class SessionEndpoints
{
    // Below the prefix that this host is reached under.
    private const string Home = "~/";
    private const string SignIn = "~/sign-in";

    public static void MapSession(this WebApplication app)
    {
        app.MapPost("/api/session", SignInAsync).WithTags("登录").WithSummary("登录").Refuses(400, 401, 403, 415).AllowAnonymous();
        app.MapGet("/api/session", Who).WithTags("登录").WithSummary("当前登录的账号").Guarded().RequireAuthorization(Permissions.SignedIn);
        app.MapDelete("/api/session", LeaveAsync).WithTags("登录").WithSummary("退出登录").Guarded().RequireAuthorization(Permissions.SignedIn);
        app.MapPost("/sign-in/submit", SubmitAsync).ExcludeFromDescription().AllowAnonymous();
        app.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription().RequireAuthorization(Permissions.SignedIn);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> SignInAsync(SignInRequest request, AccountDoor door)
    {
        if (await door.EnterAsync(request.Login, request.Password))
            return TypedResults.NoContent();
        return TypedResults.Problem(title: AccountDoor.Refused, statusCode: StatusCodes.Status401Unauthorized);
    }

    private static Ok<SessionAnswer> Who(ClaimsPrincipal user) => TypedResults.Ok(new SessionAnswer(
        user.Identity?.Name ?? "", user.FindPersonId(), [.. user.FindAll(Permissions.AdministratorClaim).Select(claim => claim.Value)]));

    private static async Task<NoContent> LeaveAsync(SignInManager<DocFlowUser> manager)
    {
        await manager.SignOutAsync();
        return TypedResults.NoContent();
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SubmitAsync(HttpContext context, IAntiforgery antiforgery, AccountDoor door)
    {
        if (!await IsOurFormAsync(context, antiforgery))
            return TypedResults.Problem(title: "页面已过期，请刷新后再登录。", statusCode: StatusCodes.Status400BadRequest);
        var form = await context.Request.ReadFormAsync();
        var returnUrl = form["returnUrl"].ToString();
        var wanted = RedirectHttpResult.IsLocalUrl(returnUrl) ? returnUrl : Home;
        if (await door.EnterAsync(form["login"].ToString(), form["password"].ToString()))
            return TypedResults.LocalRedirect(wanted);
        return TypedResults.LocalRedirect(wanted == Home ? $"{SignIn}?failed=true" : $"{SignIn}?failed=true&returnUrl={Uri.EscapeDataString(wanted)}");
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> SignOutAsync(HttpContext context, IAntiforgery antiforgery, SignInManager<DocFlowUser> manager)
    {
        if (!await IsOurFormAsync(context, antiforgery))
            return TypedResults.Problem(title: "页面已过期，请刷新后再退出。", statusCode: StatusCodes.Status400BadRequest);
        await manager.SignOutAsync();
        return TypedResults.LocalRedirect(SignIn);
    }

    private static async Task<bool> IsOurFormAsync(HttpContext context, IAntiforgery antiforgery)
    {
        try
        {
            return await antiforgery.IsRequestValidAsync(context);
        }
        catch (Exception unreadable) when (unreadable is AntiforgeryValidationException or InvalidDataException or IOException)
        {
            return false;
        }
    }
}

/// <summary>Login and password.</summary>
internal sealed record SignInRequest(string Login, string Password);

/// <summary>Who is signed in.</summary>
/// <param name="PersonId">Null for an administrator's account.</param>
/// <param name="Administrates">system, security or audit; empty for a person of the office.</param>
internal sealed record SessionAnswer(string Account, string? PersonId, IReadOnlyList<string> Administrates);
