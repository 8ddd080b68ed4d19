using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Lists;
using DocFlow.Office.Matters;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Procedures;

/// <summary>The lists that fields choose from, and annotating matters.</summary>
internal static class ListEndpoints
{
    public static void MapLists(this WebApplication app)
    {
        var group = app.MapGroup("/api/lists").WithTags("办事").Guarded();
        group.MapGet("/", ListAsync).WithSummary("清单").RequireAuthorization(Permissions.Work);
        group.MapPut("/{name}", ChangeAsync).WithSummary("改清单；已登记的事项不变").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        app.MapGroup("/api/documents").WithTags("办事").Guarded().MapPost("/{id}/annotations", AnnotateAsync).WithSummary("批注一个事项，归档后也可以").Refuses(400, 404, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<ListView>>> ListAsync(ClaimsPrincipal user, IOfficeLists lists, CancellationToken cancellationToken) =>
        TypedResults.Ok(await lists.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<NoContent> ChangeAsync(string name, ListRequest request, ClaimsPrincipal user, IOfficeLists lists, CancellationToken cancellationToken)
    {
        await lists.ChangeAsync(user.PersonId(), name, request.Items, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> AnnotateAsync(string id, AnnotationRequest request, ClaimsPrincipal user, IMatterDesk desk, CancellationToken cancellationToken)
    {
        await desk.AnnotateAsync(user.PersonId(), id, request.Text, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A list as it is to be.</summary>
internal sealed record ListRequest(IReadOnlyList<string> Items);

/// <summary>What is said on a matter.</summary>
internal sealed record AnnotationRequest(string Text);
