using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>A 批复 that is drafted from a 请示, and the chain 来文 → 批示 → 分办 beside it.</summary>
public sealed class ReplyTests : IAsyncLifetime
{
    private const string Source = """
        ---
        文种: 批复
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于调整青禾县综合值班安排的批复
        主送: 青禾县委办公室
        ---
        你办《关于调整青禾县综合值班安排的请示》（青办〔2026〕{0}号）收悉。经研究，同意调整青禾县综合值班安排。

        此复。
        """;

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-08T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, "incoming-document", "leader-instruction", "supervision-part");
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J12")]
    public async Task A_reply_is_held_to_the_register_and_stands_in_one_chain_with_what_it_answers()
    {
        var (qinghe, reader) = (await Procedure.UnitAsync(_host, "青禾县委办公室"), await Procedure.PersonAsync(_host, "林知远"));
        var incoming = await Procedure.StartAsync(_host, "suxiao", "incoming-document", new
        {
            title = "关于调整青禾县综合值班安排的请示", sender = "青禾县委办公室", senderNumber = "青办〔2026〕19号", receivedOn = "2026-12-08", urgency = "平急",
        });
        await Procedure.DecideAsync(_host, "guchen", incoming, "通过");
        await Procedure.DecideAsync(_host, "zhengliqun", incoming, "送批示", new { handlers = await Procedure.UnitAsync(_host, "秘书一科"), readers = reader });
        await Procedure.DecideAsync(_host, "luming", incoming, "批示", opinion: "请秘书一科办理，督查室跟进。");
        await _host.WaitForSeatAsync("hemin", incoming);

        // Who can't read it can't answer it.
        using (var hidden = await _host.As("dingyi").PostAsJsonAsync("/api/documents", new { source = Draft(19), bornFromId = incoming }))
            Assert.Equal(HttpStatusCode.NotFound, hidden.StatusCode);
        var reply = (await _host.PostAsync("linzhiyuan", "/api/documents", new { source = Draft(91), bornFromId = incoming })).GetProperty("id").GetString()!;
        using (var wrong = await _host.As("linzhiyuan").PostAsJsonAsync($"/api/documents/{reply}/start", new { version = await VersionAsync(reply) }))
        {
            Assert.Equal((HttpStatusCode.BadRequest, true), (wrong.StatusCode, (await wrong.Content.ReadAsStringAsync())
                .Contains("登记的文号是青办〔2026〕19号，文中写作青办〔2026〕91号", StringComparison.Ordinal)));
        }

        using (var saved = await _host.As("linzhiyuan").PutAsJsonAsync($"/api/documents/{reply}/draft", new { source = Draft(19), version = await VersionAsync(reply) }))
            Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        await _host.PostAsync("linzhiyuan", $"/api/documents/{reply}/start", new { version = await VersionAsync(reply) });
        await _host.WaitForSeatAsync("hemin", reply);

        // Each points to the other.
        Assert.Equal((incoming, true), await LinkAsync("linzhiyuan", reply));
        Assert.Equal((reply, false), await LinkAsync("linzhiyuan", incoming));

        var instruction = await Procedure.StartAsync(_host, "tangning", "leader-instruction", new { }, bornFromId: incoming);
        await Procedure.DecideAsync(_host, "tangning", instruction, "转办", new { lead = qinghe, units = qinghe });
        // The county gets its notice once it is sealed.
        await Procedure.DecideAsync(_host, "guchen", instruction, "用印");
        var part = (await _host.WaitForAsync("xiahe", "/api/work/open", read => read.GetProperty("rows").GetArrayLength() > 0)).GetProperty("rows")[0].GetProperty("documentId").GetString()!;
        var whole = await LinksAsync("zhengliqun", part);
        Assert.Equal([(incoming, 0), (reply, 1), (instruction, 1), (part, 2)], whole.Select(Place));
        var last = whole[3];
        Assert.Equal(("督办分办", "在办", "签收（夏禾）", "Green", true), (Text(last, "kind"), Text(last, "standing"), Text(last, "waiting"), Text(last, "light"), last.GetProperty("isAsked").GetBoolean()));
        Assert.Equal("督办通知单", Text(Assert.Single(last.GetProperty("files").EnumerateArray()), "name"));
        Assert.Equal(("承办（何敏）", "批示：批示（陆明）", "请秘书一科办理，督查室跟进。"), (Text(whole[0], "waiting"), Text(whole[0], "last"), Text(whole[0], "opinion")));

        // The drafter reads letter and reply, nothing of the supervision; the county only its part; who reads nothing of it learns nothing.
        Assert.Equal([(incoming, 0), (reply, 1)], (await LinksAsync("linzhiyuan", reply)).Select(Place));
        Assert.Equal([(part, 0)], (await LinksAsync("xiahe", part)).Select(Place));
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("dingyi").GetAsync($"/api/documents/{reply}/chain")).StatusCode);

        // Passed the letter and the part but not what lies between, a reader sees that something does, without a word of it.
        await _host.PostAsync("zhengliqun", $"/api/documents/{incoming}/circulations", new { personIds = new[] { await Procedure.PersonAsync(_host, "夏禾") } });
        var joined = await LinksAsync("xiahe", part);
        Assert.Equal([(incoming, 0), (null, 1), (part, 2)], joined.Select(Place));
        Assert.Equal(("", "", ""), (Text(joined[1], "title"), Text(joined[1], "kind"), Text(joined[1], "unitName")));
    }

    private static string Draft(int number) => Source.Replace("{0}", number.ToString(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private async Task<int> VersionAsync(string document) => (await _host.ReadAsync("linzhiyuan", $"/api/documents/{document}/draft")).GetProperty("version").GetInt32();

    private async Task<(string?, bool)> LinkAsync(string login, string document)
    {
        var link = Assert.Single((await _host.ReadAsync(login, $"/api/documents/{document}")).GetProperty("links").EnumerateArray());
        return (Text(link, "documentId"), link.GetProperty("isOrigin").GetBoolean());
    }

    private async Task<IReadOnlyList<JsonElement>> LinksAsync(string login, string document) =>
        [.. (await _host.ReadAsync(login, $"/api/documents/{document}/chain")).GetProperty("links").EnumerateArray()];

    private static (string?, int) Place(JsonElement link) => (Text(link, "documentId"), link.GetProperty("depth").GetInt32());

    private static string? Text(JsonElement element, string name) => element.GetProperty(name).GetString();
}
