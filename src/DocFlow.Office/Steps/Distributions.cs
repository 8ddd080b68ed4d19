using System.Globalization;
using DocFlow.Office.Distributing;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Notices;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Steps;

/// <inheritdoc />
internal sealed class Distributions(
    IOfficeData data, DocumentText texts, Recipients recipients, StepDeciders deciders, ReceiptDeadlines deadlines, IssuedDocuments issued, NoticeWriter notices, EventLog events, OfficeClock clock) : IDistributions
{
    public async Task IssueAsync(string documentId, CancellationToken cancellationToken = default)
    {
        var document = await data.Documents.FindAsync([documentId], cancellationToken) ?? throw RefusalException.NotFound("这份公文");
        if (document.State is DocumentState.Issued or DocumentState.Archived)
            return;
        var version = await texts.SignedAsync(document, cancellationToken);
        if (document.State != DocumentState.Numbered)
            throw RefusalException.Invalid($"《{document.Title}》尚未编号，不能印发。");

        var to = await recipients.OfAsync(version.SourceText, cancellationToken);
        var by = await deciders.LatestAsync(documentId, StepKind.Distribute, cancellationToken);
        var now = clock.Now;
        var distribution = new Distribution
        {
            Id = OfficeId.New(now),
            DocumentId = documentId,
            Key = $"{documentId}/issue",
            ByPersonId = by?.Id,
            At = now,
            Copies = to.Count,
        };
        distribution.Receipts.AddRange(to.Select((recipient, index) => new Receipt
        {
            Id = OfficeId.New(now),
            DistributionId = distribution.Id,
            RecipientName = recipient.Name,
            UnitId = recipient.UnitId,
            IsCopy = recipient.IsCopy,
            Order = index + 1,
        }));
        data.Distributions.Add(distribution);
        await deadlines.AddAsync(distribution, cancellationToken);
        document.State = DocumentState.Issued;
        document.IssuedAt = now;
        document.UpdatedAt = now;
        var receivers = await issued.ReceiversAsync(distribution.Receipts, cancellationToken);
        await notices.TellAsync(
            [.. receivers.SelectMany(unit => unit)], NoticeKind.Issued, $"sent/{distribution.Id}", $"《{document.Title}》（{document.Number}）已印发，请签收。", documentId, by?.Id, cancellationToken);
        events.Add(ActRecord.On(version, "印发") with
        {
            Actor = by,
            Detail = new Dictionary<string, string>
            {
                ["发文字号"] = document.Number ?? "",
                ["印数"] = to.Count.ToString(CultureInfo.InvariantCulture),
                ["发往"] = string.Join('，', to.Select(recipient => recipient.Name)),
            },
        });
    }
}
