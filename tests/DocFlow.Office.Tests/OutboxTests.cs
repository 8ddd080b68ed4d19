using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Tests;

/// <summary>Delivery to the engine: again until it is done, never lost.</summary>
public sealed class OutboxTests : IAsyncLifetime
{
    private OfficeHost _office = null!;

    public async ValueTask InitializeAsync() => _office = await OfficeHost.StartAsync(new SqliteDatabase());

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_failed_message_is_tried_again_after_a_pause()
    {
        _office.Procedure.FailNext = 1;
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        Assert.Empty((await _office.ReadAsync("linzhiyuan", id)).Waiting);
        Assert.Equal(0, await _office.Dispatcher.DrainAsync());

        _office.Time.Advance(TimeSpan.FromSeconds(2));
        await _office.Dispatcher.DrainAsync();

        Assert.Equal("科室审核", Assert.Single((await _office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
        Assert.Equal(OutboxState.Done, (await MessageAsync()).State);
    }

    [Fact]
    public async Task A_message_that_always_fails_stays_visible_with_its_error()
    {
        _office.Procedure.FailNext = int.MaxValue;
        await _office.StartAsync(await _office.DraftAsync());
        for (var attempt = 0; attempt < 15; attempt++)
        {
            _office.Time.Advance(TimeSpan.FromMinutes(10));
            await _office.Dispatcher.DrainAsync();
        }

        var message = await MessageAsync();
        Assert.Equal((OutboxState.Stuck, 10, "The engine is away."), (message.State, message.Attempts, message.LastError));
        Assert.Equal(10, _office.Procedure.Calls.Count);
    }

    [Fact]
    public async Task A_message_of_a_host_that_died_is_taken_over_when_its_lease_ends()
    {
        var id = await _office.DraftAsync();
        var drafter = await _office.PersonIdAsync("linzhiyuan");
        await _office.ActAsync<Desks.IDocumentDesk, string>(desk => desk.StartAsync(drafter, id, 0, "policy-document"));
        var until = _office.Time.GetUtcNow().AddMinutes(2);
        await _office.ActAsync<IOfficeData>(data => data.OutboxMessages.ExecuteUpdateAsync(set => set.SetProperty(row => row.LeaseUntil, until)));

        Assert.Equal(0, await _office.Dispatcher.DrainAsync());
        _office.Time.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(1, await _office.Dispatcher.DrainAsync());
    }

    private Task<OutboxMessage> MessageAsync() => _office.ActAsync<IOfficeData, OutboxMessage>(data => data.OutboxMessages.AsNoTracking().SingleAsync());
}
