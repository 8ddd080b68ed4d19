using DocFlow.Office.Circulation;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Following;
using DocFlow.Office.People;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>What lists find from a person is what each document says when it is asked, for every way in which somebody has to do with it.</summary>
public sealed class SightTests
{
    [Fact]
    public async Task Lists_show_everybody_exactly_what_each_document_says_they_may_open()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());
        var people = await office.ActAsync<IOfficeData, Dictionary<string, string>>(data => data.People.ToDictionaryAsync(person => person.Login, person => person.Id));
        var post = await office.ActAsync<IOfficeData, string>(data => data.Appointments.Where(row => row.Person!.Login == "jiangyue").Select(row => row.PostId).FirstAsync());
        var ids = new Dictionary<string, string>();
        foreach (var name in new[] { "本人的座位", "岗位的座位", "他人代办的", "转出的", "传阅的", "转出的传阅", "没有座位的", "委托的", "减去的", "接手的传阅" })
            ids[name] = await BorrowRoom.AddAsync(office, "tangning", name, "一号", 1, OfficeHost.Thursday);
        await SeatAsync(office, ids["本人的座位"], people["dingyi"]);
        await SeatAsync(office, ids["岗位的座位"], people["shilei"], seat => seat.PostId = post);
        await SeatAsync(office, ids["他人代办的"], people["shilei"], seat => (seat.State, seat.DecidedById, seat.DecidedAt) = (SeatState.Decided, people["dingyi"], OfficeHost.Thursday.ToUniversalTime()));
        var handed = await SeatAsync(office, ids["转出的"], people["shilei"]);
        await office.ActAsync<IOfficeData, int>(async data =>
        {
            (await data.Seats.SingleAsync(seat => seat.Id == handed)).PersonId = people["dingyi"];
            return await data.SaveChangesAsync();
        });
        await ReaderAsync(office, ids["传阅的"], people["dingyi"]);
        var reader = await ReaderAsync(office, ids["转出的传阅"], people["shilei"]);
        await office.ActAsync<IOfficeData, int>(async data =>
        {
            (await data.CirculationReaders.SingleAsync(row => row.Id == reader)).PersonId = people["dingyi"];
            return await data.SaveChangesAsync();
        });
        await ReaderAsync(office, ids["接手的传阅"], people["shilei"]);
        // Twice, as a second hand-over would: only the last one has it.
        foreach (var login in new[] { "jiangyue", "hansong" })
        {
            await office.ActAsync<IOfficeData, int>(async data =>
            {
                (await data.CirculationSheets.SingleAsync(row => row.DocumentId == ids["接手的传阅"])).SenderId = people[login];
                return await data.SaveChangesAsync();
            });
        }

        await SeatAsync(office, ids["委托的"], people["baihua"]);
        var gone = await SeatAsync(office, ids["减去的"], people["dingyi"]);
        await office.ActAsync<IOfficeData, int>(async data =>
        {
            data.Seats.Remove(await data.Seats.SingleAsync(seat => seat.Id == gone));
            return await data.SaveChangesAsync();
        });
        await office.ActAsync<IOfficeData, int>(data =>
        {
            data.Delegations.Add(new Delegation
            {
                Id = "delegated", FromPersonId = people["baihua"], ToPersonId = people["qinlang"], From = OfficeHost.Thursday.AddDays(-1).ToUniversalTime(), To = OfficeHost.Thursday.AddDays(1).ToUniversalTime(), Reason = "出差",
            });
            return data.SaveChangesAsync();
        });

        await office.ActAsync<IOfficeData, int>(async data =>
        {
            (await data.Documents.SingleAsync(document => document.Id == ids["没有座位的"])).DrafterId = people["xiahe"];
            data.Follows.AddRange(people.Values.SelectMany(person => ids.Values.Select(id => new Follow { PersonId = person, DocumentId = id, At = OfficeHost.Thursday.ToUniversalTime() })));
            return await data.SaveChangesAsync();
        });

        var seen = new Dictionary<string, List<string>>();
        foreach (var login in new[] { "dingyi", "shilei", "jiangyue", "baihua", "qinlang", "tangning", "xiahe", "hansong", "suxiao" })
        {
            var person = people[login];
            var (listed, followed, asked) = await office.ActAsync<DocumentAccess, (List<string>, List<string>, List<string>)>(async access => (
                await (await access.InsideAsync(person, BorrowRoom.Id, CancellationToken.None)).Select(document => document.Title).ToListAsync(),
                await (await access.FollowedAsync(person, CancellationToken.None)).Select(follow => follow.DocumentId).ToListAsync(),
                await (await access.InsideAsync(person, CancellationToken.None)).Where(document => document.ProcedureId == BorrowRoom.Id).Select(document => document.Title).ToListAsync()));
            Assert.Equal((login, string.Join('、', asked.Order())), (login, string.Join('、', listed.Order())));
            Assert.Equal((login, string.Join('、', asked.Order())), (login, string.Join('、', followed.Select(id => ids.Single(row => row.Value == id).Key).Order())));
            seen[login] = listed;
        }

        Assert.Equal(new HashSet<string> { "传阅的", "他人代办的", "本人的座位", "转出的", "转出的传阅" }, [.. seen["dingyi"]]);
        Assert.Equal(new HashSet<string> { "他人代办的", "岗位的座位", "接手的传阅" }, [.. seen["shilei"]]);
        Assert.Contains("接手的传阅", seen["hansong"]);
        Assert.Equal(["岗位的座位"], seen["jiangyue"]);
        Assert.Equal(["委托的"], seen["qinlang"]);
        // Whoever heads the unit still sees what another took over.
        Assert.Equal(10, seen["tangning"].Count);
        Assert.Equal(["没有座位的"], seen["xiahe"]);
    }

    [Fact]
    public async Task What_is_seen_bears_the_procedure_that_the_document_was_sent_into_also_from_before()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase());
        var id = await office.DraftAsync(Play.Notice, false, "市财政局");
        Assert.All(await ProceduresAsync(), Assert.Null);

        await office.StartAsync(id);
        await SeatAsync(office, id, await office.PersonIdAsync("dingyi"));

        var procedures = await ProceduresAsync();
        Assert.True(procedures.Count >= 2);
        Assert.All(procedures, procedure => Assert.Equal("policy-document", procedure));
        Assert.Equal(id, Assert.Single(await InsideAsync("dingyi")));
        Assert.Equal(id, Assert.Single(await InsideAsync("linzhiyuan")));

        Task<List<string?>> ProceduresAsync() => office.ActAsync<IOfficeData, List<string?>>(data => data.DocumentSights.Where(sight => sight.DocumentId == id).Select(sight => sight.ProcedureId).ToListAsync());

        async Task<List<string>> InsideAsync(string login)
        {
            var person = await office.PersonIdAsync(login);
            return await office.ActAsync<DocumentAccess, List<string>>(async access =>
                await (await access.InsideAsync(person, "policy-document", CancellationToken.None)).Select(document => document.Id).ToListAsync());
        }
    }

    private static Task<string> SeatAsync(OfficeHost office, string documentId, string personId, Action<Seat>? change = null) => office.ActAsync<IOfficeData, string>(async data =>
    {
        var item = new WorkItem
        {
            Id = OfficeId.New(OfficeHost.Thursday), DocumentId = documentId, InstanceId = documentId, NodeId = "arrange", VisitKey = OfficeId.New(OfficeHost.Thursday), StepName = "安排", StepKind = StepKind.Review,
            OpenedAt = OfficeHost.Thursday.ToUniversalTime(), Completion = CompletionRule.All,
        };
        data.WorkItems.Add(item);
        var seat = new Seat { Id = OfficeId.New(OfficeHost.Thursday), WorkItemId = item.Id, Order = 1, PersonId = personId, PostShown = "综合科", State = SeatState.Open };
        change?.Invoke(seat);
        data.Seats.Add(seat);
        await data.SaveChangesAsync();
        return seat.Id;
    });

    private static Task<string> ReaderAsync(OfficeHost office, string documentId, string personId) => office.ActAsync<IOfficeData, string>(async data =>
    {
        var sheet = new CirculationSheet { Id = OfficeId.New(OfficeHost.Thursday), DocumentId = documentId, SenderId = personId, At = OfficeHost.Thursday.ToUniversalTime(), Key = OfficeId.New(OfficeHost.Thursday) };
        data.CirculationSheets.Add(sheet);
        var reader = new CirculationReader { Id = OfficeId.New(OfficeHost.Thursday), SheetId = sheet.Id, PersonId = personId, Order = 1 };
        data.CirculationReaders.Add(reader);
        await data.SaveChangesAsync();
        return reader.Id;
    });
}
