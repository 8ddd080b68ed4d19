using DocFlow.Office;
using DocFlow.Office.Deadlines;
using DocFlow.Office.Repairs;
using DocFlow.Office.Settings;
using DocFlow.Office.Tests.Model;
using DocFlow.Office.Time;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Host.Tests.Repairs;

/// <summary>The real host with the real engine, which goes on by itself while people act.</summary>
internal sealed class EngineOffice(OfficeHost host, IReadOnlyList<string> steps) : IPlayedOffice
{
    public DateTimeOffset Now => host.Get<OfficeClock>().Now;

    public string Source => Notice.Source;

    public bool IsStill => false;

    public IReadOnlyList<string> Steps => steps;

    public async Task<TResult> ActAsync<TService, TResult>(Func<TService, Task<TResult>> act)
        where TService : notnull
    {
        await using var scope = host.Get<IServiceScopeFactory>().CreateAsyncScope();
        return await act(scope.ServiceProvider.GetRequiredService<TService>());
    }

    // The procedure says how countersigning ends; the office only, whether a changed text is countersigned anew.
    public Task ObeyAsync(int rules) => ActAsync<IServiceProvider, bool>(async services =>
    {
        await services.GetRequiredService<OfficeSettings>().WriteAsync(RecountersignSetting.Key, new RecountersignSetting(rules / 16 % 2 == 0));
        await services.GetRequiredService<IOfficeData>().SaveChangesAsync();
        return true;
    });

    public void Pass(TimeSpan time) => host.Get<OfficeClock>().MoveTo(Now + time);

    public Task DeliverAsync() => host.SettleAsync();

    public Task FallDueAsync() => host.Get<DeadlineSweeper>().RunDueAsync(CancellationToken.None);

    public void FailNext(int times)
    {
        // The engine is in the same process.
    }

    public async Task AgreesAsync(DocumentRecord record)
    {
        Assert.Empty(await ActAsync<IReconciliation, IReadOnlyList<Discrepancy>>(reconciliation => reconciliation.FindAsync()));
        var places = await ActAsync<DocFlowDbContext, int>(database => database.Set<BookmarkRow>().CountAsync(row => row.InstanceId == record.Document.InstanceId));
        if (record.Document.State != DocFlow.Office.Dossiers.DocumentState.Void)
            Assert.Equal(record.Items.Count(item => item.ClosedAt is null), places);
    }
}
