using System.Globalization;
using System.Text;
using DocFlow.Documents.Model;
using DocFlow.Office.Desks;
using DocFlow.Office.Desks.Acts;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Distributing;

/// <summary>更正: a new text in the place of an issued one, for all who have it.</summary>
internal sealed class CorrectAct(
    IOfficeData data, IssuedDocuments issued, DocumentText texts, DraftVersions versions, FinalFiles files, OfficeDirectory directory, ReceiptDeadlines deadlines,
    NoticeWriter notices, EventLog events, OfficeClock clock)
{
    private const string Name = "更正";

    public async Task<int> DoAsync(string actorId, string documentId, CorrectionOrder order, CancellationToken cancellationToken)
    {
        var document = await issued.ForRegistryAsync(actorId, documentId, Name, cancellationToken);
        AnswerRules.RequireReason(order.Reason, Name);
        if (order.ReadVersion != document.CurrentVersion)
            return await DoneBeforeAsync(actorId, document, order, cancellationToken);
        var before = await issued.TextAsync(document, cancellationToken);
        var content = Content(before, order);
        RequireSameElements(document, before, content);

        var wrong = await texts.CurrentAsync(document, cancellationToken);
        var version = await versions.AddAsync(document, wrong.Ordinal + 1, actorId, content, cancellationToken);
        document.CurrentVersion = version.Ordinal;
        document.UpdatedAt = clock.Now;
        await texts.RefuseUnfitAsync(version, cancellationToken);
        await files.AddAsync(document, version, cancellationToken);
        data.Corrections.Add(new Correction
        {
            Id = OfficeId.New(clock.Now), DocumentId = documentId, FromVersion = wrong.Ordinal, ToVersion = version.Ordinal, Reason = order.Reason.Trim(), ById = actorId, At = clock.Now,
        });
        var sent = await SendAsync(actorId, document, version, cancellationToken);
        await TellAsync(actorId, document, sent, order.Reason.Trim(), cancellationToken);
        events.Add(ActRecord.On(version, Name) with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            Opinion = order.Reason.Trim(),
            Detail = new Dictionary<string, string>
            {
                ["更正"] = string.Create(CultureInfo.InvariantCulture, $"第{wrong.Ordinal}稿，现行为第{version.Ordinal}稿"),
                ["原文"] = wrong.ContentHash,
                ["发文字号"] = document.Number ?? "",
                ["发往"] = string.Join('，', sent.Receipts.Select(receipt => receipt.RecipientName)),
            },
        });
        await data.SaveChangesAsync(cancellationToken);
        return version.Ordinal;
    }

    // A press that is repeated asks for the text that it made.
    private async Task<int> DoneBeforeAsync(string actorId, Document document, CorrectionOrder order, CancellationToken cancellationToken)
    {
        var done = await data.Corrections.SingleOrDefaultAsync(row => row.DocumentId == document.Id && row.FromVersion == order.ReadVersion, cancellationToken);
        return done?.ById == actorId && done.Reason == order.Reason.Trim()
            ? done.ToVersion
            : throw RefusalException.Conflict($"您看的是第{order.ReadVersion}稿，现在已是第{document.CurrentVersion}稿。请刷新后再更正。");
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

    private async Task<Distribution> SendAsync(string actorId, Document document, DocumentVersion version, CancellationToken cancellationToken)
    {
        var receipts = (await issued.DistributionsAsync(document.Id, cancellationToken)).SelectMany(row => row.Receipts.OrderBy(receipt => receipt.Order)).DistinctBy(receipt => receipt.RecipientName).ToList();
        var sent = new Distribution
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = document.Id,
            Key = string.Create(CultureInfo.InvariantCulture, $"{document.Id}/correction/{version.Ordinal}"),
            Kind = DistributionKind.Correction,
            ByPersonId = actorId,
            At = clock.Now,
            Copies = receipts.Count,
        };
        sent.Receipts.AddRange(receipts.Select((receipt, index) => new Receipt
        {
            Id = OfficeId.New(clock.Now), DistributionId = sent.Id, RecipientName = receipt.RecipientName, UnitId = receipt.UnitId, IsCopy = receipt.IsCopy, Order = index + 1,
        }));
        data.Distributions.Add(sent);
        await deadlines.AddAsync(sent, cancellationToken);
        return sent;
    }

    private async Task TellAsync(string actorId, Document document, Distribution sent, string reason, CancellationToken cancellationToken)
    {
        var receivers = await issued.ReceiversAsync(sent.Receipts, cancellationToken);
        await notices.TellAsync(
            [.. receivers.SelectMany(unit => unit)], NoticeKind.Issued, $"sent/{sent.Id}", $"《{document.Title}》（{document.Number}）有更正，请以更正后的为准并签收：{reason}", document.Id, actorId, cancellationToken);
        var sealers = await data.SealRecords.Where(record => record.DocumentId == document.Id).Select(record => record.SealedById).ToListAsync(cancellationToken);
        await notices.TellAsync(
            [.. sealers.Append(document.DrafterId).Append(document.SignerId).OfType<string>().Distinct()], NoticeKind.Issued, $"corrected/{sent.Id}",
            $"您经手的《{document.Title}》（{document.Number}）印发后作了更正，已发给原收文单位：{reason}", document.Id, actorId, cancellationToken);
    }
}
