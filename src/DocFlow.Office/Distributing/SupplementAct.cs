using System.Globalization;
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

/// <summary>补发: to units that weren't among the first.</summary>
internal sealed class SupplementAct(
    IOfficeData data, IssuedDocuments issued, DocumentText texts, OfficeDirectory directory, ReceiptDeadlines deadlines, NoticeWriter notices, EventLog events, OfficeClock clock)
{
    private const string Name = "补发";
    private const int Most = 200;
    private const int MostName = 200;

    public async Task DoAsync(string actorId, string documentId, SupplementOrder order, CancellationToken cancellationToken)
    {
        var document = await issued.ForRegistryAsync(actorId, documentId, Name, cancellationToken);
        AnswerRules.RequireReason(order.Reason, Name);
        var to = await ReadAsync(order, cancellationToken);
        var before = await issued.DistributionsAsync(documentId, cancellationToken);
        if (before.FindLast(row => row.Kind == DistributionKind.Supplement) is { } last && last.ByPersonId == actorId
            && last.Receipts.Select(receipt => receipt.RecipientName).ToHashSet().SetEquals(to.Select(recipient => recipient.Name)))
            return;
        var known = before.SelectMany(row => row.Receipts).Select(receipt => receipt.RecipientName).ToHashSet();
        if (to.FirstOrDefault(recipient => known.Contains(recipient.Name)) is { } twice)
            throw RefusalException.Conflict($"《{document.Title}》已发给{twice.Name}，不需要补发。");

        var sent = new Distribution
        {
            Id = OfficeId.New(clock.Now),
            DocumentId = documentId,
            Key = string.Create(CultureInfo.InvariantCulture, $"{documentId}/supplement/{before.Count}"),
            Kind = DistributionKind.Supplement,
            ByPersonId = actorId,
            At = clock.Now,
            Copies = to.Count,
        };
        sent.Receipts.AddRange(to.Select((recipient, index) => new Receipt
        {
            Id = OfficeId.New(clock.Now), DistributionId = sent.Id, RecipientName = recipient.Name, UnitId = recipient.UnitId, IsCopy = recipient.IsCopy, Order = index + 1,
        }));
        data.Distributions.Add(sent);
        await deadlines.AddAsync(sent, cancellationToken);
        // Of two at once the second looks again, and finds the first.
        data.Touch(document);
        var receivers = await issued.ReceiversAsync(sent.Receipts, cancellationToken);
        await notices.TellAsync([.. receivers.SelectMany(unit => unit)], NoticeKind.Issued, $"sent/{sent.Id}", $"《{document.Title}》（{document.Number}）补发，请签收。", documentId, actorId, cancellationToken);
        var names = string.Join('，', to.Select(recipient => recipient.Name));
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), Name) with
        {
            Actor = await directory.PersonAsync(actorId, cancellationToken),
            Opinion = $"补发{names}：{order.Reason.Trim()}",
            Detail = new Dictionary<string, string> { ["发文字号"] = document.Number ?? "", ["印数"] = to.Count.ToString(CultureInfo.InvariantCulture), ["发往"] = names },
        });
        await data.SaveChangesAsync(cancellationToken);
    }

    private async Task<List<Recipient>> ReadAsync(SupplementOrder order, CancellationToken cancellationToken)
    {
        var ids = order.UnitIds.Distinct().ToList();
        var units = await data.Units.Where(unit => ids.Contains(unit.Id)).OrderBy(unit => unit.Order).ToListAsync(cancellationToken);
        if (units.Count != ids.Count)
            throw RefusalException.Invalid("补发单位中有不存在的单位，请重新选择。");
        var names = (order.Names ?? []).Select(name => name.Trim()).Where(name => name.Length > 0).Distinct().ToList();
        foreach (var name in names)
            PlainText.Require(name, "补发单位", MostName);
        List<Recipient> all = [.. units.Select(unit => new Recipient(unit.Name, unit.Id, order.IsCopy)), .. names.Where(name => !units.Exists(unit => unit.Name == name)).Select(name => new Recipient(name, null, order.IsCopy))];
        return all.Count is > 0 and <= Most ? all : throw RefusalException.Invalid($"请选择补发单位，一次不超过{Most}个。");
    }
}
