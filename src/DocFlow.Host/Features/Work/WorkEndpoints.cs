using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office;
using DocFlow.Office.Desks;
using DocFlow.Office.People;
using DocFlow.Office.Queries;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Features.Work;

/// <summary>A person's lists, and deciding.</summary>
internal static class WorkEndpoints
{
    private const int PageSize = 50;

    public static void MapWork(this WebApplication app)
    {
        var group = app.MapGroup("/api/work").WithTags("办理").RequireAuthorization(Permissions.Work);
        group.MapGet("/open", (ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken token = default) => lists.OpenAsync(user.PersonId(), page, PageSize, token)).WithSummary("待办");
        group.MapGet("/decided", (ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken token = default) => lists.DecidedAsync(user.PersonId(), page, PageSize, token)).WithSummary("已办");
        group.MapGet("/drafted", (ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken token = default) => lists.DraftedAsync(user.PersonId(), page, PageSize, token)).WithSummary("我发起");
        group.MapPost("/seats/{seatId}/outcome", (string seatId, SeatAnswer answer, ClaimsPrincipal user, ISeatDesk desk, CancellationToken token) => desk.DecideAsync(user.PersonId(), seatId, answer, token)).WithSummary("办理");
        group.MapGet("/cosigning-units", CosigningUnitsAsync).WithSummary("可选的会签单位");
    }

    private static Task<List<UnitChoice>> CosigningUnitsAsync(IOfficeData data, CancellationToken cancellationToken) =>
        data.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Department).OrderBy(unit => unit.Order).Select(unit => new UnitChoice(unit.Id, unit.Name)).ToListAsync(cancellationToken);
}

/// <summary>A unit to choose.</summary>
internal sealed record UnitChoice(string Id, string Name);
