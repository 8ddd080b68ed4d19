using System.Globalization;
using DocFlow.Office.Delegations;
using DocFlow.Office.People;
using DocFlow.Office.Handovers;
using DocFlow.Office.Leaves;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests.Model;

/// <summary>Tries that change who does the work: delegations, leaves, hand-overs.</summary>
internal sealed class PeopleTries(IPlayedOffice office, Stage stage, ActMemory memory, string documentId)
{
    public Task TryAsync(OfficeCommand command, Scene scene) => command.Kind switch
    {
        OfficeCommandKind.Delegate => office.ActAsync<IDelegationDesk, string>(desk => desk.CreateAsync(
            scene.Actor, new DelegationRequest(stage.Anybody(command.Who), office.Now, office.Now + Hours(command), Reason("外出")))),
        OfficeCommandKind.Leave => office.ActAsync<ILeaveDesk, string>(desk => desk.TakeAsync(scene.Actor, new LeaveRequest(office.Now, office.Now + Hours(command), Reason("年休假")))),
        OfficeCommandKind.Revoke => RevokeAsync(command),
        _ => HandOverAsync(command, scene),
    };

    private static TimeSpan Hours(OfficeCommand command) => TimeSpan.FromHours(1 + (command.Whom % 60));

    private string Reason(string word) => string.Create(CultureInfo.InvariantCulture, $"{word}（{memory.Tries}）");

    private async Task RevokeAsync(OfficeCommand command)
    {
        var all = await office.ActAsync<IOfficeData, List<Delegation>>(data => data.Delegations.AsNoTracking().OrderBy(row => row.From).ToListAsync());
        if (all.Count > 0)
            await office.ActAsync<IDelegationDesk>(desk => desk.RevokeAsync(all[command.Whom % all.Count].FromPersonId, all[command.Whom % all.Count].Id));
    }

    // All that somebody holds goes to others; the person comes back to the same post with empty hands.
    private async Task HandOverAsync(OfficeCommand command, Scene scene)
    {
        var post = await office.ActAsync<IOfficeData, string>(data => data.Appointments.Where(row => row.PersonId == scene.Actor && !row.IsActing).OrderByDescending(row => row.From).Select(row => row.PostId).FirstAsync());
        var owners = new Dictionary<string, string> { [documentId] = stage.Anybody(command.Who) };
        await office.ActAsync<IHandoverDesk, string>(desk => desk.OrderAsync(
            new HandoverActor(null, "sysadmin", true), new HandoverRequest(scene.Actor, "轮岗。", ToPostId: post, Owners: command.Whom % 2 == 0 ? owners : null)));
        Assert.False(await office.ActAsync<IOfficeData, bool>(data => data.Seats.AnyAsync(
            seat => seat.PersonId == scene.Actor && (seat.State == SeatState.Open || seat.State == SeatState.Waiting))), "Something was left in the leaver's hands.");

        // Who took over what was to be read reads it.
        foreach (var (sheet, readers) in memory.Unread)
        {
            var now = await office.ActAsync<IOfficeData, List<string>>(data => data.CirculationReaders.Where(reader => reader.SheetId == sheet && reader.ReadAt == null).Select(reader => reader.PersonId).ToListAsync());
            Assert.True(memory.EndedSheets.Contains(sheet) || now.Count == readers.Count || readers.Contains(scene.Actor), "A reader was lost.");
            readers.Clear();
            readers.UnionWith(now);
        }
    }
}
