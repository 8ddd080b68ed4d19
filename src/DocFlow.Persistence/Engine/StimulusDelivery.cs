using System.Text.Json.Nodes;
using DocFlow.Elsa.Runtime.Execution;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// Brings stimuli to who waits for them. What nobody waits for yet is kept for a while; both sides look again after their commit, so
/// whichever comes second finds the first, and the stimulus is marked as taken in the burst that it causes, so it works once.
/// </summary>
internal sealed class StimulusDelivery(EngineScopes scopes, TimeProvider system, IOptions<TimerOptions> options, BurstQueries queries)
{
    /// <summary>Lets all go on that wait for a stimulus.</summary>
    /// <returns>How many there were.</returns>
    public async Task<int> ResumeAsync(Stimulus stimulus, CancellationToken cancellationToken)
    {
        var waiting = await scopes.RunAsync<DocFlowDbContext, List<BurstQueries.Waiting>>(database =>
            (stimulus is { CorrelationId: null, InstanceId: null, ActivityInstanceId: null } ? queries.WaitingForHash(database, stimulus.Hash) : WaitingFor(database, RowOf(stimulus)).AsAsyncEnumerable())
            .ToListAsync(cancellationToken).AsTask());
        var resumed = 0;
        foreach (var place in waiting)
            resumed += await scopes.RunAsync<WorkflowBursts, bool>(bursts => bursts.ResumeBookmarkAsync(place.InstanceId, place.BookmarkId, stimulus.Input, cancellationToken)) ? 1 : 0;
        return resumed;
    }

    /// <summary>Keeps a stimulus for who will wait for it, or brings it if one came to wait in this instant.</summary>
    public async Task KeepAsync(Stimulus stimulus, CancellationToken cancellationToken)
    {
        var row = RowOf(stimulus);
        await scopes.RunAsync<DocFlowDbContext, bool>(async database =>
        {
            if (await database.Set<StimulusRow>().AnyAsync(known => known.Id == row.Id, cancellationToken))
                return false;
            database.Add(row);
            await database.SaveChangesAsync(cancellationToken);
            return true;
        });
        await MatchAsync(row, cancellationToken);
    }

    /// <summary>Looks for what had come before an instance waited for it.</summary>
    public async Task FindForAsync(DocFlowDbContext database, InstanceState state, CancellationToken cancellationToken)
    {
        var hashes = state.Bookmarks.Select(bookmark => bookmark.Hash).Distinct().ToList();
        var now = system.GetUtcNow();
        var correlation = InstanceMapping.Fit(state.CorrelationId) ?? "";
        var early = hashes.Count == 1 ? await queries.Early(database, hashes[0], now, correlation, state.Id).ToListAsync(cancellationToken) : await database.Set<StimulusRow>().AsNoTracking()
            .Where(row => hashes.Contains(row.Hash) && row.TakenBy == null && row.ExpiresAt > now && (row.CorrelationId == null || row.CorrelationId == correlation) && (row.InstanceId == null || row.InstanceId == state.Id))
            .ToListAsync(cancellationToken);
        foreach (var row in early)
            await MatchAsync(row, cancellationToken);
    }

    /// <summary>Brings what is kept to who waits for it, and throws away what nobody came for in time.</summary>
    public async Task SweepAsync(CancellationToken cancellationToken)
    {
        var now = system.GetUtcNow();
        var kept = await scopes.RunAsync<DocFlowDbContext, List<StimulusRow>>(async database =>
        {
            if (await database.Set<StimulusRow>().AnyAsync(row => row.ExpiresAt <= now, cancellationToken))
                await database.Set<StimulusRow>().Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(cancellationToken);
            return await database.Set<StimulusRow>().AsNoTracking().Where(row => row.TakenBy == null && database.Set<BookmarkRow>().Any(bookmark => bookmark.Hash == row.Hash)).ToListAsync(cancellationToken);
        });
        foreach (var row in kept)
            await MatchAsync(row, cancellationToken);
    }

    private async Task MatchAsync(StimulusRow row, CancellationToken cancellationToken)
    {
        if (await scopes.RunAsync<DocFlowDbContext, BurstQueries.Waiting?>(database => WaitingFor(database, row).FirstOrDefaultAsync(cancellationToken)) is { } place)
            await scopes.RunAsync<StimulusBurst, bool>(burst => burst.RunAsync(row.Id, place.InstanceId, place.BookmarkId, cancellationToken));
    }

    private static IQueryable<BurstQueries.Waiting> WaitingFor(DocFlowDbContext database, StimulusRow row) => database.Set<BookmarkRow>()
        .Where(bookmark => bookmark.Hash == row.Hash && (row.CorrelationId == null || bookmark.CorrelationId == row.CorrelationId)
            && (row.InstanceId == null || bookmark.InstanceId == row.InstanceId) && (row.ActivityInstanceId == null || bookmark.ActivityInstanceId == row.ActivityInstanceId))
        .OrderBy(bookmark => bookmark.Id)
        .Select(bookmark => new BurstQueries.Waiting(bookmark.InstanceId, bookmark.Id));

    private StimulusRow RowOf(Stimulus stimulus) => new()
    {
        Id = stimulus.Id,
        Hash = stimulus.Hash,
        CorrelationId = InstanceMapping.Fit(stimulus.CorrelationId),
        InstanceId = stimulus.InstanceId,
        ActivityInstanceId = stimulus.ActivityInstanceId,
        InputJson = EngineJson.WriteMessage(WorkflowOutbox.Nodes(stimulus.Input)),
        ExpiresAt = system.GetUtcNow() + options.Value.StimulusLife,
    };
}
