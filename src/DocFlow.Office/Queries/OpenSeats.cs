using System.Linq.Expressions;
using DocFlow.Office.Desks;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>Finds the open seats that a person may act on, in the order of 待办: by due time, the oldest first of those due together.</summary>
internal sealed class OpenSeats(IOfficeData data, SeatReaches reaches)
{
    public async Task<Found> OfAsync(string personId, CancellationToken cancellationToken) => new(data, (await reaches.OfAsync(personId, cancellationToken)).Ranges);

    /// <summary>The seats in ranges of an index, each in the list's order already.</summary>
    internal sealed class Found(IOfficeData data, IReadOnlyList<Expression<Func<Seat, bool>>> ranges)
    {
        /// <summary>The ids of one page.</summary>
        public async Task<List<string>> PageAsync(int skip, int size, CancellationToken cancellationToken)
        {
            if (ranges is [var only])
                return await Ordered(only).Skip(skip).Take(size).Select(seat => seat.Id).ToListAsync(cancellationToken);
            var first = new List<(DateTimeOffset Due, string Id)>();
            var until = (int)Math.Min((long)skip + size, int.MaxValue);
            foreach (var range in ranges)
                first.AddRange((await Ordered(range).Take(until).Select(seat => new { seat.DueOrder, seat.Id }).ToListAsync(cancellationToken)).Select(seat => (seat.DueOrder, seat.Id)));

            return [.. first.OrderBy(seat => seat.Due).ThenBy(seat => seat.Id, StringComparer.Ordinal).Skip(skip).Take(size).Select(seat => seat.Id)];
        }

        /// <summary>How many there are, up to ten thousand.</summary>
        public async Task<int> CountAsync(CancellationToken cancellationToken)
        {
            var count = 0;
            foreach (var range in ranges.TakeWhile(_ => count < Paging.MostCounted))
                count += await Paging.CountAsync(Open(range), cancellationToken);
            return Math.Min(count, Paging.MostCounted);
        }

        private IQueryable<Seat> Open(Expression<Func<Seat, bool>> range) => data.Seats.Where(seat => seat.State == SeatState.Open).Where(range);

        private IQueryable<Seat> Ordered(Expression<Func<Seat, bool>> range) => Open(range).OrderBy(seat => seat.DueOrder).ThenBy(seat => seat.Id);
    }
}
