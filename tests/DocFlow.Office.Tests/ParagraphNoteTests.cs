using DocFlow.Documents.Comparing;
using DocFlow.Office.Desks;
using DocFlow.Office.Opinions;
using DocFlow.Office.ParagraphNotes;
using DocFlow.Office.Tests.Running;

namespace DocFlow.Office.Tests;

/// <summary>批注: a note on one paragraph, kept with its words and answered by the drafter.</summary>
[Trait("Journey", "J04")]
public sealed class ParagraphNoteTests : IAsyncLifetime
{
    private const string Words = "每月第二周为“无会周”，首个“无会周”为2026年12月7日至11日。";

    private OfficeHost _office = null!;
    private string _id = "";

    public async ValueTask InitializeAsync()
    {
        _office = await OfficeHost.StartAsync(new SqliteDatabase());
        _id = await _office.DraftAsync();
        await _office.StartAsync(_id);
        await _office.DecideAsync("hemin", _id, "同意");
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_reviewer_notes_something_on_a_paragraph_and_the_drafter_answers_it()
    {
        var note = await NoteAsync("zhouyifan", Words, "请核对日期。");
        await _office.DecideAsync("zhouyifan", _id, "退回", "见批注。");

        var sheet = await SheetAsync("linzhiyuan");
        var row = Assert.Single(sheet.Rows);
        Assert.Equal((note, "正文", Words, 1, "周亦凡", "办公室核稿", "请核对日期。"), (row.NoteId, row.Place, row.Paragraph, row.VersionOrdinal, row.AuthorName, row.StepName, row.Text));
        Assert.Equal(Words, sheet.Paragraphs[row.Index!.Value].Text);
        Assert.Equal((false, true), (sheet.MayAdd, sheet.MayAnswer));
        await RefusedAsync(Refusal.Invalid, () => AnswerAsync("linzhiyuan", note, Adoption.NotAdopted, " "));
        await RefusedAsync(Refusal.Forbidden, () => AnswerAsync("hemin", note, Adoption.Adopted, null));
        await AnswerAsync("linzhiyuan", note, Adoption.NotAdopted, "日期已核。");
        await AnswerAsync("linzhiyuan", note, Adoption.NotAdopted, "日期已核。");

        row = Assert.Single((await SheetAsync("zhouyifan")).Rows);
        Assert.Equal((Adoption.NotAdopted, "日期已核。", "林知远"), (row.Adoption!.Value, row.Reason, row.AnsweredByName));
        var trace = (await _office.ReadAsync("linzhiyuan", _id)).Trace;
        Assert.Equal($"正文“{Words}”：请核对日期。", Assert.Single(trace, act => act.Act == "批注").Opinion);
        Assert.Single(trace, act => act.Act == "不采纳");
    }

    [Fact]
    public async Task A_note_stays_with_its_words_where_the_paragraph_changes_and_moves_with_it_where_it_only_moves()
    {
        await NoteAsync("zhouyifan", Words, "请核对日期。");
        await NoteAsync("zhouyifan", "一、时间安排", "标题可再简。");
        await _office.DecideAsync("zhouyifan", _id, "退回", "见批注。");
        await _office.EditAsync("linzhiyuan", _id, source => source.Replace(Words, Words.Replace("7日", "14日", StringComparison.Ordinal), StringComparison.Ordinal).Replace("一、时间安排", "新的一段。\n\n一、时间安排", StringComparison.Ordinal));

        var rows = (await SheetAsync("linzhiyuan")).Rows;

        Assert.Equal(["标题可再简。", "请核对日期。"], rows.Select(row => row.Text));
        Assert.Equal([2, null], rows.Select(row => row.Index));
        Assert.Equal(Words, rows[1].Paragraph);
    }

    [Fact]
    public async Task The_comparison_carries_the_notes_with_their_author_step_and_answer()
    {
        var note = await NoteAsync("zhouyifan", Words, "请核对日期。");
        await _office.EditAsync("zhouyifan", _id, source => source.Replace("现将有关", "现就有关", StringComparison.Ordinal));
        await _office.DecideAsync("zhouyifan", _id, "退回", "见批注。");
        await AnswerAsync("linzhiyuan", note, Adoption.Adopted, null);
        var person = await _office.PersonIdAsync("linzhiyuan");

        var comments = await _office.ActAsync<IParagraphNotes, IReadOnlyList<RedlineComment>>(notes => notes.ReadCommentsAsync(person, _id, 1, 2));

        var comment = Assert.Single(comments);
        Assert.Equal((Words, "周亦凡（核稿）"), (comment.Paragraph, comment.Author.Name));
        Assert.Equal(["请核对日期。", "答复：采纳"], comment.Words);
        Assert.Empty(await _office.ActAsync<IParagraphNotes, IReadOnlyList<RedlineComment>>(notes => notes.ReadCommentsAsync(person, _id, 2, 2)));
    }

    [Fact]
    public async Task Only_who_has_the_work_in_hand_notes_on_the_text_that_stands()
    {
        await RefusedAsync(Refusal.Forbidden, () => NoteAsync("linzhiyuan", Words, "自己批自己。"));
        await RefusedAsync(Refusal.Forbidden, () => NoteAsync("hemin", Words, "已经办过。"));
        await RefusedAsync(Refusal.NotFound, () => NoteAsync("dingyi", Words, "与我无关。"));
        await RefusedAsync(Refusal.Invalid, () => NoteAsync("zhouyifan", Words, " "));
        var person = await _office.PersonIdAsync("zhouyifan");
        await RefusedAsync(Refusal.Conflict, () => AddAsync(person, new NewParagraphNote(7, 0, "旧稿。")));
        await RefusedAsync(Refusal.NotFound, () => AddAsync(person, new NewParagraphNote(1, 99, "没有这一段。")));
        await RefusedAsync(Refusal.Invalid, () => AddAsync(person, new NewParagraphNote(1, 0, new string('长', 2001))));

        Assert.Equal(await NoteAsync("zhouyifan", Words, "请核对日期。"), await NoteAsync("zhouyifan", Words, "请核对日期。"));
        Assert.Single((await SheetAsync("zhouyifan")).Rows);
    }

    [Fact]
    public async Task A_note_is_taken_back_by_its_author_until_it_is_answered()
    {
        var (first, second) = (await NoteAsync("zhouyifan", Words, "请核对日期。"), await NoteAsync("zhouyifan", Words, "另一处。"));
        var (author, other) = (await _office.PersonIdAsync("zhouyifan"), await _office.PersonIdAsync("hemin"));
        await RefusedAsync(Refusal.Forbidden, () => RemoveAsync(other, first));

        await RemoveAsync(author, first);
        await AnswerAsync("linzhiyuan", second, Adoption.Adopted, null);

        await RefusedAsync(Refusal.Conflict, () => RemoveAsync(author, second));
        Assert.Equal(second, Assert.Single((await SheetAsync("zhouyifan")).Rows).NoteId);
        Assert.Single((await _office.ReadAsync("hemin", _id)).Trace, act => act.Act == "撤回批注");
    }

    private async Task<string> NoteAsync(string login, string paragraph, string text)
    {
        var index = (await SheetAsync("hemin")).Paragraphs.Single(row => row.Text == paragraph).Index;
        return await AddAsync(await _office.PersonIdAsync(login), new NewParagraphNote(1, index, text));
    }

    private Task<string> AddAsync(string person, NewParagraphNote note) => _office.ActAsync<IParagraphNotes, string>(notes => notes.AddAsync(person, _id, note));

    private Task RemoveAsync(string person, string note) => _office.ActAsync<IParagraphNotes>(notes => notes.RemoveAsync(person, _id, note));

    private async Task AnswerAsync(string login, string note, Adoption adoption, string? reason)
    {
        var person = await _office.PersonIdAsync(login);
        await _office.ActAsync<IParagraphNotes>(notes => notes.AnswerAsync(person, _id, note, adoption, reason));
    }

    private async Task<ParagraphNoteSheet> SheetAsync(string login)
    {
        var person = await _office.PersonIdAsync(login);
        return await _office.ActAsync<IParagraphNotes, ParagraphNoteSheet>(notes => notes.ReadAsync(person, _id));
    }

    private static Task RefusedAsync(Refusal expected, Func<Task> act) => Play.RefusedAsync(expected, act);
}
