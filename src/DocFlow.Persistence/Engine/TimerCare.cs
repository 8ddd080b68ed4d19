using System.Linq.Expressions;
using DocFlow.Office.Outbox;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace DocFlow.Persistence.Engine;

/// <inheritdoc />
internal sealed class TimerCare(DocFlowDbContext database, IOptions<TimerOptions> options) : ITimerCare
{
    private const string Kind = "timer";

    public async Task<IReadOnlyList<StuckMessage>> GivenUpAsync(string? instanceId, CancellationToken cancellationToken) =>
        await GivenUp().Where(row => instanceId == null || row.InstanceId == instanceId)
            .OrderBy(row => row.DueAt).ThenBy(row => row.Id).Select(Shown()).ToListAsync(cancellationToken);

    public async Task<StuckMessage?> FireAgainAsync(string id, CancellationToken cancellationToken)
    {
        if (await GivenUp().SingleOrDefaultAsync(row => row.Id == id, cancellationToken) is not { } row)
            return null;
        var before = Shown().Compile()(row);
        (row.Attempts, row.LeaseUntil) = (0, null);
        return before;
    }

    private IQueryable<BookmarkRow> GivenUp()
    {
        var most = options.Value.MostAttempts;
        return database.Set<BookmarkRow>().Where(row => row.DueAt != null && row.Attempts >= most);
    }

    // The procedure's correlation is its document.
    private static Expression<Func<BookmarkRow, StuckMessage>> Shown() =>
        row => new StuckMessage(row.Id, row.CorrelationId, null, Kind, true, row.Attempts, row.DueAt!.Value, row.LastError ?? "");
}
