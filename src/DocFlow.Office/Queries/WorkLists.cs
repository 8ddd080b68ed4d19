using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class WorkLists(IOfficeData data, OpenSeats open, DocumentAccess access, WhereaboutsReader whereabouts) : IWorkLists
{
    public async Task<Paged<WorkRow>> OpenAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var seats = await open.OfAsync(personId, cancellationToken);
        return new Paged<WorkRow>(await RowsAsync(await seats.PageAsync(Paging.Skip(page, size), size, cancellationToken), cancellationToken), await seats.CountAsync(cancellationToken));
    }

    public async Task<int> CountOpenAsync(string personId, CancellationToken cancellationToken = default) =>
        await (await open.OfAsync(personId, cancellationToken)).CountAsync(cancellationToken)
        + await (await ArrivalsAsync(personId, cancellationToken)).CountAsync(cancellationToken);

    public async Task<Paged<ArrivalRow>> ToReceiveAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var arrivals = await ArrivalsAsync(personId, cancellationToken);
        var rows = await arrivals.OrderBy(receipt => receipt.Id).Skip(Paging.Skip(page, size)).Take(size)
            .Join(data.Distributions, receipt => receipt.DistributionId, distribution => distribution.Id, (receipt, distribution) => new { receipt, distribution })
            .Join(data.Documents, row => row.distribution.DocumentId, document => document.Id, (row, document) => new ArrivalRow(
                document.Id, document.Title, document.Number, document.Urgency, row.receipt.RecipientName, row.receipt.IsCopy, row.distribution.At))
            .ToListAsync(cancellationToken);
        return new Paged<ArrivalRow>([.. rows.OrderBy(row => row.SentAt)], await arrivals.CountAsync(cancellationToken));
    }

    private async Task<IQueryable<Receipt>> ArrivalsAsync(string personId, CancellationToken cancellationToken)
    {
        var units = await access.ReceivingUnitsAsync(personId, cancellationToken);
        return data.Receipts.AsNoTracking().Where(receipt => receipt.ReceivedAt == null && receipt.UnitId != null && units.Contains(receipt.UnitId));
    }

    public async Task<Paged<WorkRow>> DecidedAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var decided = data.Seats.Where(seat => seat.DecidedById == personId);
        var ids = await decided.OrderByDescending(seat => seat.DecidedAt).ThenByDescending(seat => seat.Id).Skip(Paging.Skip(page, size)).Take(size)
            .Select(seat => seat.Id).ToListAsync(cancellationToken);
        return new Paged<WorkRow>(await RowsAsync(ids, cancellationToken), await Paging.CountAsync(decided, cancellationToken));
    }

    public async Task<Paged<DocumentRow>> DraftedAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var drafted = data.Documents.Where(document => document.DrafterId == personId);
        var rows = await drafted.OrderByDescending(document => document.CreatedAt).ThenByDescending(document => document.Id).Skip(Paging.Skip(page, size)).Take(size)
            .Select(document => new DocumentRow(
                document.Id, document.Title, document.Kind, document.State, document.Number, document.CreatedAt, document.UpdatedAt, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(rows.Select(row => row.DocumentId), cancellationToken);
        return new Paged<DocumentRow>(rows.ConvertAll(row => row with { Now = now(row.DocumentId) }), await Paging.CountAsync(drafted, cancellationToken));
    }

    // Only the page's rows are looked up, however many come before it.
    private async Task<IReadOnlyList<WorkRow>> RowsAsync(List<string> ids, CancellationToken cancellationToken)
    {
        if (ids.Count == 0)
            return [];
        var rows = await data.Seats.Where(seat => ids.Contains(seat.Id))
            .Select(seat => new WorkRow(
                seat.Id, seat.WorkItem!.DocumentId, seat.WorkItem.Document!.Title, seat.WorkItem.Document.Kind, seat.WorkItem.Document.State,
                seat.WorkItem.Document.Urgency, seat.WorkItem.StepName, seat.WorkItem.Document.Drafter!.Name, seat.Person!.Name,
                seat.WorkItem.OpenedAt, seat.WorkItem.DueAt, seat.Outcome, seat.DecidedAt, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(rows.Select(row => row.DocumentId), cancellationToken);
        return [.. rows.OrderBy(row => ids.IndexOf(row.SeatId)).Select(row => row with { Now = now(row.DocumentId) })];
    }
}
