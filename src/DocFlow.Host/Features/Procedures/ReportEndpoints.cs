using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Procedures;

/// <summary>Reports of registers, and the board of the units.</summary>
internal static class ReportEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string Source = "gw.txt";

    public static void MapReports(this RouteGroupBuilder group)
    {
        group.MapGet("/{id}/reports/{name}", DrawAsync).WithSummary("专报：docx、pdf、gw.txt；同一月份、同一截至时点总是同一文件")
            .Produces<Stream>(200, WordType, "application/pdf", "text/plain").Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/board", BoardAsync).WithSummary("看板：各单位在办、亮灯、办结件数").RequireAuthorization(Permissions.Work);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> DrawAsync(
        string id, string name, string month, string format, ClaimsPrincipal user, IReportDesk reports, DateTimeOffset? at = null, CancellationToken cancellationToken = default)
    {
        if (format is not (OrderedDocument.Pdf or OrderedDocument.Word or Source))
            throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：docx、pdf、gw.txt。");
        var report = await reports.DrawAsync(user.PersonId(), id, name, month, at, cancellationToken);
        if (format == Source)
            return TypedResults.Bytes(System.Text.Encoding.UTF8.GetBytes(report.SourceText), "text/plain; charset=utf-8", $"{report.Name}.gw.txt");
        return report.Files.FirstOrDefault(file => file.Format == format) is { } drawn
            ? TypedResults.Bytes(drawn.Content, format == OrderedDocument.Pdf ? "application/pdf" : WordType, $"{report.Name}.{format}")
            : TypedResults.NotFound();
    }

    private static async Task<Ok<IReadOnlyList<UnitBoard>>> BoardAsync(ClaimsPrincipal user, ISupervisionBoard board, string group = "督查", CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await board.ReadAsync(user.PersonId(), group, cancellationToken));
}
