using DocFlow.Host.Accounts;
using DocFlow.Office.Time;
using Microsoft.AspNetCore.Http.HttpResults;

namespace DocFlow.Host.Features.Clock;

/// <summary>The office clock, in Development only.</summary>
internal static class ClockEndpoints
{
    public static void MapClock(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.MapGet("/api/clock", (OfficeClock clock) => TypedResults.Ok(new ClockAnswer(clock.Now, 0)))
            .WithTags("系统").WithSummary("办公时钟（仅开发环境）").Guarded().RequireAuthorization(Permissions.SignedIn);
        app.MapPost("/api/clock", MoveAsync)
            .WithTags("系统").WithSummary("把办公时钟向前拨（仅开发环境）").WithDescription("到期的事项办完后才回答。")
            .Guarded().Refuses(400, 415).RequireAuthorization(Permissions.SignedIn);
    }

    private static async Task<Ok<ClockAnswer>> MoveAsync(ClockRequest request, ClockMover mover, OfficeClock clock, CancellationToken cancellationToken)
    {
        var done = await mover.MoveToAsync(request.Now, cancellationToken);
        return TypedResults.Ok(new ClockAnswer(clock.Now, done));
    }
}

/// <summary>Where to move the clock.</summary>
internal sealed record ClockRequest(DateTimeOffset Now);

/// <summary>Where the clock stands.</summary>
/// <param name="Done">How many things that had fallen due were done.</param>
internal sealed record ClockAnswer(DateTimeOffset Now, int Done);
