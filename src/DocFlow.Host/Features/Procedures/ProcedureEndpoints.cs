using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Matters;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Procedures;

/// <summary>The catalogue of procedures, and starting a matter from a form.</summary>
internal static class ProcedureEndpoints
{
    private const long MostBytes = 60 * 1024 * 1024;
    private const string KeyHeader = "Idempotency-Key";

    public static void MapProcedures(this WebApplication app)
    {
        var group = app.MapGroup("/api/procedures").WithTags("办事").Guarded();
        group.MapGet("/", ListAsync).WithSummary("办事目录").RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/form", FormAsync).WithSummary("登记表单").WithDescription("from：来源公文或事项的标识。").Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapPost("/{id}/matters", StartAsync).WithSummary("登记一个事项，流程即开始")
            .WithDescription("请求头 Idempotency-Key 相同的重复请求只登记一次；文件内容用 Base64。").WithMetadata(new RequestSizeLimitAttribute(MostBytes))
            .Refuses(400, 404, 409, 413, 415).RequireAuthorization(Permissions.Work);
        group.MapProcedureRegisters();
        group.MapSavedViews();
        group.MapReports();
        group.MapImport();
    }

    private static async Task<Ok<IReadOnlyList<ProcedureEntry>>> ListAsync(ClaimsPrincipal user, IMatterDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<MatterStart>> FormAsync(string id, ClaimsPrincipal user, IMatterDesk desk, string? from = null, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await desk.FormAsync(user.PersonId(), id, from, cancellationToken));

    private static async Task<Created<StartedMatter>> StartAsync(
        string id, MatterRequest request, [FromHeader(Name = KeyHeader)] string? key, ClaimsPrincipal user, IMatterDesk desk, CancellationToken cancellationToken)
    {
        var matter = await desk.StartAsync(user.PersonId(), id, new MatterForm(request.Values, request.Files, key, request.BornFromId), cancellationToken);
        return TypedResults.Created($"/api/documents/{matter}", new StartedMatter(matter));
    }
}

/// <summary>A filled-in form.</summary>
/// <param name="Values">By the fields' keys.</param>
/// <param name="Files">Of file fields.</param>
/// <param name="BornFromId">What it is born from.</param>
internal sealed record MatterRequest(IReadOnlyDictionary<string, string?> Values, IReadOnlyDictionary<string, MatterFile>? Files = null, string? BornFromId = null);

/// <summary>A matter that was started; its page and its acts are those of a document.</summary>
internal sealed record StartedMatter(string Id);
