using DocFlow.Office.Desks;
using DocFlow.Office.Notices;
using DocFlow.Office.Pausing;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests;

/// <summary>加签 before, beside and after, and 减签.</summary>
public sealed class AddedSeatTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    [Trait("Journey", "J06")]
    public async Task The_director_asks_another_unit_while_countersigning_is_open_and_takes_it_out_before_it_was_opened()
    {
        var id = await _office.CountersigningAsync();
        Assert.True((await _office.ReadAsync("zhengliqun", id)).MayAddCosigners);

        var seat = await CosignAsync("zhengliqun", id, "liangshu");

        Assert.Equal(seat, await CosignAsync("zhengliqun", id, "liangshu"));
        Assert.Equal("会签/白桦 会签/石磊 会签/江月 会签/梁书", await _office.WaitingAsync(id));
        var director = await _office.PersonIdAsync("zhengliqun");
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(director, seat, "不涉及宣传。"));
        Assert.Equal("会签/白桦 会签/石磊 会签/江月", await _office.WaitingAsync(id));
        Assert.Equal(
            ["加签 郑立群 涉及宣传口径。", "减签 郑立群 不涉及宣传。"],
            (await _office.ReadAsync("linzhiyuan", id)).Trace.Where(row => row.Act is "加签" or "减签").Select(row => $"{row.Act} {row.ActorName} {row.Opinion}"));
        await CosignAsync("xupei", id, "liangshu");
        await _office.ReadAsync("liangshu", id);
        var opened = (await _office.ReadAsync("linzhiyuan", id)).Waiting.Single(waiting => waiting.PersonName == "梁书").SeatId;
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(director, opened, "不涉及宣传。")));
    }

    [Fact]
    public async Task Nobody_else_asks_units_and_only_who_speaks_for_one_is_asked_while_it_is_open()
    {
        var id = await _office.CountersigningAsync();

        await Play.RefusedAsync(Refusal.Forbidden, () => CosignAsync("hemin", id, "liangshu"));
        await Play.RefusedAsync(Refusal.Invalid, () => CosignAsync("zhengliqun", id, "dingyi"));
        await Play.RefusedAsync(Refusal.Conflict, () => CosignAsync("zhengliqun", id, "shilei"));
        foreach (var login in new[] { "baihua", "shilei", "jiangyue" })
            await _office.DecideAsync(login, id, "同意");
        await Play.RefusedAsync(Refusal.Conflict, () => CosignAsync("zhengliqun", id, "liangshu"));
        Assert.False((await _office.ReadAsync("zhengliqun", id)).MayAddCosigners);
    }

    private async Task<string> CosignAsync(string login, string documentId, string cosigner)
    {
        var (actor, person) = (await _office.PersonIdAsync(login), await _office.PersonIdAsync(cosigner));
        return await _office.ActAsync<ISeatDesk, string>(desk => desk.AddCosignerAsync(actor, documentId, person, "涉及宣传口径。"));
    }

    [Fact]
    public async Task Who_was_asked_first_decides_before_the_asker_can()
    {
        var id = await AtReviewAsync();
        await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.Before);

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("hemin", id, "同意"));

        Assert.Contains("您已请梁书先行办理（前加签）", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(["梁书"], Assert.Single((await _office.ReadAsync("hemin", id)).Acts).WaitsFor);
        await _office.DecideAsync("liangshu", id, "同意", "口径可行。");
        await _office.DecideAsync("hemin", id, "同意");
        Assert.Equal("办公室核稿/周亦凡", await _office.WaitingAsync(id));
        Assert.Contains("前加签", Assert.Single(await _office.NoticesAsync("liangshu", NoticeKind.Seats)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_asked_after_gets_the_seat_when_the_asker_has_agreed_and_the_step_waits()
    {
        var id = await AtReviewAsync();
        var added = await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.After);
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
        var person = await _office.PersonIdAsync("liangshu");
        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.DecideAsync(person, added, new SeatAnswer("同意"))));

        await _office.DecideAsync("hemin", id, "同意");

        Assert.Equal("科室审核/梁书", await _office.WaitingAsync(id));
        await _office.DecideAsync("liangshu", id, "同意");
        Assert.Equal("办公室核稿/周亦凡", await _office.WaitingAsync(id));
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_countersigner_asks_others_before_beside_and_after_the_own_opinion_and_only_from_the_own_seat()
    {
        var id = await _office.CountersigningAsync();
        var (stranger, seat) = (await _office.PersonIdAsync("hemin"), Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId);
        var asked = await _office.PersonIdAsync("luoyu");
        foreach (var place in Enum.GetValues<SeatPlace>())
            await Play.RefusedAsync(Refusal.Forbidden, () => _office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(stranger, seat, asked, "请看看。", place)));

        await _office.AddSeatAsync("baihua", id, "liangshu", SeatPlace.Before);
        await _office.AddSeatAsync("baihua", id, "luoyu", SeatPlace.After);
        await _office.AddSeatAsync("shilei", id, "tangning", SeatPlace.Beside);

        await Play.RefusedAsync(Refusal.Conflict, () => _office.DecideAsync("baihua", id, "同意"));
        await _office.DecideAsync("liangshu", id, "同意", "先行意见。");
        foreach (var login in new[] { "baihua", "shilei", "jiangyue", "tangning" })
            await _office.DecideAsync(login, id, "同意");
        Assert.Equal("会签/罗予", await _office.WaitingAsync(id));
        await _office.DecideAsync("luoyu", id, "同意", "后续意见。");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
        var trace = (await _office.ReadAsync("linzhiyuan", id)).Trace;
        Assert.Equal(["白桦", "白桦", "石磊"], trace.Where(row => row.Act == "加签").Select(row => row.ActorName));
        Assert.Equal(["先行意见。", "后续意见。"], trace.Where(row => row is { Act: "同意", StepName: "会签", Opinion: not null }).Select(row => row.Opinion));
    }

    [Fact]
    public async Task While_the_document_stands_still_nobody_is_asked_and_nobody_is_taken_out()
    {
        var id = await _office.CountersigningAsync();
        var waiting = await _office.AddSeatAsync("baihua", id, "luoyu", SeatPlace.After);
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.ActAsync<IPauseDesk>(desk => desk.PauseAsync(drafter, id, "等候上级答复。"));

        await Play.RefusedAsync(Refusal.Conflict, () => CosignAsync("zhengliqun", id, "liangshu"));
        await Play.RefusedAsync(Refusal.Conflict, () => _office.AddSeatAsync("shilei", id, "tangning", SeatPlace.Beside));
        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, waiting, "不再需要。")));

        Assert.Contains("已暂停办理（等候上级答复。）", refusal.Message, StringComparison.Ordinal);
        await _office.ActAsync<IPauseDesk>(desk => desk.ResumeAsync(drafter, id));
        await CosignAsync("zhengliqun", id, "liangshu");
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, waiting, "不再需要。"));
    }

    [Fact]
    public async Task When_the_asker_returns_who_was_to_come_after_is_not_asked()
    {
        var id = await AtReviewAsync();
        await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.After);

        await _office.DecideAsync("hemin", id, "退回", "请改第一条。");

        Assert.Equal("拟稿/林知远", await _office.WaitingAsync(id));
        Assert.Empty((await _office.ReadAsync("liangshu", id)).Acts);
    }

    [Fact]
    [Trait("Journey", "J06")]
    public async Task A_seat_is_withdrawn_by_a_fellow_before_it_was_opened_and_by_the_drafter_also_after()
    {
        var id = await AtReviewAsync();
        var (asker, drafter) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("linzhiyuan"));
        var added = await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.Before);
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(asker, added, "不再需要。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(asker, added, "不再需要。"));
        var seen = await _office.AddSeatAsync("hemin", id, "luoyu", SeatPlace.Before);
        await _office.ReadAsync("luoyu", id);

        var refusal = await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(asker, seen, "不再需要。")));

        Assert.Contains("罗予已经打开", refusal.Message, StringComparison.Ordinal);
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, seen, "不再需要。"));
        await _office.DecideAsync("hemin", id, "同意");
        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal(["加签/何敏", "减签/何敏", "加签/何敏", "减签/林知远"], dossier.Trace.Where(row => row.Act is "加签" or "减签").Select(row => $"{row.Act}/{row.ActorName}"));
        Assert.Equal(2, (await _office.NoticesAsync("luoyu", NoticeKind.Seats)).Count);
    }

    [Fact]
    public async Task A_waiting_seat_goes_with_the_seat_that_asked_for_it_and_the_last_open_one_stays()
    {
        var id = await _office.CountersigningAsync();
        var own = Assert.Single((await _office.ReadAsync("baihua", id)).Acts).SeatId;
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.AddSeatAsync("baihua", id, "liangshu", SeatPlace.After);
        await _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, own, "不涉及。"));
        await _office.DecideAsync("shilei", id, "同意");
        var last = Assert.Single((await _office.ReadAsync("jiangyue", id)).Acts).SeatId;

        await Play.RefusedAsync(Refusal.Conflict, () => _office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(drafter, last, "不涉及。")));

        await _office.DecideAsync("jiangyue", id, "同意");
        Assert.Equal("主任审核/郑立群", await _office.WaitingAsync(id));
    }

    [Fact]
    public async Task The_same_press_on_adding_and_handing_on_repeated_is_one_act()
    {
        var id = await AtReviewAsync();
        var own = Assert.Single((await _office.ReadAsync("hemin", id)).Acts).SeatId;
        var (asker, to) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("luoyu"));

        var first = await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.Beside);
        var again = await _office.AddSeatAsync("hemin", id, "liangshu", SeatPlace.Beside);
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(asker, own, to, "外出。"));
        await _office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(asker, own, to, "外出。"));

        Assert.Equal(first, again);
        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Equal(["加签", "转办"], dossier.Trace.Where(row => row.Act is "加签" or "转办").Select(row => row.Act));
        Assert.Contains("转给您办理", Assert.Single(await _office.NoticesAsync("luoyu", NoticeKind.Seats)), StringComparison.Ordinal);
    }

    private async Task<string> AtReviewAsync()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        return id;
    }
}
