using System.Text.Json;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>“本季度未谈”: which pairs a quarter still lacks, and who is told.</summary>
public sealed class TalkCoverageTests : IAsyncLifetime
{
    private const string Id = "heart-to-heart-talk";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        await Procedure.BringAsync(_host, Id);
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    [Trait("Journey", "J20")]
    [Trait("Procedure", Id)]
    public async Task Every_pair_without_a_talk_in_the_quarter_is_lit_and_whoever_owes_one_is_told_once_before_its_end()
    {
        Assert.Equal(
            ["韩松-郑立群", "韩松-许沛", "郑立群-罗予", "郑立群-唐宁", "许沛-何敏", "许沛-林知远", "许沛-周亦凡"],
            Lacking(await CoverageAsync("dingyi")));
        var matter = await Procedure.StartAsync(_host, "dingyi", Id, new
        {
            title = "第四季度谈心", talker = await Procedure.PersonAsync(_host, "郑立群"), partner = await Procedure.PersonAsync(_host, "唐宁"), plannedOn = "2026-12-18",
        });
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "约定", new { appointedOn = "2026-12-10" });
        Assert.Contains("郑立群-唐宁", Lacking(await CoverageAsync("dingyi")));
        await Procedure.DecideAsync(_host, "zhengliqun", matter, "完成记录", new { talkedOn = "2026-12-10", talk = "谈了工作。", hasFollowUp = "无" });

        var covered = await CoverageAsync("dingyi");
        Assert.Equal(("2026年第四季度", 1, "本季度未谈"), (covered.GetProperty("words").GetString(), covered.GetProperty("covered").GetInt32(), covered.GetProperty("alert").GetString()));
        Assert.DoesNotContain("郑立群-唐宁", Lacking(covered));
        // The next quarter begins anew; who is no reader sees the own pairs.
        Assert.Contains("郑立群-唐宁", Lacking(await CoverageAsync("dingyi", "?period=2027-Q1")));
        Assert.Equal(["郑立群-罗予"], Lacking(await CoverageAsync("zhengliqun")).Where(pair => pair.StartsWith("郑立群", StringComparison.Ordinal)));
        Assert.Equal(["许沛-何敏"], Lacking(await CoverageAsync("hemin")));

        // Ten working days before New Year, of which Saturday 12-26 is one.
        await Procedure.MoveClockAsync(_host, "2026-12-20T23:00:00+08:00");
        Assert.DoesNotContain("本季度未谈", await NoticesAsync("zhengliqun"), StringComparison.Ordinal);
        await Procedure.MoveClockAsync(_host, "2026-12-21T08:31:00+08:00");
        await Procedure.MoveClockAsync(_host, "2026-12-22T08:31:00+08:00");
        Assert.Equal("谈心谈话：本季度未谈（2026年第四季度）：罗予。", Assert.Single((await NoticesAsync("zhengliqun")).Split('\n'), line => line.Contains("本季度未谈", StringComparison.Ordinal)));
        Assert.Contains("何敏、林知远、周亦凡", await NoticesAsync("xupei"), StringComparison.Ordinal);
    }

    private Task<JsonElement> CoverageAsync(string login, string query = "") => _host.ReadAsync(login, $"/api/procedures/{Id}/coverage{query}");

    private static IEnumerable<string> Lacking(JsonElement coverage) => coverage.GetProperty("rows").EnumerateArray().Where(row => row.GetProperty("on").ValueKind == JsonValueKind.Null)
        .Select(row => $"{row.GetProperty("who").GetString()}-{row.GetProperty("whom").GetString()}");

    private async Task<string> NoticesAsync(string login) => string.Join('\n', (await _host.ReadAsync(login, "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()));
}
