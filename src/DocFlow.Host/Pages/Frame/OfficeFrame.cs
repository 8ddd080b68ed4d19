using DocFlow.Office;
using DocFlow.Office.Delegations;
using DocFlow.Office.Notices;
using DocFlow.Office.People;
using DocFlow.Office.Queries;
using DocFlow.Office.Requests;
using DocFlow.Office.Seals;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Host.Pages.Frame;

/// <summary>What stands around every page.</summary>
/// <param name="Open">待办</param>
/// <param name="ToRead">待阅</param>
/// <param name="Notices">未读的通知</param>
internal sealed record OfficeFrame(string OfficeName, string Person, string Post, int Open, int ToRead, int Notices)
{
    /// <summary>Whether the person keeps seals (监印).</summary>
    public bool KeepsSeals { get; init; }

    /// <summary>Those whose work the person does now (代 ×××).</summary>
    public IReadOnlyList<string> Principals { get; init; } = [];

    /// <summary>Whether the person's unit sends its requests to the office.</summary>
    public bool SendsRequests { get; init; }

    public static async Task<OfficeFrame> ReadAsync(OfficeCalls office, string personId)
    {
        var open = await office.AskAsync<IWorkLists, int>(lists => lists.CountOpenAsync(personId));
        var toRead = await office.AskAsync<ICirculationLists, int>(lists => lists.CountUnreadAsync(personId));
        var notices = await office.AskAsync<INoticeBoard, int>(board => board.CountUnreadAsync(personId));
        var keepsSeals = await office.AskAsync<ISealDesk, bool>(desk => desk.IsKeeperAsync(personId));
        var sendsRequests = await office.AskAsync<IOwnRequests, bool>(requests => requests.HasUnitsAsync(personId));
        var principals = await office.AskAsync<IDelegationDesk, IReadOnlyList<string>>(desk => desk.PrincipalsAsync(personId));
        return await office.AskAsync<IOfficeData, OfficeFrame>(async data => new OfficeFrame(
            await data.Units.Where(unit => unit.Kind == UnitKind.Office).Select(unit => unit.Name).FirstOrDefaultAsync() ?? "DocFlow",
            await data.People.Where(person => person.Id == personId).Select(person => person.Name).FirstOrDefaultAsync() ?? "",
            await data.Appointments.Where(appointment => appointment.PersonId == personId && !appointment.IsActing && appointment.To == null)
                .OrderBy(appointment => appointment.From).Select(appointment => appointment.Post!.Unit!.Name + appointment.Post.Name).FirstOrDefaultAsync() ?? "",
            open,
            toRead,
            notices) { KeepsSeals = keepsSeals, SendsRequests = sendsRequests, Principals = principals });
    }
}
