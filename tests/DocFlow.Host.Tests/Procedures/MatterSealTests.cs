using System.Net;
using System.Text.Json;
using DocFlow.Host.Engines;

namespace DocFlow.Host.Tests.Procedures;

/// <summary>No document of a matter is sealed by one person alone.</summary>
public sealed class MatterSealTests : IAsyncLifetime
{
    private const string Id = "seal-note";
    private const string Later = "later-note";

    private OfficeHost _host = null!;

    public async ValueTask InitializeAsync()
    {
        _host = await OfficeHost.StartAsync(new HostChoice(Settings: new Dictionary<string, string?> { ["DOCFLOW_CLOCK"] = "2026-12-10T09:00:00+08:00" }));
        foreach (var id in new[] { Id, Later })
            File.Copy(Path.Combine(Repository.Root, "tests", "DocFlow.Host.Tests", "Procedures", $"{id}.json"), Path.Combine(_host.Folder, "workflows", $"{id}.json"));
        await Procedure.BringAsync(_host, "rectification-item");
        await _host.Get<WorkflowFolderImport>().ImportAllAsync(TestContext.Current.CancellationToken);
        (await SealPictures.RegisterAsync(_host, "中共云河市委办公室", 42)).Dispose();
    }

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_keeper_who_acted_alone_is_refused_and_with_another_person_the_seal_is_put_on_and_registered()
    {
        var alone = await Procedure.StartAsync(_host, "guchen", Id, new { subject = "借阅档案" });
        await Procedure.DecideAsync(_host, "guchen", alone, "用印");

        var fault = Assert.Single((await _host.WaitForAsync("sysadmin", "/api/repairs/faults", read => read.GetArrayLength() > 0)).EnumerateArray());
        Assert.Contains("用印须由申请人以外的第二人监印", fault.ToString(), StringComparison.Ordinal);
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "guchen", alone, "告知函"));
        Assert.NotEqual("Archived", (await _host.ReadAsync("guchen", $"/api/documents/{alone}")).GetProperty("state").GetString());

        var two = await Procedure.StartAsync(_host, "linzhiyuan", Id, new { subject = "借阅档案" });
        await Procedure.DecideAsync(_host, "guchen", two, "用印");

        Assert.True(await ProducedFiles.IsSealedAsync(_host, "linzhiyuan", two, "告知函"));
        var dossier = await _host.ReadAsync("linzhiyuan", $"/api/documents/{two}");
        Assert.Equal("Archived", dossier.GetProperty("state").GetString());
        Assert.Equal("顾晨", dossier.GetProperty("trace").EnumerateArray().Single(row => row.GetProperty("act").GetString() == "文书用印").GetProperty("actorName").GetString());
    }

    [Fact]
    [Trait("Procedure", "rectification-item")]
    public async Task A_letter_that_the_ladder_sent_waits_for_the_keeper_who_seals_it_once_and_the_late_unit_is_told()
    {
        var item = await Procedure.StartAsync(_host, "tangning", "rectification-item", new { title = "会议台账不完整", unit = await Procedure.UnitAsync(_host, "松岭县委办公室"), dueOn = "2026-12-14" });
        Assert.Equal(0, (await _host.ReadAsync("tangning", $"/api/documents/{item}/letters")).GetArrayLength());
        Assert.Equal(HttpStatusCode.NotFound, (await _host.As("guchen").GetAsync($"/api/documents/{item}")).StatusCode);
        await Procedure.DecideAsync(_host, "cenling", item, "报送措施", new { measure = "补齐会议台账。", owner = "岑岭" });
        await Procedure.DecideAsync(_host, "tangning", item, "措施可行");

        await Procedure.MoveClockAsync(_host, "2026-12-15T08:31:00+08:00");

        Assert.Equal(["催办函"], await ProducedFiles.NamesAsync(_host, "cenling", item));
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "cenling", item, "催办函"));
        Assert.Contains("已发出催办函，请用印", await NoticesAsync("guchen"), StringComparison.Ordinal);
        Assert.Equal(["催办函"], (await _host.ReadAsync("guchen", $"/api/documents/{item}/letters")).EnumerateArray().Select(name => name.GetString()));
        foreach (var (login, status) in new[] { ("tangning", HttpStatusCode.Forbidden), ("cenling", HttpStatusCode.Forbidden), ("xiahe", HttpStatusCode.NotFound) })
            Assert.Equal(status, await SealAsync(login, item));

        Assert.Equal(HttpStatusCode.NoContent, await SealAsync("guchen", item));

        Assert.True(await ProducedFiles.IsSealedAsync(_host, "cenling", item, "催办函"));
        await ProducedFiles.CheckedAsync(_host, "cenling", item, "催办函");
        Assert.Contains("的催办函已加盖印章", await NoticesAsync("cenling"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, await SealAsync("guchen", item));
        Assert.Equal(0, (await _host.ReadAsync("guchen", $"/api/documents/{item}/letters")).GetArrayLength());
        var sealing = (await _host.ReadAsync("tangning", $"/api/documents/{item}")).GetProperty("trace").EnumerateArray().Single(row => row.GetProperty("act").GetString() == "文书用印");
        Assert.Equal(("顾晨", "催办函"), (sealing.GetProperty("actorName").GetString(), sealing.GetProperty("opinion").GetString()));
    }

    [Fact]
    public async Task What_goes_out_before_its_seal_is_sealed_afterwards_by_another_person_than_who_sent_it()
    {
        var alone = await Procedure.StartAsync(_host, "guchen", Later, new { subject = "更正地点" });
        // Nobody else keeps the seals: who sent it is told so, and can't seal it.
        Assert.Contains("更正函没有其他监印人可以用印，请调整任职", await NoticesAsync("guchen"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, await SealAsync("guchen", alone, "更正函"));
        Assert.Empty(await ProducedFiles.SealLinesAsync(_host, alone));

        var two = await Procedure.StartAsync(_host, "linzhiyuan", Later, new { subject = "更正地点" });
        // It went out and is closed; the seal is still owed.
        Assert.Equal("Archived", (await _host.ReadAsync("linzhiyuan", $"/api/documents/{two}")).GetProperty("state").GetString());
        Assert.False(await ProducedFiles.IsSealedAsync(_host, "linzhiyuan", two, "更正函"));
        Assert.Equal(["更正函"], (await _host.ReadAsync("guchen", $"/api/documents/{two}/letters")).EnumerateArray().Select(name => name.GetString()));
        Assert.Equal(HttpStatusCode.NoContent, await SealAsync("guchen", two, "更正函"));

        Assert.True(await ProducedFiles.IsSealedAsync(_host, "linzhiyuan", two, "更正函"));
        Assert.Equal([("更正函", "顾晨", "林知远")], await ProducedFiles.SealLinesAsync(_host, two));
        // The keeper's register shows it with both names; who has nothing to do with the matter doesn't see it.
        var line = Assert.Single((await _host.ReadAsync("guchen", "/api/registers/seals?from=2026-01-01&to=2026-12-31")).GetProperty("rows").EnumerateArray());
        Assert.Equal(("林知远", "顾晨", two), (line.GetProperty("askedByName").GetString(), line.GetProperty("sealedByName").GetString(), line.GetProperty("documentId").GetString()));
        Assert.EndsWith("（更正函）", line.GetProperty("title").GetString(), StringComparison.Ordinal);
        Assert.Equal("中共云河市委办公室", Assert.Single(line.GetProperty("organs").EnumerateArray()).GetString());
        Assert.Equal(0, (await _host.ReadAsync("xiahe", "/api/registers/seals?from=2026-01-01&to=2026-12-31")).GetProperty("total").GetInt32());
        using var word = await _host.As("guchen").GetAsync("/api/registers/seals/file?format=docx&from=2026-01-01&to=2026-12-31");
        Assert.Equal(HttpStatusCode.OK, word.StatusCode);
        Assert.Equal(HttpStatusCode.Conflict, await SealAsync("guchen", two, "更正函"));
    }

    private async Task<HttpStatusCode> SealAsync(string login, string matter, string letter = "催办函")
    {
        using var response = await _host.As(login).PostAsync($"/api/documents/{matter}/letters/{letter}/seal", null);
        return response.StatusCode;
    }

    private async Task<string> NoticesAsync(string login) =>
        string.Join('\n', (await _host.ReadAsync(login, "/api/notices")).GetProperty("rows").EnumerateArray().Select(row => row.GetProperty("text").GetString()));
}
