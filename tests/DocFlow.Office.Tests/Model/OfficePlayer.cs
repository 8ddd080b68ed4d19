using System.Globalization;
using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Handovers;
using DocFlow.Office.Queries;
using DocFlow.Office.Repairs;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Tries commands on one document and remembers which the office took.</summary>
internal sealed class OfficePlayer(OfficeHost office, IReadOnlyList<string> people, string drafterId, string documentId)
{
    private readonly HashSet<string> _added = [];
    private int _tries;

    /// <summary>Decisions by seat, as they were pressed.</summary>
    public Dictionary<string, (string Outcome, string Opinion)> Decided { get; } = [];

    /// <summary>How often each act was taken.</summary>
    public Dictionary<string, int> Taken { get; } = [];

    public async Task TryAsync(OfficeCommand command)
    {
        _tries++;
        var open = await office.ActAsync<IOfficeData, List<Seat>>(data => data.Seats.AsNoTracking()
            .Where(seat => seat.WorkItem!.DocumentId == documentId && (seat.State == SeatState.Open || seat.State == SeatState.Waiting)).OrderBy(seat => seat.Id).ToListAsync());
        var seat = open.Count == 0 ? null : open[command.Whom % open.Count];
        var actor = seat is not null && command.Who % 10 < 8 ? seat.PersonId : people[command.Who % people.Count];
        try
        {
            await ActAsync(command, actor, seat);
        }
        catch (RefusalException refusal)
        {
            // Refused in words for the person, or the office broke.
            Assert.EndsWith("。", refusal.Message.TrimEnd('”'), StringComparison.Ordinal);
        }

        office.Time.Advance(TimeSpan.FromMinutes(1));
        await office.Dispatcher.DrainAsync();
    }

    private async Task ActAsync(OfficeCommand command, string actor, Seat? seat)
    {
        switch (command.Kind)
        {
            case OfficeCommandKind.TakeBack:
                await TakeBackAsync(command, actor);
                break;
            case OfficeCommandKind.Void:
                await office.ActAsync<IDocumentDesk>(desk => desk.VoidAsync(drafterId, documentId, "不再需要。"));
                Count("作废");
                break;
            case OfficeCommandKind.Jump:
                var node = office.Procedure.Nodes[command.Whom % office.Procedure.Nodes.Count];
                await office.ActAsync<IRepairDesk>(desk => desk.JumpAsync("sysadmin", documentId, node.Id, "流程走错了。"));
                break;
            case OfficeCommandKind.HandOver:
                await HandOverAsync(command, actor);
                break;
            case OfficeCommandKind.Look:
                await office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(actor, documentId));
                break;
            case OfficeCommandKind.Edit:
                await EditAsync(actor);
                break;
            default:
                if (seat is not null)
                    await ActOnSeatAsync(command, actor, seat);
                break;
        }
    }

    // All that somebody holds goes to others; the person comes back to the same post with empty hands.
    private async Task HandOverAsync(OfficeCommand command, string actor)
    {
        var post = await office.ActAsync<IOfficeData, string>(data => data.Appointments.Where(row => row.PersonId == actor && !row.IsActing).OrderByDescending(row => row.From).Select(row => row.PostId).FirstAsync());
        var owners = new Dictionary<string, string> { [documentId] = people[command.Who % people.Count] };
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(
            new HandoverActor(null, "sysadmin", true), new HandoverRequest(actor, "轮岗。", ToPostId: post, Owners: command.Whom % 2 == 0 ? owners : null)));
    }

    private async Task ActOnSeatAsync(OfficeCommand command, string actor, Seat seat)
    {
        var other = people[command.Who % people.Count];
        switch (command.Kind)
        {
            case OfficeCommandKind.Add:
                var added = await office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(actor, seat.Id, other, "请一并看看。", (SeatPlace)(command.Whom % 3)));
                // The same press again is answered with the same seat.
                if (_added.Add(added))
                    Count("加签");
                break;
            case OfficeCommandKind.Withdraw:
                await office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(command.Who % 2 == 0 ? drafterId : actor, seat.Id, "不再需要。"));
                Count("减签");
                break;
            case OfficeCommandKind.Transfer:
                await office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(actor, seat.Id, other, "外出。"));
                if (seat.PersonId != other)
                    Count("转办");
                break;
            default:
                await DecideAsync(command, actor, seat);
                break;
        }
    }

    private async Task DecideAsync(OfficeCommand command, string actor, Seat seat)
    {
        var item = await office.ActAsync<IOfficeData, WorkItem>(data => data.WorkItems.AsNoTracking().SingleAsync(row => row.Id == seat.WorkItemId));
        var outcome = command.Kind == OfficeCommandKind.Agree ? StepOutcomes.Forward(item.StepKind) : StepOutcomes.Return;
        var opinion = string.Create(CultureInfo.InvariantCulture, $"第{_tries}次办理的意见");
        string? returnTo = null;
        if (command.Kind == OfficeCommandKind.ReturnTo)
        {
            var act = (await office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(actor, documentId))).Acts.FirstOrDefault(act => act.SeatId == seat.Id);
            returnTo = act?.ReturnChoices is { Count: > 0 } choices ? choices[command.Whom % choices.Count].NodeId : null;
        }

        var answer = new SeatAnswer(outcome, opinion, StraightBack: command.Kind == OfficeCommandKind.StraightBack || command.Whom % 5 == 0, ReturnTo: returnTo);
        var decision = await office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(actor, seat.Id, answer));
        Assert.False(decision.WasRecordedBefore);
        Assert.True(Decided.TryAdd(seat.Id, (outcome, opinion)));
        Count(outcome);
    }

    // Mostly by whoever sent it on last: hardly anybody else may.
    private async Task TakeBackAsync(OfficeCommand command, string actor)
    {
        var last = await office.ActAsync<IOfficeData, string?>(data => data.Seats
            .Where(seat => seat.WorkItem!.DocumentId == documentId && seat.DecidedById != null)
            .OrderByDescending(seat => seat.DecidedAt).Select(seat => seat.DecidedById).FirstOrDefaultAsync());
        var before = await CountAsync("取回");
        await office.ActAsync<ISeatDesk>(desk => desk.TakeBackAsync(command.Who % 10 < 8 ? last ?? drafterId : actor, documentId));
        if (await CountAsync("取回") > before)
            Count("取回");
    }

    private async Task EditAsync(string actor)
    {
        var reading = await office.ActAsync<IDocumentDesk, DraftReading>(desk => desk.ReadAsync(actor, documentId));
        var text = string.Create(CultureInfo.InvariantCulture, $"{Play.Notice}\n二、其他\n\n这是第{_tries}次改动。\n");
        await office.ActAsync<IDocumentDesk, int>(desk => desk.SaveAsync(actor, documentId, reading.Version, new DraftContent { SourceText = text, CosigningUnitIds = reading.CosigningUnitIds }));
    }

    private Task<int> CountAsync(string act) =>
        office.ActAsync<IOfficeData, int>(data => data.Events.CountAsync(record => record.DocumentId == documentId && record.Act == act));

    private void Count(string act) => Taken[act] = Taken.GetValueOrDefault(act) + 1;
}
