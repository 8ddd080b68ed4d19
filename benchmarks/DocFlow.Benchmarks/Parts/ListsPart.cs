using System.Diagnostics;
using System.Globalization;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Office;
using DocFlow.Office;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Benchmarks.Parts;

/// <summary>What people open all day, over HTTP on the real host, with a grown database.</summary>
internal sealed class ListsPart : IBenchmarkPart
{
    private const int WarmUp = 15;
    private const double TargetMilliseconds = 100;

    public string Name => "lists";

    public string Summary => "lists, dossier and register over HTTP with 10,000 documents";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        await using var host = await BenchmarkHost.StartAsync(settings.PostgreSql);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    filling the database with {settings.Documents} documents"));
        var filling = Stopwatch.StartNew();
        await new OfficeFilling(host).FillAsync(settings.Documents);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    filled in {filling.Elapsed.TotalSeconds:0} s"));

        var issued = await IdOfAsync(host, settings.Documents / 2 + 1);
        var lastPage = settings.Documents / 100 - 1;
        (string What, string Login, string Path)[] requests =
        [
            ("待办 of the director", "zhengliqun", "/api/work/open"),
            ("已办 of the director, first page", "zhengliqun", "/api/work/decided"),
            ("已办 of the director, page in the middle", "zhengliqun", $"/api/work/decided?page={lastPage}"),
            ("我发起 of a drafter, first page", "linzhiyuan", "/api/work/drafted"),
            ("我发起 of a drafter, a late page", "linzhiyuan", $"/api/work/drafted?page={lastPage / 2}"),
            ("dossier, as its drafter or reader", "hemin", $"/api/documents/{issued}"),
            ("发文登记簿 for the registry, first page", "suxiao", "/api/registers/issue?year=2026"),
            ("发文登记簿 for the registry, page in the middle", "suxiao", $"/api/registers/issue?year=2026&page={lastPage / 2}"),
            ("发文登记簿 for the director, who had a seat on all", "zhengliqun", "/api/registers/issue?year=2026"),
            ("发文登记簿 for a drafter", "linzhiyuan", "/api/registers/issue?year=2026"),
        ];
        var samples = requests.ToDictionary(request => request, _ => new Samples());
        var clients = requests.Select(request => request.Login).Distinct().ToDictionary(login => login, host.As);
        for (var round = 0; round < WarmUp + (settings.Rounds ?? 100); round++)
        {
            foreach (var request in requests)
                await (round < WarmUp ? new Samples() : samples[request]).TimeAsync(() => ReadAsync(clients[request.Login], request.Path));
        }

        foreach (var client in clients.Values)
            client.Dispose();
        var database = settings.PostgreSql is null ? "SQLite" : "PostgreSQL";
        return
        [
            .. requests.Select(request => new Figure(
                string.Create(CultureInfo.InvariantCulture, $"{request.What}: median / 95th percentile, {settings.Documents} documents, {database}"),
                $"{samples[request].Text} / {Samples.Format(samples[request].Percentile(0.95))} ms")
            {
                Target = "p95 < 100 ms",
                IsMet = samples[request].Percentile(0.95) < TargetMilliseconds,
            }),
        ];
    }

    private static async Task ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || text.Length < 50)
            throw new InvalidOperationException($"GET {path}: {(int)response.StatusCode} {text}");
    }

    private static Task<string> IdOfAsync(BenchmarkHost host, int index) => host.WithAsync<IOfficeData, string>(data => data.Documents
        .OrderBy(document => document.CreatedAt).Skip(index).Select(document => document.Id).FirstAsync());
}
