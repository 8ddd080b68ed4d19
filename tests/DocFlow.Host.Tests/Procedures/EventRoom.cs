using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>One office with its meetings and activities, on 26 November 2026.</summary>
[CollectionDefinition(Name)]
public sealed class EventRoom : IAsyncLifetime, ICollectionFixture<EventRoom>
{
    internal const string Name = "Events";

    internal OfficeHost Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-11-26T09:00:00+08:00" }));
        await Procedure.BringAsync(Host, "event-plan", "event-report", "event", "event-confirm", "event-service", "event-task", "incident");
    }

    public ValueTask DisposeAsync() => Host.DisposeAsync();

    /// <summary>An activity as somebody fills it in.</summary>
    internal async Task<Dictionary<string, string?>> ActivityAsync(
        string title, string day, string from, string to, string? room, string lead, string? leader = null, string kind = "部门会议", string? place = null, string? exception = null) => new()
        {
            ["title"] = title, ["kind"] = kind, ["heldOn"] = day, ["startsAt"] = from, ["endsAt"] = to, ["room"] = room, ["place"] = place, ["exception"] = exception,
            ["lead"] = await Procedure.UnitAsync(Host, lead), ["leaders"] = leader is null ? null : await Procedure.PersonAsync(Host, leader),
        };

    /// <summary>Starts an activity of its own; the status and the words of the answer.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> TryStartAsync(string login, Dictionary<string, string?> activity)
    {
        activity["source"] = "临时安排";
        using var answer = await Host.As(login).PostAsJsonAsync("/api/procedures/event/matters", new { values = activity });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>Tries to decide, filling in fields.</summary>
    internal async Task<(HttpStatusCode Status, string Text)> TryDecideAsync(string login, string matter, string outcome, object values)
    {
        var seat = (await Host.WaitForSeatAsync(login, matter)).GetProperty("seatId").GetString();
        using var answer = await Host.As(login).PostAsJsonAsync($"/api/work/seats/{seat}/outcome", new { outcome, form = new { values } });
        return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
    }

    /// <summary>The person's open work of a procedure with a title.</summary>
    internal async Task<string> OpenAsync(string login, string kind, string title)
    {
        bool IsIt(JsonElement row) => row.GetProperty("title").GetString() == title && row.GetProperty("kind").GetString() == kind;
        var read = await Host.WaitForAsync(login, "/api/work/open", read => read.GetProperty("rows").EnumerateArray().Any(IsIt));
        return read.GetProperty("rows").EnumerateArray().First(IsIt).GetProperty("documentId").GetString()!;
    }
}
