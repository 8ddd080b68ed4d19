using System.Globalization;
using DocFlow.Documents.Comparing;
using DocFlow.Office.Comparing;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Opinions;
using DocFlow.Office.People;
using DocFlow.Office.Settings;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ParagraphNotes;

/// <inheritdoc />
internal sealed class ParagraphNoteDesk(
    IOfficeData data, DocumentAccess access, DocumentText texts, VersionTexts versions, SeatReaches reaches, OfficeDirectory directory, OfficeSettings settings, FreshRows rows,
    EventLog events, OfficeClock clock) : IParagraphNotes
{
    private const string Name = "批注";
    private const int MostText = 2000;
    private const int MostNotes = 500;
    private const int MostQuoted = 40;

    public async Task<ParagraphNoteSheet> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        var paragraphs = await ParagraphsAsync(document, cancellationToken);
        var notes = await NotesAsync(documentId, cancellationToken);
        var answerers = notes.ConvertAll(note => note.AnsweredById);
        var names = await data.People.Where(person => answerers.Contains(person.Id)).ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
        var isRunning = document.State == DocumentState.Running;
        var list = notes.Select(note => new ParagraphNoteRow(
            note.Id, paragraphs.FirstOrDefault(paragraph => paragraph.Place == note.Place && paragraph.Text == note.Paragraph)?.Index, note.Place, note.Paragraph, note.VersionOrdinal,
            note.Author!.Name, note.PostShown, note.StepName, note.Text, note.At, isRunning && note.AuthorId == personId && note.Adoption is null,
            note.Adoption, note.Reason, note.AnsweredById is { } by ? names[by] : null, note.AnsweredAt));
        return new ParagraphNoteSheet(
            document.CurrentVersion, paragraphs, [.. list.OrderBy(row => row.Index ?? int.MaxValue).ThenBy(row => row.At).ThenBy(row => row.NoteId, StringComparer.Ordinal)],
            await HeldAsync(personId, document, cancellationToken) is not null, await access.AnswersForAsync(personId, document, cancellationToken));
    }

    public Task<string> AddAsync(string personId, string documentId, NewParagraphNote note, CancellationToken cancellationToken = default) =>
        rows.ActAsync(() => TryAddAsync(personId, documentId, note, cancellationToken));

    public Task RemoveAsync(string personId, string documentId, string noteId, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var (document, note) = await FindAsync(personId, documentId, noteId, cancellationToken);
        if (note.AuthorId != personId)
            throw RefusalException.Forbidden("批注由写的人自己撤回。");
        if (document.State != DocumentState.Running || note.Adoption is not null)
            throw RefusalException.Conflict(note.Adoption is null ? $"《{document.Title}》已不在办理中，批注不能再撤回。" : "这条批注已经答复，不能撤回。");
        data.ParagraphNotes.Remove(note);
        await RecordAsync(personId, document, "撤回批注", note, note.Text, cancellationToken);
    });

    public Task AnswerAsync(string personId, string documentId, string noteId, Adoption adoption, string? reason, CancellationToken cancellationToken = default) => rows.ActAsync(async () =>
    {
        var (document, note) = await FindAsync(personId, documentId, noteId, cancellationToken);
        var words = string.IsNullOrWhiteSpace(reason) ? null : reason.Trim();
        if (note.Adoption == adoption && note.Reason == words)
            return;
        if (document.State != DocumentState.Running)
            throw RefusalException.Conflict($"《{document.Title}》已不在办理中，批注不能再答复。");
        if (!await access.AnswersForAsync(personId, document, cancellationToken))
            throw RefusalException.Forbidden("批注由拟稿人或正在修改文稿的人答复。");
        if (!Enum.IsDefined(adoption))
            throw RefusalException.Invalid("请选择采纳、部分采纳或不采纳。");
        if (adoption != Adoption.Adopted && words is null)
            throw RefusalException.Invalid($"{AdoptionNames.Of(adoption)}须写明理由。");
        PlainText.Require(words, "答复批注的理由", MostText);
        (note.Adoption, note.Reason, note.AnsweredById, note.AnsweredAt) = (adoption, words, personId, clock.Now);
        await RecordAsync(personId, document, AdoptionNames.Of(adoption), note, $"对批注“{Short(note.Text)}”{(words is null ? "" : $"：{words}")}", cancellationToken);
    });

    public async Task<IReadOnlyList<RedlineComment>> ReadCommentsAsync(string personId, string documentId, int from, int to, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        var zone = (await settings.ReadCalendarAsync(cancellationToken)).Zone;
        var notes = (await NotesAsync(documentId, cancellationToken)).FindAll(note => note.VersionOrdinal >= from && note.VersionOrdinal <= to);
        return notes.ConvertAll(note => new RedlineComment(
            note.Paragraph, new RevisionAuthor($"{note.Author!.Name}（{VersionTexts.Short(note.StepName)}）", TimeZoneInfo.ConvertTime(note.At, zone)),
            note.Adoption is { } adoption ? [note.Text, $"答复：{AdoptionNames.Of(adoption)}{(note.Reason is { } reason ? $"，{reason}" : "")}"] : [note.Text]));
    }

    private async Task<string> TryAddAsync(string personId, string documentId, NewParagraphNote note, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        if (await HeldAsync(personId, document, cancellationToken) is not { } seat)
            throw RefusalException.Forbidden("轮到您审核、会签或签发时，才能批注。");
        if (string.IsNullOrWhiteSpace(note.Text))
            throw RefusalException.Invalid("请写批注的内容。");
        PlainText.Require(note.Text, "批注", MostText);
        if (note.ReadVersion != document.CurrentVersion)
            throw RefusalException.Conflict($"您看的是第{note.ReadVersion}稿，现在已是第{document.CurrentVersion}稿。请刷新后看过新稿再批注。");
        if ((await ParagraphsAsync(document, cancellationToken)).FirstOrDefault(row => row.Index == note.Paragraph) is not { } paragraph)
            throw RefusalException.NotFound("这一段");
        var all = await NotesAsync(documentId, cancellationToken);
        if (all.Find(row => row.AuthorId == personId && row.VersionOrdinal == note.ReadVersion && row.Place == paragraph.Place && row.Paragraph == paragraph.Text && row.Text == note.Text.Trim()) is { } same)
            return same.Id;
        if (all.Count >= MostNotes)
            throw RefusalException.Invalid($"这份公文已有{all.Count}条批注，请先答复或撤回一部分。");
        var added = new ParagraphNote
        {
            Id = OfficeId.New(clock.Now), DocumentId = documentId, VersionOrdinal = document.CurrentVersion, Place = paragraph.Place, Paragraph = paragraph.Text,
            AuthorId = personId, PostShown = seat.PostShown, StepName = seat.WorkItem!.StepName, Text = note.Text.Trim(), At = clock.Now,
        };
        data.ParagraphNotes.Add(added);
        await RecordAsync(personId, document, Name, added, added.Text, cancellationToken);
        return added.Id;
    }

    private async Task RecordAsync(string personId, Document document, string act, ParagraphNote note, string words, CancellationToken cancellationToken)
    {
        // Of two presses at once, and of a note and a signature, the second looks again.
        data.Touch(document);
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), act) with
        {
            Actor = await directory.PersonAsync(personId, cancellationToken),
            OnBehalfOf = act == Name ? null : await access.RevisesForAsync(personId, document, cancellationToken),
            StepName = note.StepName,
            Opinion = act == Name ? string.Create(CultureInfo.InvariantCulture, $"{note.Place}“{Short(note.Paragraph)}”：{words}") : words,
        });
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task<(Document Document, ParagraphNote Note)> FindAsync(string personId, string documentId, string noteId, CancellationToken cancellationToken)
    {
        var document = await access.ReadableAsync(personId, documentId, cancellationToken);
        return (document, await data.ParagraphNotes.SingleOrDefaultAsync(note => note.Id == noteId && note.DocumentId == documentId, cancellationToken) ?? throw RefusalException.NotFound("这条批注"));
    }

    private Task<List<ParagraphNote>> NotesAsync(string documentId, CancellationToken cancellationToken) =>
        data.ParagraphNotes.Include(note => note.Author).Where(note => note.DocumentId == documentId).OrderBy(note => note.At).ToListAsync(cancellationToken);

    private async Task<IReadOnlyList<NotedParagraph>> ParagraphsAsync(Document document, CancellationToken cancellationToken) => document.IsMatter
        ? []
        : Paragraphs.Of(await versions.TextAsync(await texts.CurrentAsync(document, cancellationToken), cancellationToken));

    // The work that the person has in hand now, where it isn't the drafter's own.
    private async Task<Seat?> HeldAsync(string personId, Document document, CancellationToken cancellationToken) => document is { IsMatter: false, State: DocumentState.Running }
        ? await data.Seats.Include(seat => seat.WorkItem).Where(seat => seat.WorkItem!.DocumentId == document.Id && seat.State == SeatState.Open && seat.WorkItem.StepKind != StepKind.Draft)
            .Where((await reaches.OfAsync(personId, cancellationToken)).Filter).OrderBy(seat => seat.Order).FirstOrDefaultAsync(cancellationToken)
        : null;

    private static string Short(string text) => text.Length <= MostQuoted ? text : $"{text[..MostQuoted]}……";
}
