using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Queries;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Registers;

/// <summary>The registers.</summary>
internal static class RegisterEndpoints
{
    private const int PageSize = 100;

    public static void MapRegisters(this WebApplication app) =>
        app.MapGet("/api/registers/issue", ReadAsync).WithTags("台账").WithSummary("发文登记簿").Guarded().RequireAuthorization(Permissions.Overview);

    private static async Task<Ok<Paged<IssueRow>>> ReadAsync(
        ClaimsPrincipal user, IIssueRegister register, OfficeSettings settings, OfficeClock clock, int? year = null, int page = 0, CancellationToken cancellationToken = default)
    {
        var wanted = year ?? (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now).Year;
        return TypedResults.Ok(user.FindPersonId() is { } person
            ? await register.ReadAsync(person, wanted, page, PageSize, cancellationToken)
            : await register.ReadAllAsync(wanted, page, PageSize, cancellationToken));
    }
}
