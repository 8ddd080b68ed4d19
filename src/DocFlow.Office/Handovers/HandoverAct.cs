using DocFlow.Office.Dossiers;
using DocFlow.Office.Events;
using DocFlow.Office.Following;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Sending;
using DocFlow.Office.Time;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Handovers;

/// <summary>Does a hand-over: everything at once, with the change of posts. Only adds to the context.</summary>
internal sealed class HandoverAct(
    IOfficeData data, Holdings holdings, OrganisationReader organisation, DocumentText texts, HandoverPosts posts, NoticeWriter notices, InsideOnly inside, EventLog events, OfficeClock clock)
{
    private const int MostTitles = 3;

    /// <exception cref="RefusalException">Somebody has to be chosen for a document, or can't take it over.</exception>
    public async Task DoAsync(Handover handover, CancellationToken cancellationToken)
    {
        var leaver = await data.People.SingleAsync(person => person.Id == handover.PersonId, cancellationToken);
        var orderer = handover.OrderedById is null ? null : await data.People.SingleAsync(person => person.Id == handover.OrderedById, cancellationToken);
        var people = await HandoverPeople.ReadAsync(data, organisation, leaver, cancellationToken);
        if (handover.SuccessorId is { } successor)
            people.Succeed(successor);
        var held = await holdings.OfAsync(leaver.Id, leaver.Login, cancellationToken);
        var owners = Owners(handover, held, people);
        var order = 0;
        foreach (var holding in held)
        {
            var item = handover.Items.Find(row => row.DocumentId == holding.Document.Id);
            if (item is null)
                handover.Items.Add(item = new HandoverItem { HandoverId = handover.Id, DocumentId = holding.Document.Id, Order = 0, Holds = "" });
            (item.Order, item.OwnerId, item.Holds, item.MovedAt) = (++order, owners[holding.Document.Id].Id, holding.Words, clock.Now);
            await MoveAsync(handover, holding, leaver, owners[holding.Document.Id], orderer, people, cancellationToken);
        }

        // What was planned and done by then keeps its line at the end.
        foreach (var item in handover.Items.Where(item => item.MovedAt is null))
            item.Order = ++order;
        await posts.ChangeAsync(handover, leaver, people, orderer, cancellationToken);
        (handover.DoneAt, handover.OpenPersonId, handover.LastError) = (clock.Now, null, null);
        events.Add(new ActRecord("轮岗交接")
        {
            Actor = orderer,
            Account = orderer is null ? handover.OrderedBy : null,
            OnBehalfOf = null,
            Opinion = handover.Reason,
            Detail = new Dictionary<string, string>
            {
                ["移交人"] = leaver.Name, ["原岗位"] = handover.FromShown, ["新岗位"] = handover.ToShown ?? "离任", ["接收人"] = string.Join('、', owners.Values.Select(owner => owner.Name).Distinct()), ["件数"] = $"{held.Count}",
            },
        });
        await TellAsync(handover, leaver, held, owners, cancellationToken);
    }

    private static Dictionary<string, (string Id, string Name)> Owners(Handover handover, List<Holding> held, HandoverPeople people)
    {
        var owners = new Dictionary<string, (string, string)>(StringComparer.Ordinal);
        foreach (var holding in held)
        {
            var title = holding.Document.Title;
            var owner = handover.Items.Find(item => item.DocumentId == holding.Document.Id)?.OwnerId ?? people.Propose(holding)
                ?? throw RefusalException.Invalid($"《{title}》（{holding.Words}）还没有接收人，请先指定。");
            if (people.WhyNot(holding, owner) is { } why)
                throw RefusalException.Invalid($"《{title}》不能移交：{why}。请另选接收人。");
            owners[holding.Document.Id] = (owner, people.NameOf(owner));
        }

        return owners;
    }

    private async Task MoveAsync(
        Handover handover, Holding holding, Person leaver, (string Id, string Name) owner, Person? orderer, HandoverPeople people, CancellationToken cancellationToken)
    {
        var (document, words) = (holding.Document, holding.Words);
        foreach (var seat in holding.Seats)
        {
            (seat.PostId, seat.PersonId, seat.PostShown, seat.SeenAt) = (people.PostFor(seat, owner.Id), owner.Id, $"{owner.Name}（{leaver.Name}移交）", null);

            // A decision in this instant changes the item too, and one of the two has to look again.
            seat.WorkItem!.SeatChanges++;
        }

        if (holding.IsDrafter)
            document.DrafterId = owner.Id;
        foreach (var reader in holding.Readings.Where(reader => !reader.Sheet!.Readers.Exists(other => other.PersonId == owner.Id)))
            reader.PersonId = owner.Id;
        foreach (var sheet in holding.Sheets)
            sheet.SenderId = owner.Id;
        foreach (var deadline in holding.Deadlines)
            deadline.Recipients = NamedRecipients.Replace(deadline.Recipients!, leaver.Login, await LoginOfAsync(owner.Id, cancellationToken));
        if (holding.Follow is { } follow)
        {
            data.Follows.Remove(follow);
            if (!await data.Follows.AnyAsync(other => other.PersonId == owner.Id && other.DocumentId == document.Id, cancellationToken))
                data.Follows.Add(new Follow { PersonId = owner.Id, DocumentId = document.Id, At = clock.Now });
        }

        data.Touch(document);
        events.Add(ActRecord.On(await texts.CurrentAsync(document, cancellationToken), "交接") with
        {
            Actor = orderer,
            Account = orderer is null ? handover.OrderedBy : null,
            StepName = holding.Seats.FirstOrDefault()?.WorkItem!.StepName,
            Opinion = $"{leaver.Name}移交{owner.Name}：{words}。{handover.Reason}",
            Detail = new Dictionary<string, string> { ["移交人"] = leaver.Name, ["接收人"] = owner.Name, ["内容"] = words },
        });
    }

    private Task<string> LoginOfAsync(string personId, CancellationToken cancellationToken) =>
        data.People.Where(person => person.Id == personId).Select(person => person.Login).SingleAsync(cancellationToken);

    private async Task TellAsync(
        Handover handover, Person leaver, List<Holding> held, Dictionary<string, (string Id, string Name)> owners, CancellationToken cancellationToken)
    {
        var key = $"handover/{handover.Id}";
        var ofOwners = held.GroupBy(holding => owners[holding.Document.Id].Id).ToList();
        // The notice is of no one document, so that nothing withholds what it names when it leaves the system.
        var hidden = await inside.AmongAsync([.. ofOwners.SelectMany(own => own.Take(MostTitles)).Select(holding => holding.Document.Id)], cancellationToken);
        foreach (var own in ofOwners)
        {
            var titles = own.Take(MostTitles).Where(holding => !hidden.Contains(holding.Document.Id)).Select(holding => $"《{holding.Document.Title}》").ToList();
            var named = titles.Count == 0 ? "" : $"：{string.Concat(titles)}{(own.Count() > titles.Count ? "等" : "")}";
            await notices.TellAsync([own.Key], NoticeKind.Seats, key, $"{leaver.Name}岗位变动，{own.Count()}件公文移交给您{named}。请核对后在交接单上签字。", null, null, cancellationToken);
        }

        await notices.TellAsync(
            [leaver.Id], NoticeKind.Seats, key, $"您的岗位已变动（{handover.ToShown ?? "离任"}），手中{held.Count}件公文已全部移交。请核对后在交接单上签字。", null, null, cancellationToken);
    }
}
