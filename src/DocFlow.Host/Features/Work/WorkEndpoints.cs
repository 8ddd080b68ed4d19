using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office;
using DocFlow.Office.Desks;
using DocFlow.Office.People;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Features.Work;

/// <summary>A person's lists, and what they may choose from.</summary>
internal static class WorkEndpoints
{
    private const int PageSize = 50;

    public static void MapWork(this WebApplication app)
    {
        var group = app.MapGroup("/api/work").WithTags("办理").Guarded();
        group.MapGet("/open", OpenAsync).WithSummary("待办").RequireAuthorization(Permissions.Work);
        group.MapGet("/decided", DecidedAsync).WithSummary("已办").RequireAuthorization(Permissions.Work);
        group.MapGet("/drafted", DraftedAsync).WithSummary("我发起").RequireAuthorization(Permissions.Work);
        group.MapGet("/cosigning-units", CosigningUnitsAsync).WithSummary("可选的会签单位").RequireAuthorization(Permissions.Work);
        group.MapGet("/people", PeopleAsync).WithSummary("可转办、加签的人员").RequireAuthorization(Permissions.Work);
        group.MapGet("/units", UnitsAsync).WithSummary("单位及其任职人员，按组织顺序").RequireAuthorization(Permissions.Work);
        group.MapSeats();
        group.MapOutlooks();
        group.MapDelegations();
        group.MapLeaves();
    }

    private static async Task<Ok<Paged<WorkRow>>> OpenAsync(ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await lists.OpenAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<Ok<Paged<WorkRow>>> DecidedAsync(ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await lists.DecidedAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<Ok<Paged<DocumentRow>>> DraftedAsync(ClaimsPrincipal user, IWorkLists lists, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await lists.DraftedAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<Ok<List<UnitChoice>>> CosigningUnitsAsync(IOfficeData data, CancellationToken cancellationToken) =>
        TypedResults.Ok(await data.Units.AsNoTracking().Where(unit => unit.Kind == UnitKind.Department).OrderBy(unit => unit.Order)
            .Select(unit => new UnitChoice(unit.Id, unit.Name)).ToListAsync(cancellationToken));

    private static async Task<Ok<IReadOnlyList<OrganisationUnit>>> UnitsAsync(IOrganisationList organisation, CancellationToken cancellationToken) =>
        TypedResults.Ok(await organisation.ReadAsync(cancellationToken));

    private static async Task<Ok<List<PersonChoice>>> PeopleAsync(IOfficeData data, CancellationToken cancellationToken) =>
        TypedResults.Ok(await data.People.AsNoTracking().OrderBy(person => person.Order)
            .Select(person => new PersonChoice(person.Id, person.Name)).ToListAsync(cancellationToken));
}

/// <summary>A unit to choose.</summary>
internal sealed record UnitChoice(string Id, string Name);

/// <summary>A person to choose.</summary>
internal sealed record PersonChoice(string Id, string Name);
