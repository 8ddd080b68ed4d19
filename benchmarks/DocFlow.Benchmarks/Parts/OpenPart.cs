using System.Globalization;
using System.Net.Http.Json;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Benchmarks.Office;
using DocFlow.Office;
using DocFlow.Office.People;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Benchmarks.Parts;

/// <summary>The lists of people with 10,000 items each, and with ten times as many; one circulation to 300 persons.</summary>
internal sealed class OpenPart : IBenchmarkPart
{
    private const int WarmUp = 40;
    private const int Growth = 10;
    private const int Readers = 300;
    private const double TargetMilliseconds = 100;
    private const double MostGrowth = 1.5;
    private const double MostCirculation = 1000;

    private static readonly (string What, string Login, string Path)[] Lists =
    [
        ("待办", "zhengliqun", "/api/work/open"), ("待阅", "zhengliqun", "/api/circulations"), ("已办", "hemin", "/api/work/decided"),
        ("我发起", "linzhiyuan", "/api/work/drafted"), ("关注", "linzhiyuan", "/api/followed"),
    ];

    public string Name => "open";

    public string Summary => "the lists with 10,000 and 100,000 items each, and 传阅 to 300 persons";

    public async Task<IReadOnlyList<Figure>> MeasureAsync(BenchmarkSettings settings)
    {
        await using var host = await BenchmarkHost.StartAsync(settings.PostgreSql);
        var database = settings.PostgreSql is null ? "SQLite" : "PostgreSQL";
        var (few, many) = (settings.Documents, settings.Documents * Growth);
        var filling = new OpenFilling(host);
        await filling.FillAsync(0, few);
        var first = await TimeAsync(host, settings.Rounds ?? 100);
        var circulation = await CirculateAsync(host, settings.Rounds ?? 10);
        await Console.Error.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"    growing to {many} items"));
        await filling.FillAsync(few, many);
        var second = await TimeAsync(host, settings.Rounds ?? 100);
        return
        [
            .. Lists.Select(list => Speed(list.What, first[list.What], few, database)),
            .. Lists.Select(list => Grown(list.What, first[list.What], second[list.What], many, database)),
            new Figure($"传阅 to {Readers} persons: median / 95th percentile, {database}", $"{circulation.Text} / {Samples.Format(circulation.Percentile(0.95))} ms")
            {
                Target = "< 1 s", IsMet = circulation.Percentile(0.95) < MostCirculation,
            },
        ];
    }

    private static Figure Speed(string what, Samples samples, int items, string database) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what} with {items} items: median / 95th percentile, {database}"), samples.Whole)
    {
        Target = "p95 < 100 ms", IsMet = samples.Percentile(0.95) < TargetMilliseconds,
    };

    private static Figure Grown(string what, Samples few, Samples many, int items, string database) => new(
        string.Create(CultureInfo.InvariantCulture, $"{what} with {items} items: median / 95th percentile, {database}"), many.Whole)
    {
        Ratio = string.Create(CultureInfo.InvariantCulture, $"{many.Median / few.Median:0.00}×"), Target = "median ≤ 1.5× of a tenth", IsMet = many.Median <= few.Median * MostGrowth,
    };

    private static async Task<Dictionary<string, Samples>> TimeAsync(BenchmarkHost host, int rounds)
    {
        var samples = Lists.ToDictionary(list => list.What, _ => new Samples());
        var clients = Lists.Select(list => list.Login).Distinct().ToDictionary(login => login, host.As);
        for (var round = 0; round < WarmUp + rounds; round++)
        {
            foreach (var (what, login, path) in Lists)
                await (round < WarmUp ? new Samples() : samples[what]).TimeAsync(() => ReadAsync(clients[login], path));
        }

        foreach (var client in clients.Values)
            client.Dispose();
        return samples;
    }

    private static async Task ReadAsync(HttpClient client, string path)
    {
        using var response = await client.GetAsync(path);
        var text = await response.Content.ReadAsStringAsync();
        if (!response.IsSuccessStatusCode || text.Length < 1000)
            throw new InvalidOperationException($"GET {path}: {(int)response.StatusCode} {text}");
    }

    private static async Task<Samples> CirculateAsync(BenchmarkHost host, int rounds)
    {
        var readers = await host.WithAsync<IOfficeData, List<string>>(AppointAsync);
        var documents = await host.WithAsync<IOfficeData, List<string>>(data => data.Documents.OrderBy(document => document.Id).Select(document => document.Id).Take(rounds + 2).ToListAsync());
        var samples = new Samples();
        using var client = host.As("linzhiyuan");
        foreach (var (document, round) in documents.Select((document, round) => (document, round)))
        {
            await (round < 2 ? new Samples() : samples).TimeAsync(async () =>
            {
                using var response = await client.PostAsJsonAsync($"/api/documents/{document}/circulations", new { personIds = readers, key = "benchmark" });
                response.EnsureSuccessStatusCode();
            });
        }

        return samples;
    }

    // The demo office has fewer people: the others hold a post of their own in one unit.
    private static async Task<List<string>> AppointAsync(IOfficeData data)
    {
        var since = new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);
        var unit = await data.Units.Where(row => row.Name == "综合科").Select(row => row.Id).SingleAsync();
        var post = new Post { Id = OfficeId.New(since), UnitId = unit, Name = "联络员", Order = 1000 };
        data.Posts.Add(post);
        var people = Enumerable.Range(1, Readers).Select(index => new Person { Id = OfficeId.New(since), Login = $"reader{index}", Name = $"联络员{index}", Order = 1000 + index }).ToList();
        data.People.AddRange(people);
        data.Appointments.AddRange(people.Select(person => new Appointment { Id = OfficeId.New(since), PersonId = person.Id, PostId = post.Id, From = since }));
        await data.SaveChangesAsync();
        return people.ConvertAll(person => person.Id);
    }
}
