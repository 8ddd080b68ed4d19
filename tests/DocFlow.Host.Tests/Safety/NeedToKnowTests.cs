using System.IO.Compression;
using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using DocFlow.Host.Tests.Procedures;
using Microsoft.AspNetCore.Routing;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Safety;

/// <summary>What one county answers to supervision reaches neither another county nor another office, by whatever answer of the server.</summary>
public sealed partial class NeedToKnowTests(NeedToKnowTests.Counties counties) : IClassFixture<NeedToKnowTests.Counties>
{
    // Other counties and offices, a section and the registry of the same office: none of them has to do with it.
    private static readonly string[] Hostile = Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? ["xiahe", "shenyan", "yelan", "shilei", "linzhiyuan", "suxiao"] : ["xiahe"];

    private static readonly string[] Queries =
    [
        "/api/procedures/{p}/register?search=机密", "/api/procedures/{p}/register?group=field:unit", "/api/procedures/{p}/register?at=2026-12-11T09:00:00%2B08:00", "/api/procedures/{p}/register?filter=field:unit%3D松岭县委办公室",
        "/api/procedures/{p}/register/file?format=xlsx", "/api/procedures/{p}/register/file?format=pdf", "/api/procedures/{p}/register/file?format=docx",
        "/api/procedures/{p}/reports/督查专报?month=2026-11&format=docx", "/api/procedures/{p}/reports/督查专报?at=2026-12-11T09:00:00%2B08:00&month=2026-12&format=gw.txt",
        "/api/procedures/{p}/form?from={part}", "/api/procedures/{p}/form?from={matter}", "/api/analysis/{p}?period=2026-12", "/api/analysis/{p}/comparison?before=2026-11&after=2026-12", "/api/analysis/{p}/simulation",
        "/api/documents/{part}/chain", "/api/documents/{own}/chain", "/api/documents/{own}", "/api/schedule/?from=2026-12-01&to=2026-12-31", "/api/schedule/table?from=2026-12-01&to=2026-12-31&format=docx",
        "/api/documents/{own}/files/{hash}", "/api/documents/{part}/files/{hash}", "/api/documents/{matter}/files/{hash}", "/api/documents/{own}/papers/form", "/api/documents/{part}/papers/trace?format=docx",
    ];

    private readonly OfficeHost _host = counties.Host;

    [Fact]
    [Trait("Procedure", "supervision")]
    public async Task No_answer_of_the_server_tells_anybody_else_what_a_county_was_asked_or_answered()
    {
        var leaks = new List<string>();
        var told = 0;
        foreach (var login in Hostile)
        {
            foreach (var path in Paths())
            {
                using var response = await _host.As(login).GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                if (!response.IsSuccessStatusCode)
                    continue;
                told++;
                var words = Words(await response.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
                leaks.AddRange(Counties.Secrets.Where(secret => words.Contains(secret, StringComparison.Ordinal)).Select(secret => $"{login} {path}: {secret}"));
            }
        }

        Assert.Empty(leaks);
        Assert.True(told > 30 * Hostile.Length, $"{told} answers");
        // Whoever has to do with it finds it by the same means.
        Assert.Contains(Counties.Secrets[0], Words(await _host.As("tangning").GetByteArrayAsync("/api/procedures/supervision-part/register/file?format=xlsx")), StringComparison.Ordinal);
        Assert.Contains(Counties.Secrets[0], Words(await _host.As("tangning").GetByteArrayAsync("/api/procedures/supervision-part/register/file?format=pdf")), StringComparison.Ordinal);
        Assert.Contains(Counties.Secrets[1], await _host.As("cenling").GetStringAsync($"/api/documents/{counties.Part}"), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Procedure", "supervision")]
    public async Task Nobody_else_can_do_anything_to_it_nor_begin_anything_from_it()
    {
        var done = new List<string>();
        foreach (var login in Hostile)
        {
            foreach (var (method, path) in Routes().Where(route => route.Method != "GET" && route.Path.Contains("{id}", StringComparison.Ordinal) && route.Path.Contains("documents", StringComparison.Ordinal)))
            {
                foreach (var id in new[] { counties.Matter, counties.Part })
                {
                    using var request = new HttpRequestMessage(new HttpMethod(method), Filled(path, id, "supervision-part"))
                    {
                        Content = JsonContent.Create(new { reason = "看看", text = "看看", opinion = "看看", note = "看看", personIds = new[] { counties.PersonId }, paragraph = 0, readVersion = 1, version = 1, source = "", nodeId = "x", key = "k", from = 1, to = 1 }),
                    };
                    using var response = await _host.As(login).SendAsync(request, TestContext.Current.CancellationToken);
                    var words = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                    // To mark as read or to stop following what one isn't concerned with changes nothing and says nothing.
                    if ((response.IsSuccessStatusCode && !path.EndsWith("/read", StringComparison.Ordinal) && (method, path.EndsWith("/follow", StringComparison.Ordinal)) != ("DELETE", true)) || Counties.Secrets.Any(secret => words.Contains(secret, StringComparison.Ordinal)))
                        done.Add($"{login} {method} {path}: {(int)response.StatusCode} {words}");
                }
            }
        }

        foreach (var login in new[] { "xiahe", "linzhiyuan" })
        {
            foreach (var (path, body) in new (string, object)[]
            {
                ("/api/procedures/incoming-document/matters", new { values = new { title = "借题", sender = "某办", receivedOn = "2026-12-10", urgency = "平急" }, bornFromId = counties.Part }),
                ("/api/procedures/supervision-part/import", new { content = Encoding.UTF8.GetBytes("督办事项,承办单位\n一,松岭县委办公室\n"), bornFromId = counties.Matter }),
                ("/api/check", new { source = "---\n文种: 通知\n标题: 通知\n---\n一。", documentId = counties.Part }),
                ("/api/preview", new { source = "---\n文种: 通知\n标题: 通知\n---\n一。", documentId = counties.Part }),
                ("/api/procedures/supervision-part/views", new { name = "全县", isShared = true, query = new { } }),
            })
            {
                using var response = await _host.As(login).PostAsJsonAsync(path, body, TestContext.Current.CancellationToken);
                var words = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                if (response.IsSuccessStatusCode || Counties.Secrets.Any(secret => words.Contains(secret, StringComparison.Ordinal)))
                    done.Add($"{login} POST {path}: {(int)response.StatusCode} {words[..Math.Min(200, words.Length)]}");
            }
        }

        Assert.Empty(done);
        var acts = Procedure.Acts(await _host.ReadAsync("tangning", $"/api/documents/{counties.Part}"));
        Assert.DoesNotContain(acts, act => act is "批注" or "传阅" or "作废" or "暂停" or "催办");
    }

    [Fact]
    [Trait("Procedure", "supervision")]
    public async Task Counts_and_pages_of_others_are_those_of_their_own_rows()
    {
        foreach (var (login, own) in new[] { ("xiahe", 1), ("cenling", 1), ("shenyan", 0), ("yelan", 0), ("suxiao", 0), ("tangning", 2) })
        {
            var register = await _host.ReadAsync(login, "/api/procedures/supervision-part/register?group=field:unit");
            Assert.Equal((login, own, own), (login, register.GetProperty("total").GetInt32(), register.GetProperty("groups").EnumerateArray().Sum(group => group.GetProperty("count").GetInt32())));
            var board = (await _host.ReadAsync(login, "/api/procedures/board")).EnumerateArray().Single(row => row.GetProperty("procedureId").GetString() == "supervision-part");
            Assert.Equal((login, own), (login, board.GetProperty("parts").EnumerateArray().Sum(part => part.GetProperty("total").GetProperty("all").GetInt32())));
        }

        // Figures of the whole office are for those who lead it or read all of it.
        foreach (var login in new[] { "xiahe", "cenling", "yelan", "shilei", "linzhiyuan" })
            Assert.Equal((login, HttpStatusCode.Forbidden), (login, (await _host.As(login).GetAsync("/api/analysis/supervision-part?period=2026-12")).StatusCode));
    }

    private IEnumerable<string> Paths() => Routes().Where(route => route.Method == "GET" && !route.Path.Contains('*', StringComparison.Ordinal) && !route.Path.Contains("restricted/", StringComparison.Ordinal))
        .SelectMany(route => new[] { counties.Matter, counties.Part, counties.Instance }.Select(id => Filled(route.Path, id, "supervision-part")))
        .Concat(Queries.SelectMany(query => new[] { "supervision", "supervision-part", "incoming-document" }.Select(procedure => query.Replace("{p}", procedure, StringComparison.Ordinal)
            .Replace("{part}", counties.Part, StringComparison.Ordinal).Replace("{matter}", counties.Matter, StringComparison.Ordinal).Replace("{own}", counties.Own, StringComparison.Ordinal).Replace("{hash}", counties.Hash, StringComparison.Ordinal))))
        .Distinct();

    private IEnumerable<(string Method, string Path)> Routes() => _host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
        .Where(endpoint => endpoint.RoutePattern.RawText!.Contains("api/", StringComparison.Ordinal))
        .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Select(method => (method, "/" + endpoint.RoutePattern.RawText!.TrimStart('/'))) ?? []);

    private string Filled(string path, string id, string procedure) => Place().Replace(path, match => match.Groups[1].Value switch
    {
        "id" when path.Contains("/procedures/", StringComparison.Ordinal) || path.Contains("/analysis/", StringComparison.Ordinal) => procedure,
        "id" => id,
        "hash" => counties.Hash,
        "ordinal" or "page" => "1",
        "period" => "2026-12",
        "personId" => counties.PersonId,
        "name" => "form",
        "key" => "feedback",
        _ => id,
    });

    // Word, Excel and PDF files by their words.
    private static string Words(byte[] content)
    {
        if (content.AsSpan().StartsWith("PK"u8))
        {
            using var zip = new ZipArchive(new MemoryStream(content));
            return string.Concat(zip.Entries.Where(entry => entry.FullName.EndsWith(".xml", StringComparison.Ordinal)).Select(entry =>
            {
                using var reader = new StreamReader(entry.Open());
                return Tag().Replace(reader.ReadToEnd(), "");
            }));
        }

        if (content.AsSpan().StartsWith("%PDF"u8))
        {
            using var pdf = PdfDocument.Open(content);
            return string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
        }

        return Regex.Unescape(Escape().Replace(Encoding.UTF8.GetString(content), match => match.Value.StartsWith("\\u", StringComparison.Ordinal) ? match.Value : "\\" + match.Value));
    }

    [GeneratedRegex(@"\{\*{0,2}([^}:?]+)[^}]*\}")]
    private static partial Regex Place();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\\u[0-9A-Fa-f]{4}|[\\*+?|{}\[\]()^$.# ]")]
    private static partial Regex Escape();

    /// <summary>A supervision of which two counties have a part each; the second has answered, with a file.</summary>
    public sealed class Counties : IAsyncLifetime
    {
        /// <summary>The task of the second county, its answer, and what its file holds.</summary>
        internal static readonly string[] Secrets = ["机密压减任务", "机密核减情况", "机密附件内容"];

        internal OfficeHost Host { get; private set; } = null!;

        internal string Matter { get; private set; } = "";

        internal string Own { get; private set; } = "";

        internal string Part { get; private set; } = "";

        internal string Instance { get; private set; } = "";

        internal string Hash { get; private set; } = "";

        internal string PersonId { get; private set; } = "";

        public async ValueTask InitializeAsync()
        {
            Host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
            await Procedure.BringAsync(Host, "supervision", "supervision-part", "incoming-document", "process-improvement");
            var (qinghe, songling) = (await Procedure.UnitAsync(Host, "青禾县委办公室"), await Procedure.UnitAsync(Host, "松岭县委办公室"));
            PersonId = await Procedure.PersonAsync(Host, "唐宁");
            Matter = await Procedure.StartAsync(Host, "tangning", "supervision", new { title = "会议费用压减", source = "会议议定", instruction = "逐项核减。" });
            await Procedure.DecideAsync(Host, "zhengliqun", Matter, "同意立项");
            await Procedure.DecideAsync(Host, "tangning", Matter, "交办", new
            {
                tasks = JsonSerializer.Serialize(new object[] { new { title = "普通任务", lead = qinghe, units = qinghe }, new { title = Secrets[0], lead = songling, units = songling } }),
            });
            (Own, Part) = (await OpenAsync("xiahe"), await OpenAsync("cenling"));
            await Procedure.DecideAsync(Host, "cenling", Part, "签收");
            var seat = (await Host.WaitForSeatAsync("cenling", Part)).GetProperty("seatId").GetString();
            await Host.PostAsync("cenling", $"/api/work/seats/{seat}/outcome", new
            {
                outcome = "反馈", form = new { values = new { feedback = Secrets[1] }, files = new { evidence = new { name = "机密附件内容.txt", content = Convert.ToBase64String(Encoding.UTF8.GetBytes(Secrets[2])) } } },
            });
            await Host.SettleAsync();
            var dossier = await Host.ReadAsync("cenling", $"/api/documents/{Part}");
            Instance = dossier.GetProperty("instanceId").GetString()!;
            Hash = dossier.GetProperty("matter").GetProperty("lines").EnumerateArray().Select(line => line.GetProperty("fileHash").GetString()).First(hash => hash is not null)!;
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();

        private async Task<string> OpenAsync(string login) =>
            (await Host.WaitForAsync(login, "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0)).GetProperty("rows")[0].GetProperty("documentId").GetString()!;
    }
}
