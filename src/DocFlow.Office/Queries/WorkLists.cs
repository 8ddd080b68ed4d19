using DocFlow.Office.Desks;
using DocFlow.Office.Dossiers;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <inheritdoc />
internal sealed class WorkLists(IOfficeData data, SeatReaches reaches, DocumentAccess access, WhereaboutsReader whereabouts) : IWorkLists
{
    public async Task<Paged<WorkRow>> OpenAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var open = await OpenSeatsAsync(personId, cancellationToken);
        var ordered = open.OrderBy(seat => seat.WorkItem!.DueAt == null).ThenBy(seat => seat.WorkItem!.DueAt).ThenBy(seat => seat.WorkItem!.OpenedAt);
        return new Paged<WorkRow>(await RowsAsync(ordered, page, size, cancellationToken), await Paging.CountAsync(open, cancellationToken));
    }

    public async Task<int> CountOpenAsync(string personId, CancellationToken cancellationToken = default) =>
        await Paging.CountAsync(await OpenSeatsAsync(personId, cancellationToken), cancellationToken)
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
        var ordered = decided.OrderByDescending(seat => seat.DecidedAt);
        return new Paged<WorkRow>(await RowsAsync(ordered, page, size, cancellationToken), await Paging.CountAsync(decided, cancellationToken));
    }

    public async Task<Paged<DocumentRow>> DraftedAsync(string personId, int page, int size, CancellationToken cancellationToken = default)
    {
        var drafted = data.Documents.Where(document => document.DrafterId == personId);
        var rows = await drafted.OrderByDescending(document => document.CreatedAt).Skip(Paging.Skip(page, size)).Take(size)
            .Select(document => new DocumentRow(
                document.Id, document.Title, document.Kind, document.State, document.Number, document.CreatedAt, document.UpdatedAt, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(rows.Select(row => row.DocumentId), cancellationToken);
        return new Paged<DocumentRow>(rows.ConvertAll(row => row with { Now = now(row.DocumentId) }), await Paging.CountAsync(drafted, cancellationToken));
    }

    private async Task<IQueryable<Seat>> OpenSeatsAsync(string personId, CancellationToken cancellationToken)
    {
        var reach = await reaches.OfAsync(personId, cancellationToken);
        return data.Seats.Where(seat => seat.State == SeatState.Open).Where(reach.Filter);
    }

    private async Task<IReadOnlyList<WorkRow>> RowsAsync(IQueryable<Seat> seats, int page, int size, CancellationToken cancellationToken)
    {
        var rows = await seats.Skip(Paging.Skip(page, size)).Take(size)
            .Select(seat => new WorkRow(
                seat.Id, seat.WorkItem!.DocumentId, seat.WorkItem.Document!.Title, seat.WorkItem.Document.Kind, seat.WorkItem.Document.State,
                seat.WorkItem.Document.Urgency, seat.WorkItem.StepName, seat.WorkItem.Document.Drafter!.Name, seat.Person!.Name,
                seat.WorkItem.OpenedAt, seat.WorkItem.DueAt, seat.Outcome, seat.DecidedAt, Whereabouts.Nowhere))
            .ToListAsync(cancellationToken);
        var now = await whereabouts.OfAsync(rows.Select(row => row.DocumentId), cancellationToken);
        return rows.ConvertAll(row => row with { Now = now(row.DocumentId) });
    }
}
