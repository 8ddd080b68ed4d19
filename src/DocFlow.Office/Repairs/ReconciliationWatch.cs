using System.Security.Cryptography;
using System.Text;
using DocFlow.Office.Notices;
using DocFlow.Office.Sending;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DocFlow.Office.Repairs;

/// <summary>Compares office and engine, remembers what it found and raises the alarm when they don't agree.</summary>
public sealed partial class ReconciliationWatch(IServiceScopeFactory scopes, TimeProvider system, ILogger<ReconciliationWatch> logger)
{
    // Each minute again: the page lists them all, the log needn't.
    private const int MostLogged = 20;

    private volatile ReconciliationState? _latest;

    /// <summary>Null before the first look.</summary>
    public ReconciliationState? Latest => _latest;

    public async Task<ReconciliationState> LookAsync(CancellationToken cancellationToken = default)
    {
        var found = await FindAsync(cancellationToken);

        // What was being committed between the questions is settled at the second look.
        if (found.Count > 0)
            found = [.. found.Intersect(await FindAsync(cancellationToken))];
        var state = new ReconciliationState(system.GetUtcNow(), found);
        _latest = state;
        if (found.Count > 0)
            await RaiseAsync(found, cancellationToken);
        return state;
    }

    private async Task<IReadOnlyList<Discrepancy>> FindAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        return scope.ServiceProvider.GetService<IReconciliation>() is { } reconciliation ? await reconciliation.FindAsync(cancellationToken) : [];
    }

    private async Task RaiseAsync(IReadOnlyList<Discrepancy> found, CancellationToken cancellationToken)
    {
        LogCount(found.Count);
        foreach (var discrepancy in found.Take(MostLogged))
            LogFound(discrepancy.Kind, discrepancy.InstanceId, discrepancy.WorkItemId, discrepancy.BookmarkId);
        await using var scope = scopes.CreateAsyncScope();
        var people = new List<string>();
        foreach (var administrators in scope.ServiceProvider.GetServices<IAdministrators>())
            people.AddRange(await administrators.PersonIdsAsync(cancellationToken));

        var first = found[0];
        var isHidden = first.DocumentId is { } documentId && (await scope.ServiceProvider.GetRequiredService<InsideOnly>().AmongAsync([documentId], cancellationToken)).Count > 0;
        var which = isHidden ? first.InstanceId : first.Title ?? first.InstanceId;

        // The same findings are told once.
        var names = string.Join('\n', found.Select(item => item.WorkItemId ?? item.BookmarkId).Order(StringComparer.Ordinal));
        var key = $"reconciliation/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(names)))}";
        await scope.ServiceProvider.GetRequiredService<NoticeWriter>().TellAsync(
            people, NoticeKind.System, key, $"待办与流程核对不一致，共{found.Count}处，首处：{first.Kind}（{which}）。请到“流程修复”查看并处理。", null, null, cancellationToken);
        await scope.ServiceProvider.GetRequiredService<IOfficeData>().SaveChangesAsync(cancellationToken);
    }

    [LoggerMessage(LogLevel.Error, "Office and engine don't agree in {Count} places")]
    private partial void LogCount(int count);

    [LoggerMessage(LogLevel.Error, "Office and engine don't agree: {Kind}, instance {InstanceId}, work item {WorkItemId}, bookmark {BookmarkId}")]
    private partial void LogFound(string kind, string instanceId, string? workItemId, string? bookmarkId);
}
