using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Imports;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace DocFlow.Host.Features.Procedures;

/// <summary>Importing an existing list into a register.</summary>
internal static class ImportEndpoint
{
    private const long MostBytes = 30 * 1024 * 1024;

    public static void MapImport(this RouteGroupBuilder group) => group.MapPost("/{id}/import", ImportAsync).WithSummary("把已有清单导入台账：每行登记一个事项")
        .WithDescription("内容为 .xlsx 或 UTF-8 的 .csv（Base64），表头写字段名称。tryOnly 只检查不登记。有错的行逐格报告，其余行一次登记；同一文件重复导入只登记一次。")
        .WithMetadata(new RequestSizeLimitAttribute(MostBytes)).Refuses(400, 404, 409, 413, 415).RequireAuthorization(Permissions.Work);

    private static async Task<Ok<ImportOutcome>> ImportAsync(string id, ImportRequest request, ClaimsPrincipal user, IListImport import, CancellationToken cancellationToken)
    {
        var list = new ImportedList(request.Content, request.BornFromId);
        return TypedResults.Ok(request.TryOnly
            ? await import.TryAsync(user.PersonId(), id, list, cancellationToken)
            : await import.ImportAsync(user.PersonId(), id, list, cancellationToken));
    }
}

/// <summary>A list to import.</summary>
/// <param name="Content">The file.</param>
/// <param name="TryOnly">Only says what would become of it.</param>
/// <param name="BornFromId">What all its matters are born from.</param>
internal sealed record ImportRequest(byte[] Content, bool TryOnly = false, string? BornFromId = null);
