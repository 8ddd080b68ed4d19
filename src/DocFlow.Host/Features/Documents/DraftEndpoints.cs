using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Desks;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Documents;

/// <summary>Drafting, sending for review, voiding, signing for.</summary>
internal static class DraftEndpoints
{
    private const string DefaultProcedure = "policy-document";
    private const string KeyHeader = "Idempotency-Key";

    public static void MapDrafting(this RouteGroupBuilder group)
    {
        group.MapPost("/", CreateAsync).WithSummary("起草").WithDescription("请求头 Idempotency-Key 相同的重复请求只起草一份。")
            .Refuses(400, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/draft", ReadAsync).WithSummary("正在起草的文本").Refuses(404).RequireAuthorization(Permissions.Work);
        group.MapPut("/{id}/draft", SaveAsync).WithSummary("保存文本").WithDescription("version 不是最新的会被拒绝（409），不会覆盖别人的修改。")
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/start", StartAsync).WithSummary("送审，启动办理流程").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/void", VoidAsync).WithSummary("作废；已编的文号保留为作废").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/receive", ReceiveAsync).WithSummary("签收").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Created<CreatedDraft>> CreateAsync(
        DraftRequest request, [FromHeader(Name = KeyHeader)] string? key, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        var id = await desk.CreateAsync(user.PersonId(), request.ToContent(key), cancellationToken);
        return TypedResults.Created($"/api/documents/{id}", new CreatedDraft(id));
    }

    private static async Task<Ok<DraftReading>> ReadAsync(string id, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<SavedDraft>> SaveAsync(string id, DraftRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SavedDraft(await desk.SaveAsync(user.PersonId(), id, request.Version, request.ToContent(), cancellationToken)));

    private static async Task<Accepted<StartedProcedure>> StartAsync(
        string id, StartRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        var instance = await desk.StartAsync(user.PersonId(), id, request.Version, request.Procedure ?? DefaultProcedure, cancellationToken);
        return TypedResults.Accepted($"/api/documents/{id}", new StartedProcedure(instance));
    }

    private static async Task<NoContent> VoidAsync(string id, ReasonRequest request, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        await desk.VoidAsync(user.PersonId(), id, request.Reason, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> ReceiveAsync(string id, ClaimsPrincipal user, IDocumentDesk desk, CancellationToken cancellationToken)
    {
        await desk.ReceiveAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}
