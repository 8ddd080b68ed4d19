using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.People;

/// <summary>Who stands where a named person stood: the person, or for one without a post in force whoever took the posts over (轮岗交接).</summary>
internal sealed class Successors(IOfficeData data, OfficeDirectory directory)
{
    // A circle of hand-overs would be a mistake in the data, not a reason to hang.
    private const int MostSteps = 10;

    /// <returns>By person; without those who have left and whom nobody succeeded.</returns>
    public async Task<IReadOnlyDictionary<string, Person>> OfAsync(IReadOnlyCollection<string> personIds, CancellationToken cancellationToken)
    {
        var found = new Dictionary<string, Person>(StringComparer.Ordinal);
        var sought = personIds.Distinct().ToDictionary(id => id, id => id, StringComparer.Ordinal);
        for (var steps = 0; sought.Count > 0 && steps < MostSteps; steps++)
        {
            var ids = sought.Values.Distinct().ToList();
            var here = await directory.InForce().Where(appointment => ids.Contains(appointment.PersonId)).Select(appointment => appointment.Person!).Distinct().ToDictionaryAsync(person => person.Id, cancellationToken);
            foreach (var (named, now) in sought.Where(pair => here.ContainsKey(pair.Value)))
                found[named] = here[now];
            var gone = ids.FindAll(id => !here.ContainsKey(id));
            if (gone.Count == 0)
                break;
            var handovers = await data.Handovers.AsNoTracking().Where(row => gone.Contains(row.PersonId) && row.DoneAt != null && row.SuccessorId != null)
                .OrderBy(row => row.DoneAt).Select(row => new { row.PersonId, row.SuccessorId }).ToListAsync(cancellationToken);
            var next = handovers.GroupBy(row => row.PersonId).ToDictionary(own => own.Key, own => own.Last().SuccessorId!);
            sought = sought.Where(pair => next.ContainsKey(pair.Value)).ToDictionary(pair => pair.Key, pair => next[pair.Value], StringComparer.Ordinal);
        }

        return found;
    }
}
