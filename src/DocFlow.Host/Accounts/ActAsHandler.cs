using System.Security.Claims;
using System.Text.Encodings.Web;
using DocFlow.Office;
using Microsoft.AspNetCore.Authentication;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DocFlow.Host.Accounts;

/// <summary>In Development only: the header X-DocFlow-Act-As plays a person, for scripts; each use is logged.</summary>
internal sealed partial class ActAsHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logging, UrlEncoder encoder, IOfficeData data)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logging, encoder)
{
    public const string Header = "X-DocFlow-Act-As";
    public new const string Scheme = "ActAs";
    public const string SelectorScheme = "CookieOrActAs";

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var login = Request.Headers[Header].ToString();
        if (await data.People.AsNoTracking().FirstOrDefaultAsync(person => person.Login == login, Context.RequestAborted) is not { } person)
            return AuthenticateResult.Fail("没有这个人员。");
        LogPlayed(Logger, login, Request.Path);
        var identity = new ClaimsIdentity([new Claim(ClaimTypes.Name, login), new Claim(Permissions.PersonClaim, person.Id)], Scheme);
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme));
    }

    [LoggerMessage(LogLevel.Information, "开发模式：以 {Login} 的身份请求 {Path}")]
    private static partial void LogPlayed(ILogger logger, string login, PathString path);
}
