using System.Security.Claims;
using DocFlow.Host.Accounts;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Administration;

/// <summary>The office's working calendar.</summary>
internal static class CalendarEndpoints
{
    private const int MostBytes = 2 * 1024 * 1024;

    public static void MapCalendar(this WebApplication app)
    {
        var group = app.MapGroup("/api/system/calendar").WithTags("系统").Guarded();
        group.MapGet("/", ReadAsync).WithSummary("节假日和调休").RequireAuthorization(Permissions.SignedIn);
        group.MapPost("/import", ImportAsync).WithSummary("导入 iCalendar（.ics）节假日日历").Refuses(400, 413, 415)
            .Accepts<string>("text/calendar").WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MostBytes)).RequireAuthorization(Permissions.Administer);
        group.MapPut("/days/{day}", SetDayAsync).WithSummary("改一天：休、班或按星期").Refuses(400, 415).RequireAuthorization(Permissions.Administer);
    }

    private static async Task<Ok<CalendarSetting>> ReadAsync(ICalendarDesk desk, CancellationToken cancellationToken) =>
        TypedResults.Ok(await desk.ReadAsync(cancellationToken));

    private static async Task<Ok<CalendarImport>> ImportAsync(HttpRequest request, ClaimsPrincipal user, ICalendarDesk desk, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body);
        return TypedResults.Ok(await desk.ImportAsync(user.Identity!.Name!, await reader.ReadToEndAsync(cancellationToken), cancellationToken));
    }

    private static async Task<NoContent> SetDayAsync(DateOnly day, DayRuleRequest request, ClaimsPrincipal user, ICalendarDesk desk, CancellationToken cancellationToken)
    {
        await desk.SetDayAsync(user.Identity!.Name!, day, request.Rule, cancellationToken);
        return TypedResults.NoContent();
    }
}

/// <summary>What a day is to be.</summary>
internal sealed record DayRuleRequest(DayRule Rule);
