using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using DocFlow.Host.Engines;
using DocFlow.Office;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using UglyToad.PdfPig;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>谈心谈话: what is restricted reaches the two and the keeper by a recorded reading, and nobody by any other way.</summary>
public sealed class HeartToHeartTalkTests(HeartToHeartTalkTests.TalkHost talks) : IClassFixture<HeartToHeartTalkTests.TalkHost>
{
    private const string Id = "heart-to-heart-talk";
    private const string Secret = "他说想到基层去锻炼两年";

    // As a server writes it that escapes everything but ASCII.
    private static readonly string Escaped = JsonSerializer.Serialize(Secret).Trim('"');

    private readonly OfficeHost _host = talks.Host;

    [Fact]
    [Trait("Journey", "J20")]
    [Trait("Procedure", Id)]
    public async Task A_talk_goes_from_plan_to_archive_and_its_register_shows_that_there_is_a_text_and_not_the_text()
    {
        var matter = await TalkAsync("zhengliqun", "linzhiyuan", "有");
        await Procedure.DecideAsync(_host, "linzhiyuan", matter, "确认");
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "办结", new { followUp = Secret });

        var dossier = await _host.ReadAsync("dingyi", $"/api/documents/{matter}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Equal(["登记", "约定", "完成记录", "确认", "办结", "归档"], Procedure.Acts(dossier));
        var row = await Procedure.RowAsync(_host, "dingyi", Id, matter);
        Assert.Equal(("郑立群", "林知远", "2026-12-11", "（限阅）", "（限阅）", "办结"), (row["谈话人"], row["谈话对象"], row["谈话日期"], row["谈话内容"], row["后续事项"], row["状态"]));
        var form = await _host.ReadAsync("dingyi", $"/api/procedures/{Id}/form");
        Assert.Contains(form.GetProperty("help").GetProperty("notes").EnumerateArray(), note => note.GetString()!.Contains("每次查阅都有记录", StringComparison.Ordinal));
    }

    [Fact]
    [Trait("Journey", "J28")]
    [Trait("Procedure", Id)]
    public async Task The_two_and_the_keeper_read_it_others_are_refused_and_both_are_recorded()
    {
        var matter = await TalkAsync("zhengliqun", "linzhiyuan", "无");
        await _host.PostAsync("linzhiyuan", "/api/work/delegations", new { toPersonId = await Procedure.PersonAsync(_host, "何敏"), from = "2026-12-10T00:00:00+08:00", to = "2026-12-31T00:00:00+08:00", reason = "出差" });

        foreach (var reader in new[] { "zhengliqun", "linzhiyuan", "dingyi" })
            Assert.Equal(Secret, (await _host.ReadAsync(reader, Restricted(matter))).GetProperty("text").GetString());
        // The stand-in (B角) and the delegate see the matter; administrators know of it; an outsider doesn't.
        foreach (var (login, status) in new[]
        {
            ("xupei", HttpStatusCode.Forbidden), ("hemin", HttpStatusCode.Forbidden), ("sysadmin", HttpStatusCode.Forbidden), ("secadmin", HttpStatusCode.Forbidden),
            ("auditor", HttpStatusCode.Forbidden), ("baihua", HttpStatusCode.NotFound),
        })
        {
            using var refused = await _host.As(login).GetAsync(Restricted(matter));
            Assert.Equal((login, status), (login, refused.StatusCode));
            Assert.DoesNotContain(Secret, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        using (var byKey = _host.WithKey())
        using (var refused = await byKey.GetAsync(Restricted(matter)))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        var trace = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}")).GetProperty("trace").EnumerateArray().ToList();
        Assert.Equal(["郑立群", "林知远", "丁一"], Actors(trace, "查阅限阅内容"));
        Assert.Equal(["许沛", "何敏", "sysadmin", "secadmin", "auditor", "白桦", "api"], Actors(trace, "查阅限阅内容被拒"));
        foreach (var administrator in new[] { "sysadmin", "secadmin", "auditor" })
        {
            var record = (await _host.ReadAsync(administrator, "/api/system/restricted")).EnumerateArray().Single(row => row.GetProperty("documentId").GetString() == matter);
            Assert.Equal((3, 7, "谈心谈话"), (record.GetProperty("reads").GetInt32(), record.GetProperty("refused").GetInt32(), record.GetProperty("kind").GetString()));
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await _host.As("dingyi").GetAsync("/api/system/restricted")).StatusCode);
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task No_other_answer_of_the_server_carries_the_text_whoever_asks()
    {
        var matter = await TalkAsync("zhengliqun", "linzhiyuan", "有");
        var instance = (await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}")).GetProperty("instanceId").GetString()!;
        var paths = _host.Get<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true)
            .Select(endpoint => "/" + endpoint.RoutePattern.RawText!.TrimStart('/')).Where(path => path.Contains("api/", StringComparison.Ordinal) && !path.Contains("restricted/", StringComparison.Ordinal) && !path.Contains('*', StringComparison.Ordinal))
            .SelectMany(path => new[] { matter, instance, Id }.Select(id => System.Text.RegularExpressions.Regex.Replace(path, @"\{([^}:]+)[^}]*\}", match => match.Groups[1].Value == "ordinal" ? "3" : id)))
            .Concat([$"/api/procedures/{Id}/register?search=谈&group=field:place", $"/api/documents/{matter}/versions/2", $"/api/documents/{matter}/versions/3", $"/api/documents/{matter}/redline?from=2&to=3"])
            .Distinct().ToList();
        Assert.True(paths.Count > 100, $"{paths.Count} paths");

        var answered = 0;
        string[] logins = Environment.GetEnvironmentVariable("DOCFLOW_TEST_FULL") == "1" ? ["zhengliqun", "linzhiyuan", "sysadmin"] : ["linzhiyuan"];
        foreach (var login in logins)
        {
            foreach (var path in paths)
            {
                using var response = await _host.As(login).GetAsync(path, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
                if (!response.IsSuccessStatusCode)
                    continue;
                answered++;
                var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
                Assert.False(text.Contains(Secret, StringComparison.Ordinal) || text.Contains(Escaped, StringComparison.OrdinalIgnoreCase), $"{login} {path}");
            }
        }

        Assert.True(answered > 20 * logins.Length, $"{answered} answers");
        using (var pdf = PdfDocument.Open(await _host.As("linzhiyuan").GetByteArrayAsync($"/api/documents/{matter}/papers/form")))
        {
            var text = string.Concat(pdf.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
            Assert.Contains("（限阅）", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Secret[..5], text, StringComparison.Ordinal);
        }

        // Nor can it be guessed by asking for its parts.
        foreach (var guess in new[] { "filter=field:talk%3D他说", "sort=field:talk", "group=field:talk" })
            Assert.Equal(HttpStatusCode.BadRequest, (await _host.As("dingyi").GetAsync($"/api/procedures/{Id}/register?{guess}")).StatusCode);
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task What_lies_in_the_data_folder_does_not_carry_the_text()
    {
        await TalkAsync("zhengliqun", "linzhiyuan", "无");

        foreach (var file in Directory.EnumerateFiles(_host.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            foreach (var encoding in new[] { Encoding.UTF8, Encoding.Unicode })
                Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(encoding.GetBytes(Secret)) < 0, file);
            Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(Encoding.ASCII.GetBytes(Escaped)) < 0, file);
        }
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task Neither_a_changed_procedure_nor_another_one_nor_a_changed_row_opens_it()
    {
        var matter = await TalkAsync("zhengliqun", "linzhiyuan", "无");
        // A procedure of the same name that restricts nothing, and another that takes the field over.
        var file = Path.Combine(_host.Folder, "workflows", $"{Id}.json");
        var before = await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken);
        await PutAsync(Id, before, json => Restrictable(json)!.Remove("restrictedTo"));
        await PutAsync("talk-copy", before, json =>
        {
            json["id"] = "talk-copy-v1";
            json["definitionId"] = "talk-copy";
            var docflow = json["customProperties"]!["docflow"]!;
            docflow["form"]!.AsArray().Add("talk");
            Restrictable(json)!.Remove("restrictedTo");
            Restrictable(json)!["prefill"] = "field:talk";
        });
        try
        {
            var dossier = await _host.ReadAsync("linzhiyuan", $"/api/documents/{matter}");
            Assert.Contains("限阅", dossier.ToString(), StringComparison.Ordinal);
            Assert.DoesNotContain(Secret, dossier.ToString(), StringComparison.Ordinal);
            Assert.Equal("（限阅）", (await Procedure.RowAsync(_host, "dingyi", Id, matter))["谈话内容"]);
            Assert.Equal(HttpStatusCode.Forbidden, (await _host.As("xupei").GetAsync(Restricted(matter))).StatusCode);
            var form = await _host.ReadAsync("dingyi", $"/api/procedures/talk-copy/form?from={matter}");
            Assert.False(form.GetProperty("values").TryGetProperty("talk", out _));
        }
        finally
        {
            await PutAsync(Id, before, _ => { });
        }

        // Another talk's text, put in its place in the database.
        var other = await TalkAsync("zhengliqun", "luoyu", "无");
        await using (var scope = _host.Get<IServiceScopeFactory>().CreateAsyncScope())
        {
            var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
            var seal = await data.RestrictedTexts.Where(text => text.DocumentId == matter).Select(text => text.Sealed).SingleAsync(TestContext.Current.CancellationToken);
            await data.RestrictedTexts.Where(text => text.DocumentId == other).ExecuteUpdateAsync(set => set.SetProperty(text => text.Sealed, seal), TestContext.Current.CancellationToken);
        }

        using var changed = await _host.As("luoyu").GetAsync(Restricted(other));
        Assert.Equal(HttpStatusCode.Conflict, changed.StatusCode);
        Assert.DoesNotContain(Secret, await changed.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Procedure", Id)]
    public async Task A_restricted_file_goes_to_the_same_readers_only_each_time_with_a_record_and_lies_sealed()
    {
        var content = Encoding.UTF8.GetBytes($"扫描件：{Secret}，不得外传。");
        var matter = await Procedure.StartAsync(_host, "dingyi", Id, new
        {
            title = "第四季度谈心", talker = await Procedure.PersonAsync(_host, "郑立群"), partner = await Procedure.PersonAsync(_host, "林知远"), plannedOn = "2026-12-18",
        });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "约定", new { appointedOn = "2026-12-11", place = "谈话室" });
        var seat = (await _host.WaitForSeatAsync("zhengliqun", matter)).GetProperty("seatId").GetString();
        await _host.PostAsync("zhengliqun", $"/api/work/seats/{seat}/outcome", new
        {
            outcome = "完成记录",
            form = new { values = new { talkedOn = "2026-12-11", talk = "谈了", hasFollowUp = "无" }, files = new { paper = new { name = "签字记录.pdf", content = Convert.ToBase64String(content) } } },
        });
        await _host.SettleAsync();

        var path = $"/api/documents/{matter}/restricted/paper";
        foreach (var reader in new[] { "zhengliqun", "linzhiyuan", "dingyi" })
        {
            Assert.Equal(("签字记录.pdf", true), (await _host.ReadAsync(reader, path)) is var read ? (read.GetProperty("text").GetString(), read.GetProperty("isFile").GetBoolean()) : default);
            using var response = await _host.As(reader).GetAsync($"{path}/file");
            Assert.Equal(content, await response.Content.ReadAsByteArrayAsync());
            Assert.Equal(("attachment", "no-store"), (response.Content.Headers.ContentDisposition!.DispositionType, response.Headers.CacheControl!.ToString()));
        }

        foreach (var (login, status) in new[] { ("xupei", HttpStatusCode.Forbidden), ("sysadmin", HttpStatusCode.Forbidden), ("baihua", HttpStatusCode.NotFound) })
        {
            using var refused = await _host.As(login).GetAsync($"{path}/file");
            Assert.Equal((login, status), (login, refused.StatusCode));
        }

        using (var byKey = _host.WithKey())
        using (var refused = await byKey.GetAsync($"{path}/file"))
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        // A text is no file.
        Assert.Equal(HttpStatusCode.BadRequest, (await _host.As("dingyi").GetAsync($"/api/documents/{matter}/restricted/talk/file")).StatusCode);
        var dossier = await _host.ReadAsync("xupei", $"/api/documents/{matter}");
        Assert.DoesNotContain("签字记录", dossier.ToString(), StringComparison.Ordinal);
        Assert.Equal(6, Actors([.. dossier.GetProperty("trace").EnumerateArray()], "查阅限阅内容").Count());
        Assert.Empty(dossier.GetProperty("files").EnumerateArray());
        foreach (var file in Directory.EnumerateFiles(_host.Folder, "*", SearchOption.AllDirectories))
        {
            await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var copy = new MemoryStream();
            await stream.CopyToAsync(copy, TestContext.Current.CancellationToken);
            Assert.True(copy.GetBuffer().AsSpan(0, (int)copy.Length).IndexOf(content.AsSpan()) < 0, file);
        }
    }

    private async Task PutAsync(string id, string text, Action<JsonNode> change)
    {
        var json = JsonNode.Parse(text)!;
        change(json);
        await File.WriteAllTextAsync(Path.Combine(_host.Folder, "workflows", $"{id}.json"), json.ToJsonString(), TestContext.Current.CancellationToken);
        await _host.Get<WorkflowFolderImport>().ImportAllAsync(TestContext.Current.CancellationToken);
    }

    private static JsonObject? Restrictable(JsonNode json) =>
        json["customProperties"]!["docflow"]!["fields"]!.AsArray().Select(field => field!.AsObject()).Single(field => field["key"]!.GetValue<string>() == "talk");

    private Task<string> TalkAsync(string talker, string partner, string followUp) => TalkAsync(_host, talker, partner, followUp);

    private static async Task<string> TalkAsync(OfficeHost host, string talker, string partner, string followUp)
    {
        var names = new Dictionary<string, string> { ["zhengliqun"] = "郑立群", ["linzhiyuan"] = "林知远", ["luoyu"] = "罗予" };
        var matter = await Procedure.StartAsync(host, "dingyi", Id, new
        {
            title = "第四季度谈心", talker = await Procedure.PersonAsync(host, names[talker]), partner = await Procedure.PersonAsync(host, names[partner]), plannedOn = "2026-12-18",
        });
        await Procedure.DecideAsync(host, talker, matter, "约定", new { appointedOn = "2026-12-11", place = "谈话室" });
        await Procedure.DecideAsync(host, talker, matter, "完成记录", new { talkedOn = "2026-12-11", talk = Secret, hasFollowUp = followUp });
        return matter;
    }

    private static string Restricted(string matter) => $"/api/documents/{matter}/restricted/talk";

    private static IEnumerable<string?> Actors(List<JsonElement> trace, string act) =>
        trace.Where(row => row.GetProperty("act").GetString() == act).Select(row => row.GetProperty("actorName").GetString());

    /// <summary>One host for all talks.</summary>
    public sealed class TalkHost : IAsyncLifetime
    {
        internal OfficeHost Host { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            Host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
            await Procedure.BringAsync(Host, Id);
        }

        public ValueTask DisposeAsync() => Host.DisposeAsync();
    }
}
