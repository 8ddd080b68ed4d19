using DocFlow.Office.Outbox;
using DocFlow.Office.Tests.Running;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

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
        Assert.Equal((OutboxState.Stuck, 10, "系统内部错误，已记入日志"), (message.State, message.Attempts, message.LastError));
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

    [Fact]
    public async Task A_failure_while_a_part_is_being_fetched_is_no_failure()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddSingleton<IAbsentParts>(new AbsentPart()));
        office.Procedure.FailNext = 30;
        var id = await office.DraftAsync();
        await office.StartAsync(id);
        for (var attempt = 0; attempt < 40; attempt++)
        {
            office.Time.Advance(TimeSpan.FromSeconds(5));
            await office.Dispatcher.DrainAsync();
        }

        Assert.Equal("科室审核", Assert.Single((await office.ReadAsync("linzhiyuan", id)).Waiting).StepName);
        Assert.Equal(0, await office.ActAsync<IOfficeData, int>(data => data.OutboxMessages.Select(message => message.Attempts).SingleAsync()));
    }

    [Fact]
    public async Task A_document_that_is_stuck_says_why_since_when_and_what_to_do()
    {
        _office.Procedure.FailNext = int.MaxValue;
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);

        var first = (await _office.ReadAsync("linzhiyuan", id)).Problem;
        for (var attempt = 0; attempt < 15; attempt++)
        {
            _office.Time.Advance(TimeSpan.FromMinutes(10));
            await _office.Dispatcher.DrainAsync();
        }

        var last = (await _office.ReadAsync("linzhiyuan", id)).Problem;
        _office.Procedure.FailNext = 0;
        var failing = Assert.Single((await _office.ActAsync<IOutboxCare, Queries.Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);
        await _office.ActAsync<IOutboxCare>(care => care.SendAgainAsync("sysadmin", failing.Id));
        await _office.Dispatcher.DrainAsync();

        Assert.Equal("流程自2026年11月26日10:00起没有走到下一步。原因：系统内部错误，已记入日志。系统会自动再试，已办理的内容没有丢失。", first);
        Assert.Equal("流程自2026年11月26日10:00起没有走到下一步。原因：系统内部错误，已记入日志。已试10次，不再自动重试，请联系系统管理员处理后重新投递。", last);
        var dossier = await _office.ReadAsync("linzhiyuan", id);
        Assert.Null(dossier.Problem);
        Assert.Equal("科室审核", Assert.Single(dossier.Waiting).StepName);
        Assert.Contains(dossier.Trace, row => row is { Act: "重新投递", ActorName: "sysadmin" });
    }

    [Fact]
    public async Task Nothing_more_is_told_about_a_voided_document()
    {
        _office.Procedure.FailNext = 1;
        var id = await _office.DraftAsync();
        await _office.StartAsync(id);
        var drafter = await _office.PersonIdAsync("linzhiyuan");

        await _office.ActAsync<Desks.IDocumentDesk>(desk => desk.VoidAsync(drafter, id, "不再需要。"));
        _office.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(0, await _office.Dispatcher.DrainAsync());
        Assert.Null((await _office.ReadAsync("linzhiyuan", id)).Problem);
        Assert.Empty((await _office.ActAsync<IOutboxCare, Queries.Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);
    }

    [Fact]
    public async Task A_message_that_fails_while_its_document_is_voided_stays_done()
    {
        await using var office = await OfficeHost.StartAsync(new SqliteDatabase(), services => services.AddScoped<IWorkflowGateway, VoidingGateway>());
        await office.StartAsync(await office.DraftAsync());
        office.Time.Advance(TimeSpan.FromMinutes(10));

        Assert.Equal(0, await office.Dispatcher.DrainAsync());
        Assert.Empty((await office.ActAsync<IOutboxCare, Queries.Paged<StuckMessage>>(care => care.FailingAsync(0, 10))).Rows);
    }

    private sealed class VoidingGateway(IServiceScopeFactory scopes) : IWorkflowGateway
    {
        public async Task StartAsync(string definitionId, string instanceId, string documentId, CancellationToken cancellationToken)
        {
            await using var scope = scopes.CreateAsyncScope();
            var drafter = await scope.ServiceProvider.GetRequiredService<IOfficeData>().Documents
                .Where(row => row.Id == documentId).Select(row => row.DrafterId).SingleAsync(cancellationToken);
            await scope.ServiceProvider.GetRequiredService<Desks.IDocumentDesk>().VoidAsync(drafter, documentId, "不再需要。", cancellationToken);
            throw new InvalidOperationException("The engine is away.");
        }

        public Task ResumeAsync(string instanceId, string workItemId, string outcome, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("The engine is away.");
    }

    private sealed class AbsentPart : IAbsentParts
    {
        public bool Any => true;
    }

    private Task<OutboxMessage> MessageAsync() => _office.ActAsync<IOfficeData, OutboxMessage>(data => data.OutboxMessages.AsNoTracking().SingleAsync());
}
