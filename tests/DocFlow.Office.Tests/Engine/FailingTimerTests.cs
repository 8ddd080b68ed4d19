using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using DocFlow.Persistence.Engine;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Tests.Engine;

/// <summary>A timer whose burst fails.</summary>
public sealed class FailingTimerTests
{
    private const string Failing = """
        {"definitionId":"failing","root":{"type":"Elsa.Sequence","id":"s","activities":[
          {"type":"Elsa.Delay","id":"d","timeSpan":{"typeName":"TimeSpan","expression":{"type":"Literal","value":"00:00:10"}}},
          {"type":"Elsa.Fault","id":"f","message":{"typeName":"String","expression":{"type":"Literal","value":"不行"}}}]}}
        """;

    [Fact]
    public async Task A_timer_whose_burst_fails_is_tried_again_after_a_pause_and_keeps_its_error()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddDocFlowEngine(new ActivityRegistry(), new WorkItemBookmark(id => id, "Outcome")));
        await office.ActAsync<DefinitionCatalog>(catalog => catalog.ImportAsync(Failing, CancellationToken.None));
        await office.ActAsync<IWorkflowGateway>(gateway => gateway.StartAsync("failing", "one", "matter", CancellationToken.None));
        office.Time.Advance(TimeSpan.FromSeconds(10));

        Assert.Equal(1, await office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync()));
        Assert.Equal(0, await office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync()));
        for (var attempt = 1; attempt < 15; attempt++)
        {
            office.Time.Advance(TimeSpan.FromMinutes(10));
            await office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync());
        }

        var row = await office.ActAsync<DocFlow.Persistence.DocFlowDbContext, BookmarkRow>(context => Microsoft.EntityFrameworkCore.EntityFrameworkQueryableExtensions.SingleAsync(context.Set<BookmarkRow>()));
        Assert.Equal((10, "不行"), (row.Attempts, row.LastError));

        var care = await office.ActAsync<IOutboxCare, Queries.Paged<StuckMessage>>(care => care.FailingAsync(0, 10));
        var timer = Assert.Single(care.Rows);
        Assert.Equal((1, "不行", true, 10), (care.Total, timer.Error, timer.IsGivenUp, timer.Attempts));
        await office.ActAsync<IOutboxCare>(care => care.SendAgainAsync("sysadmin", timer.Id));
        Assert.Empty((await office.ActAsync<IOutboxCare, Queries.Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);
        Assert.Equal(1, await office.ActAsync<TimerSweeper, int>(sweeper => sweeper.SweepAsync()));
    }
}
