using DocFlow.Office.WorkItems;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Queries;

/// <summary>Says where the documents of a list's page are, in as many questions for many as for one.</summary>
internal sealed class WhereaboutsReader(IOfficeData data)
{
    public async Task<Func<string, Whereabouts>> OfAsync(IEnumerable<string> documentIds, CancellationToken cancellationToken)
    {
        var ids = documentIds.Distinct().ToList();
        if (ids.Count == 0)
            return _ => Whereabouts.Nowhere;
        var seats = await data.WorkItems.AsNoTracking().Where(item => ids.Contains(item.DocumentId) && item.ClosedAt == null)
            .SelectMany(item => item.Seats.Where(seat => seat.State == SeatState.Open), (item, seat) => new
            {
                item.DocumentId, item.StepName, item.OpenedAt, item.DueAt, seat.Order, seat.Person!.Name, IsPaused = item.Document!.PausedAt != null,
            })
            .ToListAsync(cancellationToken);
        var circulating = (await data.CirculationSheets.AsNoTracking().Where(sheet => ids.Contains(sheet.DocumentId) && sheet.EndedAt == null)
            .Select(sheet => sheet.DocumentId).Distinct().ToListAsync(cancellationToken)).ToHashSet();
        var ofDocument = seats.OrderBy(seat => seat.OpenedAt).ThenBy(seat => seat.Order).ToLookup(seat => seat.DocumentId);
        return id =>
        {
            var open = ofDocument[id].ToList();
            return open.Count == 0
                ? Whereabouts.Nowhere with { IsCirculating = circulating.Contains(id) }
                : new Whereabouts(
                    string.Join('、', open.Select(seat => seat.StepName).Distinct()), [.. open.Select(seat => seat.Name).Distinct()],
                    open[0].OpenedAt, open.Min(seat => seat.DueAt), circulating.Contains(id)) { IsPaused = open[0].IsPaused };
        };
    }
}
