using System.Diagnostics;
using DocFlow.Benchmarks.Measuring;
using DocFlow.Office;
using DocFlow.Office.Desks;
using DocFlow.Office.WorkItems;
using DocFlow.Persistence;
using DocFlow.Persistence.Engine;
using Elsa.Workflows;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Benchmarks.Office;

/// <summary>Draft → review → end as people do it: desks, work item, event chain, outbox, engine. Every step is committed.</summary>
internal sealed class OfficeCycle(BenchmarkHost host, string drafterId, string reviewerId)
{
    private const string Source = """
        ---
        文种: 通知
        发文机关: 中共云河市委办公室
        标题: 中共云河市委办公室关于开展“无会周”活动的通知
        主送: [各县（区）委办公室]
        ---
        经研究，决定开展“无会周”活动。
        """;

    public static async Task<OfficeCycle> CreateAsync(BenchmarkHost host) => new(host, await IdOfAsync(host, "linzhiyuan"), await IdOfAsync(host, "hemin"));

    /// <param name="fromDecision">Receives the time from the committed decision to the finished instance.</param>
    public async Task RunAsync(Samples fromDecision)
    {
        var id = await host.WithAsync<IDocumentDesk, string>(desk => desk.CreateAsync(drafterId, new DraftContent { SourceText = Source }));
        var version = await host.WithAsync<IOfficeData, int>(data => data.Documents.Where(row => row.Id == id).Select(row => row.Version).SingleAsync());
        await host.WithAsync<IDocumentDesk, string>(desk => desk.StartAsync(drafterId, id, version, "one-review"));
        var seat = await UntilAsync(() => host.WithAsync<IOfficeData, string?>(data => data.Seats
            .Where(row => row.WorkItem!.DocumentId == id && row.State == SeatState.Open).Select(row => row.Id).SingleOrDefaultAsync()));
        await host.WithAsync<ISeatDesk, SeatDecision>(desk => desk.DecideAsync(reviewerId, seat, new SeatAnswer("同意")));
        var decided = Stopwatch.GetTimestamp();
        await UntilAsync(() => host.WithAsync<DocFlowDbContext, string?>(database => database.Set<InstanceRow>()
            .Where(row => row.CorrelationId == id && row.SubStatus == WorkflowSubStatus.Finished).Select(row => row.Id).SingleOrDefaultAsync()));
        lock (fromDecision)
            fromDecision.Add(Stopwatch.GetElapsedTime(decided).TotalMilliseconds);
    }

    // The host's dispatcher wakes by itself; looking more often would only take the processor from it.
    private static async Task<string> UntilAsync(Func<Task<string?>> look)
    {
        while (true)
        {
            if (await look() is { } found)
                return found;
            await Task.Delay(1);
        }
    }

    private static Task<string> IdOfAsync(BenchmarkHost host, string login) =>
        host.WithAsync<IOfficeData, string>(data => data.People.Where(person => person.Login == login).Select(person => person.Id).SingleAsync());
}
