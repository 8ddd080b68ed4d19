using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Assessment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Assessment;

/// <summary>目标管理考核: formulas, scores down to the events, corrections.</summary>
internal static class AssessmentEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void MapAssessment(this WebApplication app)
    {
        var group = app.MapGroup("/api/assessment").WithTags("考核").Guarded();
        group.MapGet("/measures", MeasuresAsync).WithSummary("公式可用的指标").RequireAuthorization(Permissions.Work);
        group.MapGet("/formulas", FormulasAsync).WithSummary("考核公式各版").RequireAuthorization(Permissions.Work);
        group.MapPost("/formulas", AddFormulaAsync).WithSummary("设定新一版考核公式").WithDescription("from 为执行的首月，如 2026-12；公式只有数、指标、其他行、四则运算、括号和 max、min、round。tryOnly 只检查。")
            .Refuses(400, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapDelete("/formulas/{number:int}", WithdrawAsync).WithSummary("撤回尚未用过的最新一版公式").Refuses(409).RequireAuthorization(Permissions.Work);
        group.MapGet("/periods", PeriodsAsync).WithSummary("已评分的月份").RequireAuthorization(Permissions.Work);
        group.MapGet("/periods/{period}", TableAsync).WithSummary("某月得分，限可查看的人员").Refuses(400).RequireAuthorization(Permissions.Work);
        group.MapGet("/periods/{period}/file", ExportAsync).WithSummary("导出得分表：xlsx、pdf、docx").Produces<Stream>(200, SheetType, "application/pdf", WordType).Refuses(400, 503).RequireAuthorization(Permissions.Work);
        group.MapPost("/periods/{period}/scores", ComputeAsync).WithSummary("评分；月份须已结束").Refuses(400, 409, 415).RequireAuthorization(Permissions.Work);
        group.MapGet("/periods/{period}/people/{personId}", ReadAsync).WithSummary("一人得分，每一分背后的记录").WithDescription("查看和被拒的查看都有记录。").Refuses(400, 404).RequireAuthorization(Permissions.Work);
        group.MapPost("/periods/{period}/people/{personId}/corrections", CorrectAsync).WithSummary("更正一条考核记录，只重算此人该月").Refuses(400, 404, 409, 415).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<IReadOnlyList<ScoreMeasure>>> MeasuresAsync(IScoreDesk desk, CancellationToken cancellationToken) => TypedResults.Ok(await desk.MeasuresAsync(cancellationToken));

    private static async Task<Ok<IReadOnlyList<FormulaVersion>>> FormulasAsync(IScoreDesk desk, CancellationToken cancellationToken) => TypedResults.Ok(await desk.FormulasAsync(cancellationToken));

    private static async Task<Ok<FormulaVersion>> AddFormulaAsync(FormulaRequest request, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.AddFormulaAsync(user.PersonId(), request.From, request.Lines, request.Note, request.TryOnly, cancellationToken));

    private static async Task<NoContent> WithdrawAsync(int number, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken)
    {
        await desk.WithdrawFormulaAsync(user.PersonId(), number, cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Ok<IReadOnlyList<string>>> PeriodsAsync(ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.PeriodsAsync(user.PersonId(), cancellationToken));

    private static async Task<Ok<ScoreTable>> TableAsync(string period, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadTableAsync(user.PersonId(), period, cancellationToken));

    private static async Task<Ok<ScoreTable>> ComputeAsync(string period, ScoringRequest request, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ComputeAsync(user.PersonId(), period, request.People, cancellationToken));

    private static async Task<Ok<ScoreReading>> ReadAsync(string period, string personId, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.PersonId(), period, personId, cancellationToken));

    private static async Task<Ok<ScoreChange>> CorrectAsync(string period, string personId, CorrectionRequest request, ClaimsPrincipal user, IScoreDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.CorrectAsync(user.PersonId(), period, personId, request.EventId, request.Measure, request.Reason, cancellationToken));

    private static async Task<FileContentHttpResult> ExportAsync(string period, string format, ClaimsPrincipal user, IScoreDesk desk, PaperPrinter printer, CancellationToken cancellationToken)
    {
        if (format is not ("xlsx" or OrderedDocument.Pdf or OrderedDocument.Word))
            throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：xlsx、pdf、docx。");
        if (format == "xlsx")
        {
            var table = await desk.ReadTableAsync(user.PersonId(), period, cancellationToken);
            return TypedResults.Bytes(ScoreSheetFile.Write(table), SheetType, $"{table.Words}考核得分表.xlsx");
        }

        var paper = await desk.PrintTableAsync(user.PersonId(), period, cancellationToken);
        return format == OrderedDocument.Pdf
            ? TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf")
            : TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx");
    }
}

/// <summary>A new version of the formula.</summary>
internal sealed record FormulaRequest(string From, IReadOnlyList<ScoreLine> Lines, string? Note = null, bool TryOnly = false);

/// <summary>Who is to be scored.</summary>
internal sealed record ScoringRequest(IReadOnlyList<string> People);

/// <summary>An event that isn't to be counted.</summary>
internal sealed record CorrectionRequest(string EventId, string Measure, string Reason);
