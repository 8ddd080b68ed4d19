using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Queries;
using DocFlow.Office.Seals;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Registers;

/// <summary>The registers.</summary>
internal static class RegisterEndpoints
{
    private const int PageSize = 100;

    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SealQuery = "监印岗位可查全部，其他人员只列有权查看的公文和事项。from、to 不写为今年，words 查标题、文号、申请人和监印人。";

    public static void MapRegisters(this WebApplication app)
    {
        app.MapGet("/api/registers/issue", ReadAsync).WithTags("台账").WithSummary("发文登记簿").Guarded().RequireAuthorization(Permissions.Overview);
        app.MapGet("/api/registers/seals", ReadSealsAsync).WithTags("台账").WithSummary("用印登记簿").WithDescription(SealQuery).Guarded().Refuses(400).RequireAuthorization(Permissions.Work);
        app.MapGet("/api/registers/seals/file", PrintSealsAsync).WithTags("台账").WithSummary("打印用印登记簿").WithDescription($"{SealQuery}format 为 pdf（缺省）或 docx。").Guarded()
            .Produces<Stream>(200, "application/pdf", WordType).Refuses(400, 503).RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<Paged<SealBookRow>>> ReadSealsAsync(
        ClaimsPrincipal user, ISealBook book, OfficeSettings settings, OfficeClock clock, DateOnly? from = null, DateOnly? to = null, string? words = null, int page = 0, CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await book.ReadAsync(user.PersonId(), await QueryAsync(settings, clock, from, to, words, cancellationToken), page, PageSize, cancellationToken));

    private static async Task<FileContentHttpResult> PrintSealsAsync(
        ClaimsPrincipal user, ISealBook book, OfficeSettings settings, OfficeClock clock, PaperPrinter printer, string? format = null, DateOnly? from = null, DateOnly? to = null, string? words = null,
        CancellationToken cancellationToken = default)
    {
        if (format is not (null or OrderedDocument.Pdf or OrderedDocument.Word))
            throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：pdf、docx。");
        var paper = await book.PrintAsync(user.PersonId(), await QueryAsync(settings, clock, from, to, words, cancellationToken), cancellationToken);
        return format == OrderedDocument.Word
            ? TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx")
            : TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf");
    }

    private static async Task<SealBookQuery> QueryAsync(OfficeSettings settings, OfficeClock clock, DateOnly? from, DateOnly? to, string? words, CancellationToken cancellationToken)
    {
        var year = (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now).Year;
        return new SealBookQuery(from ?? new DateOnly(year, 1, 1), to ?? new DateOnly(year, 12, 31), words);
    }

    private static async Task<Ok<Paged<IssueRow>>> ReadAsync(
        ClaimsPrincipal user, IIssueRegister register, OfficeSettings settings, OfficeClock clock, int? year = null, int page = 0, CancellationToken cancellationToken = default)
    {
        var wanted = year ?? (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now).Year;
        return TypedResults.Ok(user.FindPersonId() is { } person
            ? await register.ReadAsync(person, wanted, page, PageSize, cancellationToken)
            : await register.ReadAllAsync(wanted, page, PageSize, cancellationToken));
    }
}
