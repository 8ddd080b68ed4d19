using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Handovers;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Handovers;

/// <summary>轮岗交接: for 组织人事 and the system administrator; those concerned read their own and sign.</summary>
internal static class HandoverEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapHandovers(this WebApplication app)
    {
        var group = app.MapGroup("/api/handovers").WithTags("轮岗交接").Guarded();
        group.MapGet("/", ListAsync).WithSummary("交接：组织人事看全部，其他人看与自己有关的").RequireAuthorization(Permissions.Overview);
        group.MapGet("/people", PeopleAsync).WithSummary("可以交接和接收的人员").RequireAuthorization(Permissions.Overview);
        group.MapGet("/posts", PostsAsync).WithSummary("可以去的岗位").RequireAuthorization(Permissions.Overview);
        group.MapGet("/preview", PreviewAsync).WithSummary("一个人手中的全部工作和建议的接收人").Refuses(404).RequireAuthorization(Permissions.Overview);
        group.MapPost("/", OrderAsync).WithSummary("交接：at 不写为立即；owners 按公文指定接收人，不写的按建议")
            .WithDescription("toPostId 不写为离任；successorId 为接任原岗位的人；key 相同的重复提交只办一次。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Overview);
        group.MapGet("/{id}", ReadAsync).WithSummary("一次交接").Refuses(404).RequireAuthorization(Permissions.Overview);
        group.MapGet("/{id}/sheet", PrintAsync).WithSummary("交接单").WithDescription("format 为 pdf（缺省）或 docx。").Produces<Stream>(200, "application/pdf", WordType)
            .Refuses(400, 404, 503).RequireAuthorization(Permissions.Overview);
        group.MapPost("/{id}/cancel", CancelAsync).WithSummary("取消待办的交接").Refuses(404, 409).RequireAuthorization(Permissions.Overview);
        group.MapPost("/{id}/sign", SignAsync).WithSummary("在交接单上签字").Refuses(404, 409).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<HandoverView>>> ListAsync(ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(user.AsHandoverActor(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<OrganisationUnit>>> PeopleAsync(ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.PeopleAsync(user.AsHandoverActor(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<PostChoice>>> PostsAsync(ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.PostsAsync(user.AsHandoverActor(), cancellationToken));

    private static async Task<Ok<HandoverPreview>> PreviewAsync(string personId, ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.PreviewAsync(user.AsHandoverActor(), personId, cancellationToken));

    private static async Task<Ok<OrderedHandover>> OrderAsync(HandoverRequest request, ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new OrderedHandover(await desk.OrderAsync(user.AsHandoverActor(), request, cancellationToken)));

    private static async Task<Ok<HandoverView>> ReadAsync(string id, ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.AsHandoverActor(), id, cancellationToken));

    private static async Task<FileContentHttpResult> PrintAsync(
        string id, string? format, ClaimsPrincipal user, IHandoverDesk desk, PaperPrinter printer, CancellationToken cancellationToken)
    {
        var paper = await desk.PrintAsync(user.AsHandoverActor(), id, cancellationToken);
        return format switch
        {
            null or OrderedDocument.Pdf => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf"),
            OrderedDocument.Word => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx"),
            _ => throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：pdf、docx。"),
        };
    }

    private static async Task<NoContent> CancelAsync(string id, ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken)
    {
        await desk.CancelAsync(user.AsHandoverActor(), id, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<NoContent> SignAsync(string id, ClaimsPrincipal user, IHandoverDesk desk, CancellationToken cancellationToken)
    {
        await desk.SignAsync(user.PersonId(), id, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A hand-over that was ordered.</summary>
internal sealed record OrderedHandover(string Id);
