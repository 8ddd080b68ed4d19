using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Analytics;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Analytics;

/// <summary>流程分析: how procedures are really done, before and after a change, and their charts.</summary>
internal static class AnalysisEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const int UsualItems = 20;
    private const string Compared = "before 和 after 为两个时期（2026-10、2026-12）；或 changedOn 为改动日期、days 为前后天数；都不写时以最近一次发布为界。";

    public static void MapAnalysis(this WebApplication app)
    {
        var group = app.MapGroup("/api/analysis").WithTags("流程分析").Guarded();
        group.MapGet("/", ListAsync).WithSummary("可以分析的流程").RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}", ReadAsync).WithSummary("一段时期的实际办理：各环节时长、等待和办理、退回率、一次通过率、实际路径").WithDescription("period 如 2026、2026-Q4、2026-12；kind、unitId 限定文种和单位。")
            .Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/comparison", CompareAsync).WithSummary("优化前后对照").WithDescription(Compared).Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/comparison/file", ExportAsync).WithSummary("优化前后对照表：xlsx、pdf、docx").WithDescription(Compared).Produces<Stream>(200, SheetType, "application/pdf", WordType)
            .Refuses(400, 404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/chart", ChartAsync).WithSummary("流程图，一页 A4 的 PDF").Produces<Stream>(200, "application/pdf").Refuses(404, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/simulation", SimulateAsync).WithSummary("用最近办过的事项模拟一版流程：路径、人员、预计办结、负荷").WithDescription("version 不写时为最新一版，含未发布的；items 默认20件。").Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapGet("/{id}/publications", PublicationsAsync).WithSummary("各版发布的时间").Refuses(404).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<AnalysedProcedure>>> ListAsync(ClaimsPrincipal user, IProcessAnalysis analysis, CancellationToken cancellationToken) =>
        TypedResults.Ok(await analysis.ListAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<ProcessReading>> ReadAsync(
        string id, ClaimsPrincipal user, IProcessAnalysis analysis, string? period = null, string? kind = null, string? unitId = null, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await analysis.ReadAsync(user.PersonId(), id, period, new AnalysisFilter(kind, unitId), cancellationToken));

    private static async Task<Ok<ProcessComparison>> CompareAsync(string id, ClaimsPrincipal user, IProcessAnalysis analysis, [AsParameters] ComparisonRequest request, CancellationToken cancellationToken) =>
        TypedResults.Ok(await analysis.CompareAsync(user.PersonId(), id, request.ToQuery(), cancellationToken));

    private static async Task<Ok<IReadOnlyList<Publication>>> PublicationsAsync(string id, ClaimsPrincipal user, IProcessAnalysis analysis, CancellationToken cancellationToken) =>
        TypedResults.Ok(await analysis.PublicationsAsync(user.PersonId(), id, cancellationToken));

    private static async Task<Ok<SimulationReading>> SimulateAsync(string id, ClaimsPrincipal user, IProcessAnalysis analysis, int? version = null, int items = UsualItems, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await analysis.SimulateAsync(user.PersonId(), id, version, items, cancellationToken));

    private static async Task<FileContentHttpResult> ChartAsync(string id, ClaimsPrincipal user, IProcessAnalysis analysis, PaperPrinter printer, int? version = null, CancellationToken cancellationToken = default) =>
        TypedResults.Bytes(await printer.PrintAsync(await analysis.PrintChartAsync(user.PersonId(), id, version, cancellationToken)), "application/pdf");

    private static async Task<FileContentHttpResult> ExportAsync(
        string id, string format, ClaimsPrincipal user, IProcessAnalysis analysis, PaperPrinter printer, [AsParameters] ComparisonRequest request, CancellationToken cancellationToken)
    {
        if (format is not ("xlsx" or OrderedDocument.Pdf or OrderedDocument.Word))
            throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：xlsx、pdf、docx。");
        if (format == "xlsx")
        {
            var comparison = await analysis.CompareAsync(user.PersonId(), id, request.ToQuery(), cancellationToken);
            return TypedResults.Bytes(ComparisonSheet.Write(comparison), SheetType, $"{comparison.Title}优化前后对照表.xlsx");
        }

        var paper = await analysis.PrintAsync(user.PersonId(), id, request.ToQuery(), cancellationToken);
        return format == OrderedDocument.Pdf
            ? TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf")
            : TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx");
    }
}

/// <summary>What is compared.</summary>
internal sealed record ComparisonRequest
{
    public string? Before { get; init; }

    public string? After { get; init; }

    public DateOnly? ChangedOn { get; init; }

    public int? Days { get; init; }

    public ComparisonQuery ToQuery() => new(Given(Before), Given(After), ChangedOn, Days ?? ComparisonQuery.UsualDays);

    // A form sends boxes that were left empty.
    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
