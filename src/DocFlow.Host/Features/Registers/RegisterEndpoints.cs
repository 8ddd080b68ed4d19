using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Queries;
using DocFlow.Office.Time;

namespace DocFlow.Host.Features.Registers;

/// <summary>The registers.</summary>
internal static class RegisterEndpoints
{
    private const int PageSize = 100;

    public static void MapRegisters(this WebApplication app)
    {
        app.MapGet("/api/registers/issue", (ClaimsPrincipal user, IIssueRegister register, OfficeClock clock, int? year = null, int page = 0, CancellationToken token = default) =>
                register.ReadAsync(user.PersonId(), year ?? clock.Now.Year, page, PageSize, token))
            .WithTags("台账").WithSummary("发文登记簿").RequireAuthorization(Permissions.Work);
    }
}
