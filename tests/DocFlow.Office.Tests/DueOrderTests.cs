using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.People;
using DocFlow.Office.Queries;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>What 待办 is ordered by stands on the seat itself, whoever wrote or moved it.</summary>
public sealed class DueOrderTests
{
    private static readonly DateTimeOffset Now = OfficeHost.Thursday.ToUniversalTime();

    [Fact]
    public async Task Each_seat_says_when_its_work_is_due_and_follows_when_that_is_moved()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase());
        var person = await office.PersonIdAsync("dingyi");
        var due = await SeatAsync(office, "有期限", person, Now.AddDays(2));
        var none = await SeatAsync(office, "无期限", person, null);
        Assert.Equal([Now.AddDays(2), Seat.WithoutDue], await OrdersAsync(office, due, none));

        await MoveAsync(office, due, Now.AddDays(5));
        await MoveAsync(office, none, Now.AddDays(1));
        Assert.Equal([Now.AddDays(5), Now.AddDays(1)], await OrdersAsync(office, due, none));

        await MoveAsync(office, due, null);
        Assert.Equal([Seat.WithoutDue, Now.AddDays(1)], await OrdersAsync(office, due, none));
    }

    [Fact]
    public async Task A_stand_in_and_delegate_has_all_work_once_by_due_time_page_by_page()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase());
        var (me, holder, principal) = (await office.PersonIdAsync("dingyi"), await office.PersonIdAsync("jiangyue"), await office.PersonIdAsync("baihua"));
        var post = await office.ActAsync<IOfficeData, string>(async data =>
        {
            var held = await data.Appointments.Where(row => row.PersonId == holder).Select(row => row.PostId).FirstAsync();
            data.Appointments.Add(new Appointment { Id = "acting", PersonId = me, PostId = held, IsActing = true, From = Now.AddDays(-1) });
            data.Delegations.Add(new Delegation { Id = "delegated", FromPersonId = principal, ToPersonId = me, From = Now.AddDays(-1), To = Now.AddDays(9), Reason = "出差" });
            await data.SaveChangesAsync();
            return held;
        });
        await SeatAsync(office, "本人三日", me, Now.AddDays(3));
        await SeatAsync(office, "本人兼岗位一日", me, Now.AddDays(1), post);
        await SeatAsync(office, "岗位二日", holder, Now.AddDays(2), post);
        await SeatAsync(office, "委托人兼岗位四日", principal, Now.AddDays(4), post);
        await SeatAsync(office, "委托五日", principal, Now.AddDays(5));
        await SeatAsync(office, "委托的签发", principal, Now.AddHours(1), null, StepKind.Sign);
        await SeatAsync(office, "无期限", me, null);

        var first = await OpenAsync(office, me, 0, 4);
        var second = await OpenAsync(office, me, 1, 4);

        Assert.Equal(["本人兼岗位一日", "岗位二日", "本人三日", "委托人兼岗位四日"], first.Rows.Select(row => row.Title));
        Assert.Equal(["委托五日", "无期限"], second.Rows.Select(row => row.Title));
        Assert.Equal((6, 6), (first.Total, second.Total));
    }

    private static Task<Paged<WorkRow>> OpenAsync(OfficeHost office, string person, int page, int size) =>
        office.ActAsync<IWorkLists, Paged<WorkRow>>(lists => lists.OpenAsync(person, page, size));

    private static Task<List<DateTimeOffset>> OrdersAsync(OfficeHost office, params string[] ids) => office.ActAsync<IOfficeData, List<DateTimeOffset>>(async data =>
    {
        var orders = await data.Seats.Where(seat => ids.Contains(seat.Id)).ToDictionaryAsync(seat => seat.Id, seat => seat.DueOrder);
        return [.. ids.Select(id => orders[id])];
    });

    // As a resumed matter does: nobody has looked at the seat.
    private static Task<int> MoveAsync(OfficeHost office, string seatId, DateTimeOffset? due) => office.ActAsync<IOfficeData, int>(async data =>
    {
        (await data.WorkItems.SingleAsync(item => item.Seats.Any(seat => seat.Id == seatId))).DueAt = due;
        return await data.SaveChangesAsync();
    });

    private static async Task<string> SeatAsync(OfficeHost office, string title, string personId, DateTimeOffset? due, string? postId = null, StepKind kind = StepKind.Review)
    {
        var drafter = await office.PersonIdAsync("linzhiyuan");
        return await office.ActAsync<IOfficeData, string>(async data =>
        {
            var unit = await data.Units.Select(row => row.Id).FirstAsync();
            var document = new Document { Id = OfficeId.New(Now), Title = title, Kind = "通知", State = DocumentState.Running, DrafterId = drafter, DrafterUnitId = unit, CreatedAt = Now };
            var item = new WorkItem
            {
                Id = OfficeId.New(Now), DocumentId = document.Id, InstanceId = document.Id, NodeId = "审核", VisitKey = document.Id, StepName = "审核", StepKind = kind, OpenedAt = Now, DueAt = due, Completion = CompletionRule.All,
            };
            var seat = new Seat { Id = OfficeId.New(Now), WorkItemId = item.Id, Order = 1, PersonId = personId, PostId = postId, PostShown = "综合科" };
            data.Documents.Add(document);
            data.WorkItems.Add(item);
            data.Seats.Add(seat);
            await data.SaveChangesAsync();
            return seat.Id;
        });
    }
}
