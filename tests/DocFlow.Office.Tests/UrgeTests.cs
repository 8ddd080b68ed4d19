using DocFlow.Office.Desks;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>催办: by whom, to whom, how often.</summary>
public sealed class UrgeTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Holders_of_open_seats_are_told_once_an_hour_by_the_same_person()
    {
        var id = await _office.CountersigningAsync();
        await _office.DecideAsync("baihua", id, "同意");

        Assert.Equal(["石磊", "江月"], await UrgeAsync("linzhiyuan", id));
        _office.Time.Advance(TimeSpan.FromMinutes(59));
        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => UrgeAsync("linzhiyuan", id));
        Assert.Contains("石磊、江月", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["石磊", "江月"], await UrgeAsync("hemin", id));
        _office.Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(["石磊", "江月"], await UrgeAsync("linzhiyuan", id));

        Assert.Equal(3, (await _office.NoticesAsync("shilei", NoticeKind.Urge)).Count);
        Assert.Empty(await _office.NoticesAsync("baihua", NoticeKind.Urge));
        var trace = (await _office.ReadAsync("linzhiyuan", id)).Trace;
        Assert.Equal(["林知远", "何敏", "林知远"], trace.Where(row => row.Act == "催办").Select(row => row.ActorName));
    }

    [Fact]
    public async Task Only_the_drafter_and_who_has_decided_may_urge_and_not_themselves()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        Assert.False((await _office.ReadAsync("suxiao", id)).MayUrge);
        Assert.True((await _office.ReadAsync("linzhiyuan", id)).MayUrge);

        await Play.RefusedAsync(Refusal.Forbidden, () => UrgeAsync("suxiao", id));
        await Play.RefusedAsync(Refusal.NotFound, () => UrgeAsync("luoyu", id));
        await _office.DecideAsync("hemin", id, "退回", "请改。");
        await Play.RefusedAsync(Refusal.Conflict, () => UrgeAsync("linzhiyuan", id));
        Assert.Equal(["林知远"], await UrgeAsync("hemin", id));
    }

    private async Task<IReadOnlyList<string>> UrgeAsync(string login, string id)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<ISeatDesk, IReadOnlyList<string>>(desk => desk.UrgeAsync(person, id, "请于今日下班前办理。"));
    }
}
