using System.Security.Claims;
using System.Text.Encodings.Web;
using DocFlow.Persistence;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>In Development only: the header X-DocFlow-Act-As plays an account, for scripts; each use is logged.</summary>
internal sealed partial class ActAsHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options,
    ILoggerFactory logging,
    UrlEncoder encoder,
    UserManager<DocFlowUser> users,
    IUserClaimsPrincipalFactory<DocFlowUser> principals) : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Header = "X-DocFlow-Act-As";
    public new const string Scheme = "ActAs";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var login = Request.Headers[Header].ToString();
        if (login.Length == 0 || await users.FindByNameAsync(login) is not { } user)
            return AuthenticateResult.Fail("没有这个账号。");
        LogPlayed(Logger, user.UserName!, Request.Path);
        var identity = new ClaimsIdentity((await principals.CreateAsync(user)).Claims, Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    [LoggerMessage(LogLevel.Information, "开发模式：以 {Login} 的身份请求 {Path}")]
    private static partial void LogPlayed(ILogger logger, string login, PathString path);
}
