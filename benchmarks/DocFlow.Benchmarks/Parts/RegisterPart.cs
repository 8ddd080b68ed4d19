using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Office;

namespace DocFlow.Benchmarks.Parts;

/// <summary>The register of a procedure with 100,000 matters over HTTP: pages, filters, orders, groups and totals.</summary>
internal sealed class RegisterPart : IBenchmarkPart
{
    private const int WarmUp = 3;
    private const int Times = 10;
    private const int PageSize = 100;
    private const double TargetMilliseconds = 200;

    // The head of the section that may read them all.
    private const string Reader = "luoyu";

    private static readonly (string What, string Login, string Query)[] Views =
    [
        ("first page", Reader, ""),
        ("page in the middle", Reader, "page={middle}"),
        ("last page", Reader, "page={last}"),
        ("one month", Reader, "period=2025-06"),
        ("one choice", Reader, "filter=field:room%3D一号"),
        ("numbers from to, of one quarter", Reader, "period=2025-Q2&filter=field:people%3D20..40"),
        ("red lights", Reader, "filter=light%3D红"),
        ("words in the title", Reader, "search=第77"),
        ("by due day", Reader, "sort=due"),
        ("by a number, descending", Reader, "sort=field:people&descending=true"),
        ("by a text", Reader, "sort=field:host"),
        ("grouped by a choice", Reader, "group=field:room"),
        ("grouped by state", Reader, "group=state"),
        ("own matters of somebody who may not read all", "linzhiyuan", ""),
    ];

    public string Name => "register";

    public string Summary => "the register of a procedure with 100,000 matters";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        await using var host = await BenchmarkHost.StartAsync(settings.PostgreSql);
        var (matters, database) = (settings.Documents * Times, settings.PostgreSql is null ? "SQLite" : "PostgreSQL");
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    filling the register with {matters} matters"));
        await new RegisterFilling(host).FillAsync(matters);
        var samples = Views.ToDictionary(view => view.What, _ => new Samples());
        var clients = Views.Select(view => view.Login).Distinct().ToDictionary(login => login, host.As);
        for (var round = 0; round < WarmUp + (settings.Rounds ?? 40); round++)
        {
            foreach (var (what, login, query) in Views)
                await (round < WarmUp ? new Samples() : samples[what]).TimeAsync(() => ReadAsync(clients[login], Filled(query, matters)));
        }

        foreach (var client in clients.Values)
            client.Dispose();
        return
        [
            .. Views.Select(view => new Figure(
                string.Create(CultureInfo.InvariantCulture, $"register of {matters} matters, {view.What}: median / 95th percentile, {database}"),
                samples[view.What].Whole)
            {
                Target = "p95 < 200 ms", IsMet = samples[view.What].Percentile(0.95) < TargetMilliseconds,
            }),
        ];
    }

    private static string Filled(string query, int matters) => query
        .Replace("{middle}", (matters / 2 / PageSize).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("{last}", (matters / PageSize - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private static async Task ReadAsync(HttpClient client, string query)
    {
        using var response = await client.GetAsync($"/api/procedures/{RegisterFilling.Procedure}/register?{query}");
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || text.Length < 1000)
            throw new InvalidOperationException($"GET {query}: {(int)response.StatusCode} {text}");
    }
}
