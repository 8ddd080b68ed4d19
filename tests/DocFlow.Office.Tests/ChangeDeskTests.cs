using DocFlow.Office.Comparing;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>花脸稿: single changes taken or refused by the drafter in one act, and alarms for those who approved an earlier text.</summary>
[Trait("Journey", "J04")]
public sealed class ChangeDeskTests : IAsyncLifetime
{
    private const string Rules = "\n二、有关要求\n\n（一）“无会周”期间，原则上不召开全市性会议。\n\n（二）确需召开的，报市委办公室审核。\n";

    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_drafter_takes_one_change_and_refuses_the_other_with_a_reason_in_one_act()
    {
        var id = await CheckedAsync();
        var sheet = await ReadAsync("linzhiyuan", id);
        Assert.Equal((1, 2, true), (sheet.From, sheet.To, sheet.MayDecide));
        Assert.Equal([("原则上", "", "周亦凡（核稿）"), ("", "提前5个工作日", "周亦凡（核稿）")], sheet.Changes.Select(change => (change.Before, change.After, change.AuthorName)));
        Assert.Equal(["义务：删去“原则上”，要求变严。", "时限：增加“提前”“5个工作日”。"], sheet.Alarms);

        var version = await SettleAsync("linzhiyuan", id, sheet, (2, "3个工作日已写入上级规定。"));

        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal((version, 3, "林知远"), (dossier.Version, dossier.CurrentVersion, dossier.Versions[^1].AuthorName));
        var text = (await DraftAsync("linzhiyuan", id)).SourceText;
        Assert.Contains("期间，不召开全市性会议", text, StringComparison.Ordinal);
        Assert.Contains("确需召开的，报市委办公室审核", text, StringComparison.Ordinal);
        var told = Assert.Single(await EventsAsync(id), record => record.Act == "取舍修改");
        Assert.Equal("共2处，接受1处；第2处不接受：3个工作日已写入上级规定。", told.Opinion);
        Assert.Equal((3, "林知远"), (told.VersionOrdinal, told.ActorName));
        Assert.DoesNotContain(await EventsAsync(id), record => record.Act == "修改" && record.VersionOrdinal == 3);
        // And the office goes on.
        await _office.DecideAsync("linzhiyuan", id, "送审");
    }

    [Fact]
    public async Task Taking_all_keeps_the_version_and_refusing_all_brings_back_the_words()
    {
        var taken = await CheckedAsync();
        await SettleAsync("linzhiyuan", taken, await ReadAsync("linzhiyuan", taken));
        Assert.Equal(2, (await _office.ReadAsync("linzhiyuan", taken)).CurrentVersion);
        Assert.Equal("共2处，接受2处", Assert.Single(await EventsAsync(taken), record => record.Act == "取舍修改").Opinion);

        var refused = await CheckedAsync();
        await SettleAsync("linzhiyuan", refused, await ReadAsync("linzhiyuan", refused), (1, "保留弹性。"), (2, "不需要。"));
        Assert.Equal((Play.Notice + Rules).ReplaceLineEndings("\n"), (await DraftAsync("linzhiyuan", refused)).SourceText);
    }

    [Fact]
    public async Task What_is_late_forged_or_without_reason_is_refused_and_nothing_changes()
    {
        var id = await CheckedAsync();
        var sheet = await ReadAsync("linzhiyuan", id);

        foreach (var (refusal, login, answer) in new[]
        {
            (Refusal.Forbidden, "hemin", Answer(sheet)),
            (Refusal.NotFound, "dingyi", Answer(sheet)),
            (Refusal.Invalid, "linzhiyuan", Answer(sheet, (2, " "))),
            (Refusal.Invalid, "linzhiyuan", Answer(sheet, (3, "没有这一处。"))),
            (Refusal.Invalid, "linzhiyuan", Answer(sheet) with { From = 2 }),
            (Refusal.NotFound, "linzhiyuan", Answer(sheet) with { To = 9 }),
            (Refusal.Conflict, "linzhiyuan", Answer(sheet) with { Version = sheet.Version - 1 }),
        })
            await Play.RefusedAsync(refusal, () => SettleAsync(login, id, answer));
        Assert.DoesNotContain(await EventsAsync(id), record => record.Act == "取舍修改");

        // The same press twice: the second meets a text that it hasn't seen.
        await SettleAsync("linzhiyuan", id, Answer(sheet, (1, "保留弹性。")));
        await Play.RefusedAsync(Refusal.Conflict, () => SettleAsync("linzhiyuan", id, Answer(sheet, (1, "保留弹性。"))));
        // Sent on, it isn't the drafter's turn.
        await _office.DecideAsync("linzhiyuan", id, "送审");
        await Play.RefusedAsync(Refusal.Forbidden, async () => await SettleAsync("linzhiyuan", id, Answer(await ReadAsync("linzhiyuan", id))));
        Assert.False((await ReadAsync("linzhiyuan", id)).MayDecide);
    }

    [Fact]
    public async Task A_choice_that_leaves_no_readable_text_is_refused()
    {
        var id = await StartedAsync();
        await _office.EditAsync("zhouyifan", id, source => $"{source}\n|单位|次数|\n|市财政局|3|\n");
        await _office.DecideAsync("zhouyifan", id, "退回", "请核对。");
        await _office.EditAsync("linzhiyuan", id, source => source.Replace("|单位|次数|\n|市财政局|3|", "|单位|次数|备注|\n|市财政局|3|已报|", StringComparison.Ordinal));

        var sheet = await ReadAsync("linzhiyuan", id, 2, 3);
        Assert.Equal(2, sheet.Changes.Count);
        var refusal = await Play.RefusedAsync(Refusal.Invalid, () => SettleAsync("linzhiyuan", id, sheet, (1, "表头不改。")));

        Assert.Contains("请把相关的几处一并接受或一并不接受", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_meaning_is_told_once_to_the_drafter_and_to_who_approved_the_earlier_text()
    {
        var id = await CheckedAsync();

        const string told = "《中共云河市委办公室关于开展“无会周”活动的通知》第2稿改动了含义（对照第1稿）：义务：删去“原则上”，要求变严；时限：增加“提前”“5个工作日”。请核对。";
        Assert.Equal([told], await _office.NoticesAsync("linzhiyuan", NoticeKind.Meaning));
        Assert.Equal([told], await _office.NoticesAsync("hemin", NoticeKind.Meaning));
        Assert.Empty(await _office.NoticesAsync("zhouyifan", NoticeKind.Meaning));

        // He approved the first text: what he sees is what came since.
        Assert.Equal((1, 2, false), await ReadAsync("hemin", id) is var sheet ? (sheet.From, sheet.To, sheet.MayDecide) : default);
        await _office.DecideAsync("linzhiyuan", id, "送审");
        await _office.DecideAsync("hemin", id, "同意");
        Assert.Single(await _office.NoticesAsync("linzhiyuan", NoticeKind.Meaning));
    }

    [Fact]
    public async Task A_change_of_wording_alone_tells_nobody()
    {
        var id = await StartedAsync();
        await _office.EditAsync("zhouyifan", id, source => source.Replace("现将有关事项通知如下", "现就有关事项通知如下", StringComparison.Ordinal));
        await _office.DecideAsync("zhouyifan", id, "同意");

        Assert.Empty(await _office.NoticesAsync("hemin", NoticeKind.Meaning));
        Assert.Empty(await _office.NoticesAsync("linzhiyuan", NoticeKind.Meaning));
    }

    private async Task<string> StartedAsync()
    {
        var id = await _office.DraftAsync(Play.Notice + Rules);
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        return id;
    }

    // J04: 何敏 agrees, 周亦凡 changes two sentences and returns.
    private async Task<string> CheckedAsync()
    {
        var id = await StartedAsync();
        await _office.EditAsync("zhouyifan", id, source => source.Replace("原则上", "", StringComparison.Ordinal).Replace("的，报市委", "的，提前5个工作日报市委", StringComparison.Ordinal));
        await _office.DecideAsync("zhouyifan", id, "退回", "请核对两处修改。");
        return id;
    }

    private async Task<ChangeSheet> ReadAsync(string login, string id, int? from = null, int? to = null)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IChangeDesk, ChangeSheet>(desk => desk.ReadAsync(person, id, from, to));
    }

    private Task<int> SettleAsync(string login, string id, ChangeSheet sheet, params (int, string)[] refused) => SettleAsync(login, id, Answer(sheet, refused));

    private async Task<int> SettleAsync(string login, string id, ChangeAnswer answer)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IChangeDesk, int>(desk => desk.SettleAsync(person, id, answer));
    }

    private async Task<DraftReading> DraftAsync(string login, string id)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(person, id));
    }

    private Task<List<OfficeEvent>> EventsAsync(string id) => _office.ActAsync<IOfficeData, List<OfficeEvent>>(data =>
        data.Events.AsNoTracking().Where(record => record.DocumentId == id).OrderBy(record => record.Sequence).ToListAsync());

    private static ChangeAnswer Answer(ChangeSheet sheet, params (int Id, string Reason)[] refused) =>
        new(sheet.From, sheet.To, sheet.Version, refused.ToDictionary(change => change.Id, change => change.Reason));
}
