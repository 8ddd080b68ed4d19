using DocFlow.Office.Circulation;
using DocFlow.Office.Notices;
using DocFlow.Office.Queries;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Tests.Running;

/// <summary>Passing a document round and what people find of it, as the tests do it.</summary>
internal static class Reading
{
    public static async Task<string> SendAsync(OfficeHost office, string login, string documentId, CirculationOrder order)
    {
        var sender = await office.PersonIdAsync(login);
        return await office.ActAsync<ICirculationDesk, string>(desk => desk.SendAsync(sender, documentId, order));
    }

    public static async Task<DocumentRow> DraftedAsync(OfficeHost office)
    {
        var drafter = await office.PersonIdAsync("linzhiyuan");
        return Assert.Single((await office.ActAsync<IWorkLists, Paged<DocumentRow>>(lists => lists.DraftedAsync(drafter, 0, 10))).Rows);
    }

    public static async Task<IReadOnlyList<NoticeRow>> NoticesAsync(OfficeHost office, string login)
    {
        var person = await office.PersonIdAsync(login);
        return (await office.ActAsync<INoticeBoard, Paged<NoticeRow>>(board => board.ListAsync(person, 0, 50))).Rows;
    }

    public static async Task<CirculationOrder> ToAsync(OfficeHost office, params string[] logins)
    {
        var people = new List<string>();
        foreach (var login in logins)
            people.Add(await office.PersonIdAsync(login));
        return new CirculationOrder { PersonIds = people };
    }
}
