using System.Globalization;
using DocFlow.Office.Desks;
using DocFlow.Office.Queries;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Model;

/// <summary>Tries on one seat: decide, ask others, hand on.</summary>
internal sealed class SeatTries(IPlayedOffice office, Stage stage, ActMemory memory, string documentId)
{
    public Task TryAsync(OfficeCommand command, Scene scene, Seat seat) => command.Kind switch
    {
        OfficeCommandKind.Add => AddAsync(command, scene, seat),
        OfficeCommandKind.Withdraw => WithdrawAsync(command, scene, seat),
        OfficeCommandKind.Transfer => TransferAsync(command, scene, seat),
        _ => DecideAsync(command, scene, seat),
    };

    private async Task AddAsync(OfficeCommand command, Scene scene, Seat seat)
    {
        var added = await office.ActAsync<ISeatDesk, string>(desk => desk.AddAsync(scene.Actor, seat.Id, stage.Anybody(command.Who), "请一并看看。", (SeatPlace)(command.Whom % 3)));
        if (!memory.Added.Add(added))
            return;
        await RequireOpenAsync(scene, seat);
        memory.Count("加签");
    }

    private async Task WithdrawAsync(OfficeCommand command, Scene scene, Seat seat)
    {
        var actor = command.Who % 2 == 0 ? scene.Document.DrafterId : scene.Actor;
        await office.ActAsync<ISeatDesk>(desk => desk.WithdrawAsync(actor, seat.Id, "不再需要。"));

        // The same press again does nothing.
        if (seat.State == SeatState.Withdrawn)
            return;
        Assert.True(seat.IsPending, $"减签 of a seat that is {seat.State}");
        RequireGoingOn(scene);
        memory.Count("减签");
    }

    private async Task TransferAsync(OfficeCommand command, Scene scene, Seat seat)
    {
        var to = stage.Anybody(command.Who);
        await office.ActAsync<ISeatDesk>(desk => desk.TransferAsync(scene.Actor, seat.Id, to, "外出。"));
        if (seat.PersonId == to)
            return;
        await RequireOpenAsync(scene, seat);
        memory.Count("转办");
    }

    private async Task DecideAsync(OfficeCommand command, Scene scene, Seat seat)
    {
        var outcome = command.Kind == OfficeCommandKind.Agree ? StepOutcomes.Forward(seat.WorkItem!.StepKind) : StepOutcomes.Return;
        var opinion = string.Create(CultureInfo.InvariantCulture, $"第{memory.Tries}次办理的意见");
        string? returnTo = null;
        if (command.Kind == OfficeCommandKind.ReturnTo)
        {
            var act = (await office.ActAsync<IDossier, Dossier>(dossiers => dossiers.ReadAsync(scene.Actor, documentId))).Acts.FirstOrDefault(act => act.SeatId == seat.Id);
            returnTo = act?.ReturnChoices is { Count: > 0 } choices ? choices[command.Whom % choices.Count].NodeId : null;
        }

        var answer = new SeatAnswer(outcome, opinion, StraightBack: command.Kind == OfficeCommandKind.StraightBack || command.Whom % 5 == 0, ReturnTo: returnTo);
        var decision = await office.ActAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(scene.Actor, seat.Id, answer));
        if (decision.WasRecordedBefore)
        {
            Assert.Equal((outcome, scene.Actor), (memory.Decided[seat.Id].Outcome, seat.DecidedById));
            return;
        }

        await RequireOpenAsync(scene, seat);
        Assert.True(memory.Decided.TryAdd(seat.Id, (outcome, opinion)), "A seat was decided twice.");
        memory.Count(outcome);
    }

    private async Task RequireOpenAsync(Scene scene, Seat seat)
    {
        Assert.Equal(SeatState.Open, seat.State);
        RequireGoingOn(scene);
        Assert.True(await stage.MayActAsync(scene.Actor, seat), "Somebody acted on another's seat.");
    }

    private void RequireGoingOn(Scene scene)
    {
        Assert.False(scene.IsOver, "An act was taken after the document was over.");
        Assert.False(memory.IsPaused, "An act was taken while the document stood still.");
        if (office.IsStill)
            Assert.True(scene.Document.JumpToNodeId is null, "An act was taken while the document was being moved.");
    }
}
