using System.Data.Common;
using DocFlow.Office.Time;
using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DocFlow.Office.Desks;

/// <summary>Notes that seats were opened by those who hold them, after which nobody takes the document back.</summary>
internal sealed class SeenMarks(IServiceScopeFactory scopes, OfficeClock clock)
{
    /// <summary>In a transaction of its own: reading never fails because of it.</summary>
    public async Task MarkAsync(IReadOnlyCollection<string> seatIds, CancellationToken cancellationToken)
    {
        if (seatIds.Count == 0)
            return;
        try
        {
            await using var scope = scopes.CreateAsyncScope();
            var data = scope.ServiceProvider.GetRequiredService<IOfficeData>();
            foreach (var seat in await data.Seats.Where(seat => seatIds.Contains(seat.Id) && seat.State == SeatState.Open && seat.SeenAt == null).ToListAsync(cancellationToken))
                seat.SeenAt = clock.Now;
            await data.SaveChangesAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is DbUpdateException or DbException)
        {
            // Somebody acted on the seat in this instant; if it is still open, the next look notes it.
        }
    }
}
