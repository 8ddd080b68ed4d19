using DocFlow.Office.Desks;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>签发 binds the annexes too.</summary>
[Trait("Journey", "J08")]
public sealed class SignedAnnexTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task An_annex_is_part_of_what_was_signed_and_is_not_replaced_after()
    {
        var (bare, annexed) = (await _office.DraftAsync(), await _office.DraftAsync());
        await PutAsync("linzhiyuan", annexed, "地点在301会议室。");
        foreach (var id in new[] { bare, annexed })
        {
            await _office.StartAsync(id);
            foreach (var (login, outcome) in new[] { ("hemin", "同意"), ("zhouyifan", "同意"), ("zhengliqun", "同意"), ("luming", "签发") })
                await _office.DecideAsync(login, id, outcome);
        }

        // The same text without the annex has another hash.
        var signed = await _office.ReadAsync("linzhiyuan", annexed);
        Assert.NotEqual((await _office.ReadAsync("linzhiyuan", bare)).SignedHash, signed.SignedHash);
        foreach (var login in new[] { "suxiao", "linzhiyuan" })
            await Play.RefusedAsync(Refusal.Forbidden, () => PutAsync(login, annexed, "地点在302会议室。"));
        Assert.Equal(signed.SignedHash, (await _office.ReadAsync("linzhiyuan", annexed)).SignedHash);

        // With the right to send it back, the signature is void, its giver is told, and it must be signed anew.
        await _office.DecideAsync("suxiao", annexed, "退回", "附件地点有误。");
        await PutAsync("linzhiyuan", annexed, "地点在302会议室。");
        Assert.Null((await _office.ReadAsync("linzhiyuan", annexed)).SignedHash);
        Assert.Single(await _office.NoticesAsync("luming", NoticeKind.SignatureVoid));
    }

    private async Task PutAsync(string login, string id, string text)
    {
        var person = await _office.PersonIdAsync(login);
        var version = (await _office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(person, id))).Version;
        await _office.ActAsync<IAnnexDesk, int>(desk => desk.PutAsync(person, id, version, new Dictionary<string, byte[]> { ["安排.gw.txt"] = System.Text.Encoding.UTF8.GetBytes(text) }));
    }
}
