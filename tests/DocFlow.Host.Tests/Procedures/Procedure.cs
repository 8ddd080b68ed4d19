using System.Text.Json;
using DocFlow.Host.Engines;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>Playing procedures over HTTP.</summary>
internal static class Procedure
{
    /// <summary>Brings procedures of the repository into a host.</summary>
    public static async Task BringAsync(OfficeHost host, params string[] ids)
    {
        foreach (var id in ids)
        {
            // Put there whole: the host watches its folder and may be reading what is half written.
            var whole = Path.Combine(host.Folder, $"{id}.json");
            File.Copy(Path.Combine(Repository.Root, "workflows", $"{id}.json"), whole, overwrite: true);
            File.Move(whole, Path.Combine(host.Folder, "workflows", $"{id}.json"), overwrite: true);
        }

        await host.Get<WorkflowFolderImport>().ImportAllAsync(TestContext.Current.CancellationToken);
    }

    public static async Task<string> StartAsync(OfficeHost host, string login, string procedure, object values, object? files = null, string? bornFromId = null)
    {
        var started = await host.PostAsync(login, $"/api/procedures/{procedure}/matters", new { values, files, bornFromId });
        await host.SettleAsync();
        return started.GetProperty("id").GetString()!;
    }

    /// <summary>Decides on the person's open seat, filling in its fields.</summary>
    public static async Task DecideAsync(OfficeHost host, string login, string matter, string outcome, object? values = null, string? opinion = null, object? handwriting = null)
    {
        var seat = await host.WaitForSeatAsync(login, matter);
        await host.PostAsync(login, $"/api/work/seats/{seat.GetProperty("seatId").GetString()}/outcome", new { outcome, opinion, handwriting, form = values is null ? null : new { values } });
        await host.SettleAsync();
    }

    /// <summary>Moves the office clock.</summary>
    public static Task MoveClockAsync(OfficeHost host, string now) => host.PostAsync("suxiao", "/api/clock", new { now });

    public static async Task<string> PersonAsync(OfficeHost host, string name) => (await UnitsAsync(host)).SelectMany(unit => unit.GetProperty("members").EnumerateArray())
        .First(member => member.GetProperty("name").GetString() == name).GetProperty("personId").GetString()!;

    public static async Task<string> UnitAsync(OfficeHost host, string name) =>
        (await UnitsAsync(host)).First(unit => unit.GetProperty("name").GetString() == name).GetProperty("id").GetString()!;

    /// <summary>The only row of a register, by the columns' titles.</summary>
    public static async Task<IReadOnlyDictionary<string, string?>> RowAsync(OfficeHost host, string login, string procedure, string matter, string query = "")
    {
        var register = await host.ReadAsync(login, $"/api/procedures/{procedure}/register{query}");
        var row = register.GetProperty("rows").EnumerateArray().Single(row => row.GetProperty("documentId").GetString() == matter);
        return register.GetProperty("columns").EnumerateArray().Zip(row.GetProperty("cells").EnumerateArray())
            .ToDictionary(pair => pair.First.GetProperty("title").GetString()!, pair => pair.Second.GetProperty("text").GetString());
    }

    public static IReadOnlyList<string?> Acts(JsonElement dossier) => [.. dossier.GetProperty("trace").EnumerateArray().Select(row => row.GetProperty("act").GetString())];

    private static async Task<IReadOnlyList<JsonElement>> UnitsAsync(OfficeHost host) => [.. (await host.ReadAsync("suxiao", "/api/work/units")).EnumerateArray()];
}
