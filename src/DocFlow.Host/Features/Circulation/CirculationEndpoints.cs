using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Circulation;
using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Circulation;

/// <summary>Passing documents round, and reading them.</summary>
internal static class CirculationEndpoints
{
    private const int PageSize = 50;

    public static void MapCirculation(this WebApplication app)
    {
        var documents = app.MapGroup("/api/documents").WithTags("传阅").Guarded();
        documents.MapGet("/{id}/circulations", OfDocumentAsync).WithSummary("公文的传阅情况；发起人可见各人阅读状态").Refuses(404).RequireAuthorization(Permissions.Work);
        documents.MapPost("/{id}/circulations", SendAsync).WithSummary("发起传阅：人员、整个单位或岗位")
            .WithDescription("同一按键标识重复提交，得到第一次的传阅。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        documents.MapPost("/{id}/read", ReadAsync).WithSummary("打开公文：传阅给本人的标为已阅").RequireAuthorization(Permissions.Work);

        var sheets = app.MapGroup("/api/circulations").WithTags("传阅").Guarded();
        sheets.MapGet("/", ListAsync).WithSummary("待阅（read=true 为已阅）").RequireAuthorization(Permissions.Work);
        sheets.MapPost("/{sheetId}/readers", AddAsync).WithSummary("增加传阅人员").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        sheets.MapPost("/{sheetId}/end", EndAsync).WithSummary("结束传阅；有人未阅时须写明 evenUnread")
            .WithDescription("有人未阅而没有写明时不结束，并列出未阅人员。").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
        sheets.MapPost("/{sheetId}/remark", RemarkAsync).WithSummary("写阅办意见").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<CirculationView>>> OfDocumentAsync(string id, ClaimsPrincipal user, ICirculationLists lists, CancellationToken cancellationToken) =>
        TypedResults.Ok(await lists.OfDocumentAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<SentCirculation>> SendAsync(string id, CirculationOrder order, ClaimsPrincipal user, ICirculationDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new SentCirculation(await desk.SendAsync(user.PersonId(), id, order, cancellationToken)));

    private static async Task<Ok<MarkedRead>> ReadAsync(string id, ClaimsPrincipal user, IReadingDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new MarkedRead(await desk.ReadAsync(user.PersonId(), id, cancellationToken)));

    private static async Task<Ok<Paged<ReadingRow>>> ListAsync(ClaimsPrincipal user, ICirculationLists lists, bool read = false, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(read
            ? await lists.ReadAsync(user.PersonId(), page, PageSize, cancellationToken)
            : await lists.UnreadAsync(user.PersonId(), page, PageSize, cancellationToken));

    private static async Task<Ok<AddedReaders>> AddAsync(string sheetId, CirculationOrder order, ClaimsPrincipal user, ICirculationDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new AddedReaders(await desk.AddAsync(user.PersonId(), sheetId, order, cancellationToken)));

    private static async Task<Ok<CirculationEnding>> EndAsync(string sheetId, EndRequest request, ClaimsPrincipal user, ICirculationDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.EndAsync(user.PersonId(), sheetId, request.EvenUnread, cancellationToken));

    private static async Task<NoContent> RemarkAsync(string sheetId, RemarkRequest request, ClaimsPrincipal user, IReadingDesk desk, CancellationToken cancellationToken)
    {
        await desk.RemarkAsync(user.PersonId(), sheetId, request.Remark, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>A circulation that was sent.</summary>
internal sealed record SentCirculation(string SheetId);

/// <summary>How many circulations were marked as read.</summary>
internal sealed record MarkedRead(int Marked);

/// <summary>How many readers were added.</summary>
internal sealed record AddedReaders(int Added);

/// <summary>Whether it ends although somebody hasn't read it.</summary>
internal sealed record EndRequest(bool EvenUnread = false);

/// <summary>What a reader thinks of it.</summary>
internal sealed record RemarkRequest(string Remark);
