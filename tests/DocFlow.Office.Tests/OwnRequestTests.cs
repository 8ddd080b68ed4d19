using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Queries;
using DocFlow.Office.Requests;
using DocFlow.Office.Steps;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests;

/// <summary>A county sees how its own request stands and the answer that it was sent; nobody else's, and nothing of how it is handled.</summary>
public sealed class OwnRequestTests
{
    [Fact]
    [Trait("Journey", "J12")]
    public async Task A_county_sees_the_state_and_the_answer_of_its_own_requests_alone()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IProcedures, BorrowRoom>());
        // In this procedure 事由 is both who sent it and its number.
        var (own, other) = (await RequestAsync(office, "关于调整值班安排的请示", "青禾县委办公室"), await RequestAsync(office, "松岭的请示", "松岭县委办公室"));
        var unit = await office.ActAsync<IOfficeData, string>(data => data.Units.Where(row => row.Name == "青禾县委办公室").Select(row => row.Id).SingleAsync());

        var waiting = Assert.Single((await ListAsync(office, "xiahe")).Rows);
        Assert.Equal(("关于调整值班安排的请示", "青禾县委办公室", "在办", 0), (waiting.Title, waiting.Unit, waiting.State, waiting.Answers.Count));
        var (unsent, answer) = (await AnswerAsync(office, own, null), await AnswerAsync(office, own, unit));
        await AnswerAsync(office, other, unit);

        var request = Assert.Single((await ListAsync(office, "xiahe")).Rows);
        Assert.Equal((answer, "关于调整值班安排的批复", "云办发〔2026〕40号"), Assert.Single(request.Answers) is var given ? (given.DocumentId, given.Title, given.Number) : default);
        Assert.Equal("松岭的请示", Assert.Single((await ListAsync(office, "cenling")).Rows).Title);
        // Each points to the other, for the county alone.
        Assert.Equal("关于调整值班安排的请示", (await AnsweredByAsync(office, "xiahe", answer))?.Title);
        Assert.Null(await AnsweredByAsync(office, "xiahe", unsent));
        Assert.Null(await AnsweredByAsync(office, "cenling", answer));
        foreach (var login in new[] { "linzhiyuan", "suxiao", "luoyu" })
            Assert.Empty((await ListAsync(office, login)).Rows);
    }

    private static Task<string> RequestAsync(OfficeHost office, string title, string sender) => office.ActAsync<IOfficeData, string>(async data =>
    {
        var id = await BorrowRoom.AddAsync(office, "suxiao", title, "一号", 1, OfficeHost.Thursday);
        data.MatterValues.Add(new MatterValue { DocumentId = id, ProcedureId = BorrowRoom.Id, Key = "subject", Text = sender });
        await data.SaveChangesAsync();
        return id;
    });

    private static Task<string> AnswerAsync(OfficeHost office, string requestId, string? toUnit) => office.ActAsync<IOfficeData, string>(async data =>
    {
        var request = await data.Documents.SingleAsync(row => row.Id == requestId);
        var at = OfficeHost.Thursday.ToUniversalTime();
        var answer = new Document
        {
            Id = OfficeId.New(at), Title = "关于调整值班安排的批复", Kind = "批复", State = DocumentState.Issued, DrafterId = request.DrafterId, DrafterUnitId = request.DrafterUnitId, Number = "云办发〔2026〕40号",
            BornFromId = requestId, IssuedAt = at, CreatedAt = at, UpdatedAt = at,
        };
        data.Documents.Add(answer);
        if (toUnit is not null)
        {
            var distribution = new Distribution { Id = OfficeId.New(at), DocumentId = answer.Id, Key = answer.Id, ByPersonId = null, At = at, Copies = 1 };
            distribution.Receipts.Add(new Receipt { Id = OfficeId.New(at), DistributionId = distribution.Id, Order = 1, RecipientName = "青禾县委办公室", UnitId = toUnit });
            data.Distributions.Add(distribution);
        }

        await data.SaveChangesAsync();
        return answer.Id;
    });

    private static async Task<Paged<OwnRequest>> ListAsync(OfficeHost office, string login)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IOwnRequests, Paged<OwnRequest>>(requests => requests.ListAsync(person, 0, 50));
    }

    private static async Task<OwnRequest?> AnsweredByAsync(OfficeHost office, string login, string documentId)
    {
        var person = await office.PersonIdAsync(login);
        return await office.ActAsync<IOwnRequests, OwnRequest?>(requests => requests.AnsweredByAsync(person, documentId));
    }
}
