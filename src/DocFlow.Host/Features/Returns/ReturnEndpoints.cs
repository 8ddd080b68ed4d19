using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Features.Procedures;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Returns;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Returns;

/// <summary>退文统计: read, exported and printed.</summary>
internal static class ReturnEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private const string SheetType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Query = "只计有权查看的公文；一份公文不论退回几次计一件，按首次退回的月份和类别。month 不写为全年；group：Drafter 拟稿人、Unit 单位、Category 类别、Month 月份。";

    public static void MapReturns(this WebApplication app)
    {
        var group = app.MapGroup("/api/returns").WithTags("台账").Guarded();
        group.MapGet("/", ReadAsync).WithSummary("退文统计").WithDescription(Query).Refuses(400).RequireAuthorization(Permissions.Work);
        group.MapGet("/file", ExportAsync).WithSummary("导出退文统计：xlsx、pdf、docx").WithDescription(Query)
            .Produces<Stream>(200, SheetType, "application/pdf", WordType).Refuses(400, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/categories", CategoriesAsync).WithSummary("退文类别").RequireAuthorization(Permissions.Work);
    }

    private static async Task<Ok<ReturnReport>> ReadAsync(
        ClaimsPrincipal user, IReturnStatistics returns, OfficeSettings settings, OfficeClock clock, int? year = null, int? month = null, ReturnGroup group = ReturnGroup.Drafter,
        CancellationToken cancellationToken = default) =>
        TypedResults.Ok(await returns.ReadAsync(user.PersonId(), year ?? (await settings.ReadCalendarAsync(cancellationToken)).DayOf(clock.Now).Year, month, group, cancellationToken));

    private static async Task<Ok<IReadOnlyList<string>>> CategoriesAsync(IReturnStatistics returns, CancellationToken cancellationToken) => TypedResults.Ok(await returns.CategoriesAsync(cancellationToken));

    private static async Task<FileContentHttpResult> ExportAsync(
        string format, ClaimsPrincipal user, IReturnStatistics returns, OfficeSettings settings, OfficeClock clock, PaperPrinter printer, int? year = null, int? month = null,
        ReturnGroup group = ReturnGroup.Drafter, CancellationToken cancellationToken = default)
    {
        var calendar = await settings.ReadCalendarAsync(cancellationToken);
        var today = calendar.DayOf(clock.Now);
        var register = ReturnRegister.Of(await returns.ReadAsync(user.PersonId(), year ?? today.Year, month, group, cancellationToken), calendar);
        return format switch
        {
            "xlsx" => TypedResults.Bytes(RegisterSheet.Write(register), SheetType, $"{register.Name}.xlsx"),
            OrderedDocument.Pdf => TypedResults.Bytes(await printer.PrintAsync(ReturnRegister.Paper(register, today), FileFormat.Pdf), "application/pdf"),
            OrderedDocument.Word => TypedResults.Bytes(await printer.PrintAsync(ReturnRegister.Paper(register, today), FileFormat.Word), WordType, $"{register.Name}.docx"),
            _ => throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：xlsx、pdf、docx。"),
        };
    }
}
