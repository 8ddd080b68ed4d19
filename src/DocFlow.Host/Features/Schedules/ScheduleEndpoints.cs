using System.Security.Claims;
using DocFlow.Documents;
using DocFlow.Host.Accounts;
using DocFlow.Host.Rendering;
using DocFlow.Office;
using DocFlow.Office.Schedules;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Schedules;

/// <summary>日程, its printed tables, and the private address that calendar programs read.</summary>
internal static class ScheduleEndpoints
{
    private const string WordType = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    public static void MapSchedule(this WebApplication app)
    {
        var group = app.MapGroup("/api/schedule").WithTags("日程").Guarded();
        group.MapGet("/", ReadAsync).WithSummary("日程：与本人、本单位有关的，以及可查看流程的全部安排").Refuses(400).RequireAuthorization(Permissions.Work);
        group.MapGet("/table", PrintAsync).WithSummary("周安排表、月计划表").WithDescription("format 为 pdf（缺省）或 docx；十天以内为周安排表。").Produces<Stream>(200, "application/pdf", WordType)
            .Refuses(400, 503).RequireAuthorization(Permissions.Work);
        group.MapGet("/feed", FeedAsync).WithSummary("本人的日程订阅").RequireAuthorization(Permissions.Work);
        group.MapPost("/feed", MakeFeedAsync).WithSummary("生成订阅地址；原地址作废").RequireAuthorization(Permissions.Work);
        group.MapDelete("/feed", RevokeFeedAsync).WithSummary("停用订阅地址").RequireAuthorization(Permissions.Work);
        // Calendar programs can't sign in: the address is the secret, and a wrong one tells nothing.
        app.MapGet("/feeds/{secret}.ics", FeedTextAsync).ExcludeFromDescription().AllowAnonymous();
    }

    private static async Task<Ok<IReadOnlyList<ScheduleLine>>> ReadAsync(DateOnly from, DateOnly to, bool? own, ClaimsPrincipal user, IScheduleDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(user.PersonId(), from, to, own == true, cancellationToken));

    private static async Task<FileContentHttpResult> PrintAsync(
        DateOnly from, DateOnly to, string? format, ClaimsPrincipal user, IScheduleDesk desk, PaperPrinter printer, CancellationToken cancellationToken)
    {
        var paper = await desk.PrintAsync(user.PersonId(), from, to, cancellationToken);
        return format switch
        {
            null or OrderedDocument.Pdf => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Pdf), "application/pdf"),
            OrderedDocument.Word => TypedResults.Bytes(await printer.PrintAsync(paper, FileFormat.Word), WordType, $"{paper.PlainTitle}.docx"),
            _ => throw new RefusalException(Refusal.Invalid, $"格式“{format}”不支持，可选：pdf、docx。"),
        };
    }

    private static async Task<Ok<FeedState>> FeedAsync(ClaimsPrincipal user, IScheduleDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(new FeedState(await desk.FeedAsync(user.PersonId(), cancellationToken), null));

    private static async Task<Ok<FeedState>> MakeFeedAsync(ClaimsPrincipal user, IScheduleDesk desk, CancellationToken cancellationToken)
    {
        var secret = await desk.MakeFeedAsync(user.PersonId(), cancellationToken);
        return TypedResults.Ok(new FeedState(await desk.FeedAsync(user.PersonId(), cancellationToken), $"/feeds/{secret}.ics"));
    }

    private static async Task<NoContent> RevokeFeedAsync(ClaimsPrincipal user, IScheduleDesk desk, CancellationToken cancellationToken)
    {
        await desk.RevokeFeedAsync(user.PersonId(), cancellationToken);
        return TypedResults.NoContent();
    }

    private static async Task<Results<ContentHttpResult, NotFound>> FeedTextAsync(string secret, HttpContext context, IScheduleDesk desk, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        return await desk.FeedTextAsync(secret, cancellationToken) is { } text ? TypedResults.Text(text, "text/calendar", System.Text.Encoding.UTF8) : TypedResults.NotFound();
    }
}

/// <summary>The person's address for calendar programs.</summary>
/// <param name="MadeAt">Null when there is none.</param>
/// <param name="Path">Told once, when it is made.</param>
internal sealed record FeedState(DateTimeOffset? MadeAt, string? Path);
