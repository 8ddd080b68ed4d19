using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.ProcedureRegisters;
using DocFlow.Office.SavedViews;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Procedures;

/// <summary>The saved views of registers.</summary>
internal static class SavedViewEndpoints
{
    public static void MapSavedViews(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/views", ListAsync).WithSummary("台账的视图：自己的和全办共享的").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/views", SaveAsync).WithSummary("存一个视图；同名的自己的视图被替换").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapDelete("/{id}/views/{view}", DeleteAsync).WithSummary("删去自己的视图").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<SavedViewRow>>> ListAsync(string id, ClaimsPrincipal user, ISavedViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(await views.ListAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<SavedViewKept>> SaveAsync(string id, SavedViewRequest request, ClaimsPrincipal user, ISavedViews views, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SavedViewKept(await views.SaveAsync(user.PersonId(), id, new NewSavedView(request.Name, request.IsShared, request.Query ?? new RegisterQuery()), cancellationToken)));

    private static async Task<NoContent> DeleteAsync(string id, string view, ClaimsPrincipal user, ISavedViews views, CancellationToken cancellationToken)
    {
        await views.DeleteAsync(user.PersonId(), id, view, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A view that is to be kept.</summary>
internal sealed record SavedViewRequest(string Name, bool IsShared = false, RegisterQuery? Query = null);

/// <summary>A view that was kept.</summary>
internal sealed record SavedViewKept(string Id);
