using DocFlow.Office.Comparing;
using DocFlow.Office.Delegations;
using DocFlow.Office.Desks;
using DocFlow.Office.Events;
using DocFlow.Office.Opinions;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Whoever does another's work, as B角 of the post or as the person's delegate, does all of it, and is named as doing so.</summary>
public sealed class StandInWorkTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task The_stand_in_of_a_post_changes_the_text_that_is_reviewed_there()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await _office.DecideAsync("hemin", id, "同意");
        await _office.DecideAsync("zhouyifan", id, "同意");
        Assert.True((await _office.ReadAsync("xupei", id)).MayEdit);

        await _office.EditAsync("xupei", id, source => source + "\n二、其他\n\n另行通知。\n");
        await _office.DecideAsync("xupei", id, "同意");

        Assert.Equal("许沛", (await _office.ReadAsync("linzhiyuan", id)).Versions[^1].AuthorName);
        Assert.False((await _office.ReadAsync("xupei", id)).MayEdit);
    }

    [Fact]
    [Trait("Journey", "J05")]
    public async Task The_drafters_delegate_answers_opinions_while_the_draft_is_to_be_revised_and_is_named()
    {
        var id = await _office.CountersignedAsync();
        await _office.DecideAsync("zhengliqun", id, "退回", "请吸收会签意见。");
        var delegation = await DelegateAsync("linzhiyuan", "luoyu");

        var answer = await _office.AnswerAsync("luoyu", id, "市财政局", Adoption.Adopted);

        Assert.Equal((Adoption.Adopted, "罗予"), (answer.Adoption, answer.AnsweredByName));
        Assert.True((await _office.OpinionsAsync("luoyu", id)).MayAnswer);
        Assert.Equal(("罗予", "林知远"), await LastAsync(id, "采纳"));
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.ActAsync<IDelegationDesk>(desk => desk.RevokeAsync(drafter, delegation));
        await Play.RefusedAsync(Refusal.NotFound, () => _office.AnswerAsync("luoyu", id, "市财政局", Adoption.NotAdopted, "不涉及。"));
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task The_drafters_delegate_answers_notes_and_is_named()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var (reviewer, person) = (await _office.PersonIdAsync("hemin"), await _office.PersonIdAsync("luoyu"));
        var note = await _office.ActAsync<IParagraphNotes, string>(notes => notes.AddAsync(reviewer, id, new NewParagraphNote(1, 0, "请补充依据。")));
        await _office.DecideAsync("hemin", id, "退回", "请看批注。");
        await DelegateAsync("linzhiyuan", "luoyu");

        await _office.ActAsync<IParagraphNotes>(notes => notes.AnswerAsync(person, id, note, Adoption.Adopted, null));

        Assert.Equal(("罗予", "林知远"), await LastAsync(id, "采纳"));
    }

    [Fact]
    [Trait("Journey", "J04")]
    public async Task The_drafters_delegate_settles_changes_and_the_reviewers_does_not()
    {
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        await DelegateAsync("linzhiyuan", "luoyu");
        await DelegateAsync("zhouyifan", "dingyi");
        await _office.DecideAsync("hemin", id, "同意");
        await _office.EditAsync("zhouyifan", id, source => source.Replace("经研究，", "", StringComparison.Ordinal));
        var (person, other) = (await _office.PersonIdAsync("luoyu"), await _office.PersonIdAsync("dingyi"));
        Assert.False((await SheetAsync(other, id)).MayDecide);
        await _office.DecideAsync("zhouyifan", id, "退回", "请核对。");

        var sheet = await SheetAsync(person, id);
        await _office.ActAsync<IChangeDesk, int>(desk => desk.SettleAsync(person, id, new ChangeAnswer(sheet.From, sheet.To, sheet.Version, new Dictionary<int, string> { [1] = "须写明依据。" })));

        Assert.Equal((1, 2, true), (sheet.From, sheet.To, sheet.MayDecide));
        Assert.Equal(("罗予", "林知远"), await LastAsync(id, "取舍修改"));
        await _office.DecideAsync("luoyu", id, "送审");
        Assert.Equal("科室审核/何敏", await _office.WaitingAsync(id));
    }

    private Task<ChangeSheet> SheetAsync(string person, string id) => _office.ActAsync<IChangeDesk, ChangeSheet>(desk => desk.ReadAsync(person, id));

    private Task<(string, string?)> LastAsync(string id, string act) => _office.ActAsync<IOfficeData, (string, string?)>(async data =>
    {
        var record = await data.Events.Where(row => row.DocumentId == id && row.Act == act).OrderBy(row => row.Sequence).LastAsync();
        return (record.ActorName, record.OnBehalfOf);
    });

    private async Task<string> DelegateAsync(string from, string to)
    {
        var (principal, agent) = (await _office.PersonIdAsync(from), await _office.PersonIdAsync(to));
        var now = _office.Clock.Now;
        return await _office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(principal, new DelegationRequest(agent, now, now.AddDays(10), "外出学习。")));
    }
}
