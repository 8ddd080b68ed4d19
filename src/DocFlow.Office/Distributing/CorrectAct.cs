using System.Globalization;
using System.Text;
using DocFlow.Documents.Model;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>更正: a new text in the place of an issued one. What was sealed waits for a second person's seal; the rest is sent at once.</summary>
internal sealed class CorrectAct(
    IOfficeData data, IssuedDocuments issued, DocumentText texts, DraftVersions versions, CorrectionSealers sealers, CorrectionSending sending, OfficeDirectory directory,
    NoticeWriter notices, EventLog events, OfficeClock clock)
{
    private const string Name = "更正";

    public async Task<int> DoAsync(string actorId, string documentId, CorrectionOrder order, CancellationToken cancellationToken)
    {
        var document = await issued.ForRegistryAsync(actorId, documentId, Name, cancellationToken);
        AnswerRules.RequireReason(order.Reason, Name);
        var known = await data.Corrections.Where(row => row.DocumentId == documentId).ToListAsync(cancellationToken);
        if (known.Find(row => row.FromVersion == order.ReadVersion && row.State != CorrectionState.Refused) is { } done)
        {
            // A press that is repeated asks for the text that it made.
            return done.ById == actorId && done.Reason == order.Reason.Trim() ? done.ToVersion : throw RefusalException.Conflict(done.State == CorrectionState.Requested
                ? $"《{document.Title}》已有一份更正等待用印，请先用印或退回。"
                : $"您看的是第{order.ReadVersion}稿，现在已是第{document.CurrentVersion}稿。请刷新后再更正。");
        }

        if (order.ReadVersion != document.CurrentVersion)
            throw RefusalException.Conflict($"您看的是第{order.ReadVersion}稿，现在已是第{document.CurrentVersion}稿。请刷新后再更正。");
        var before = await issued.TextAsync(document, cancellationToken);
        var content = Content(before, order);
        RequireSameElements(document, before, content);
        var isSealed = await sealers.IsSealedAsync(documentId, cancellationToken);
        var others = isSealed ? await sealers.OthersAsync(actorId, cancellationToken) : [];
        if (isSealed && others.Count == 0)
            throw RefusalException.Forbidden("更正须由另一人用印，而监印岗位现在没有其他人。请由监印人以外的文印人员办理更正。");

        // A text that was given back keeps its place.
        var last = await data.DocumentVersions.Where(row => row.DocumentId == documentId).MaxAsync(row => row.Ordinal, cancellationToken);
        var version = await versions.AddAsync(document, last + 1, actorId, content, cancellationToken);
        await texts.RefuseUnfitAsync(version, cancellationToken);
        var correction = new Correction
        {
            Id = OfficeId.New(clock.Now), DocumentId = documentId, FromVersion = document.CurrentVersion, ToVersion = version.Ordinal, Reason = order.Reason.Trim(), ById = actorId, At = clock.Now,
            State = isSealed ? CorrectionState.Requested : CorrectionState.Sent,
        };
        data.Corrections.Add(correction);
        data.Touch(document);
        var actor = await directory.PersonAsync(actorId, cancellationToken);
        if (isSealed)
            await AskAsync(document, correction, version, actor, others, cancellationToken);
        else
            await sending.SendAsync(document, correction, version, actor, cancellationToken);
        await data.SaveChangesAsync(cancellationToken);
        return version.Ordinal;
    }

    private async Task AskAsync(Document document, Correction correction, DocumentVersion version, Person actor, IReadOnlyList<string> others, CancellationToken cancellationToken)
    {
        events.Add(ActRecord.On(version, "提出更正") with
        {
            Actor = actor,
            Opinion = correction.Reason,
            Detail = new Dictionary<string, string> { ["更正"] = string.Create(CultureInfo.InvariantCulture, $"第{correction.FromVersion}稿，更正后为第{correction.ToVersion}稿"), ["发文字号"] = document.Number ?? "" },
        });
        await notices.TellAsync(
            others, NoticeKind.Issued, $"correction/{correction.Id}", $"{actor.Name}提出更正《{document.Title}》（{document.Number}），请核对后用印或退回：{correction.Reason}", document.Id, actor.Id, cancellationToken);
    }

    private static DraftContent Content(CorrectableText before, CorrectionOrder order)
    {
        var annexes = before.Annexes.ToDictionary();
        foreach (var (name, text) in order.Annexes ?? new Dictionary<string, string>())
        {
            if (!annexes.ContainsKey(name))
                throw RefusalException.Invalid($"这份公文没有附件“{name}”。更正不增加附件；需要的，请另行发文。");
            annexes[name] = text;
        }

        var source = order.Source ?? before.Source;
        if (source == before.Source && annexes.All(annex => before.Annexes[annex.Key] == annex.Value))
            throw RefusalException.Invalid("正文和附件都没有改动，不需要更正。");
        return new DraftContent { SourceText = source, Attachments = annexes.ToDictionary(annex => annex.Key, annex => Encoding.UTF8.GetBytes(annex.Value)), Note = order.Reason.Trim() };
    }

    private static void RequireSameElements(Document document, CorrectableText before, DraftContent content)
    {
        var (old, now) = (DocumentText.Elements(before.Source), DocumentText.Elements(content.SourceText));
        if (now is null)
            throw RefusalException.Invalid($"更正后的《{document.Title}》文本不完整，请检查后再办理。");
        if (old is not null && Elements(old) != Elements(now))
            throw RefusalException.Invalid("更正只改正文、附件中的差错，不改变文种、发文机关、标题、主送和抄送；需要改变的，请另行发文。");
    }

    private static string Elements(OfficialDocument document) =>
        string.Join('\n', document.Kind, string.Join('，', document.Issuers), document.Title, document.Recipients.Text, document.Copies.Text);
}
