using DocFlow.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Session;

/// <summary>Signing in and out; open to everyone.</summary>
internal static class SessionEndpoints
{
    public static void MapSession(this WebApplication app)
    {
        app.MapPost("/api/session", SignInAsync).WithTags("登录").WithSummary("登录").AllowAnonymous();
        app.MapPost("/sign-in/submit", SubmitAsync).ExcludeFromDescription().AllowAnonymous();
        app.MapPost("/sign-out", SignOutAsync).ExcludeFromDescription().RequireAuthorization();
    }

    private static async Task<IResult> SignInAsync(SignInRequest request, SignInManager<DocFlowUser> manager)
    {
        var result = await manager.PasswordSignInAsync(request.Login, request.Password, isPersistent: false, lockoutOnFailure: true);
        return result.Succeeded ? Results.NoContent() : Results.Problem("用户名或密码不正确；连续输错5次将锁定几分钟。", statusCode: StatusCodes.Status401Unauthorized);
    }

    private static async Task<IResult> SubmitAsync([FromForm] string login, [FromForm] string password, SignInManager<DocFlowUser> manager)
    {
        var result = await manager.PasswordSignInAsync(login, password, isPersistent: false, lockoutOnFailure: true);
        return Results.LocalRedirect(result.Succeeded ? "/" : "/sign-in?failed=true");
    }

    private static async Task<IResult> SignOutAsync(SignInManager<DocFlowUser> manager)
    {
        await manager.SignOutAsync();
        return Results.LocalRedirect("/sign-in");
    }
}

/// <summary>Login and password.</summary>
internal sealed record SignInRequest(string Login, string Password);
