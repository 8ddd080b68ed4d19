using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Totals and groups of what was found in a register, counted in the database.</summary>
internal sealed class RegisterSums(IOfficeData data, Procedure procedure, RegisterMatters matters, RegisterFinding found)
{
    private const int MostGroups = 200;

    /// <param name="groups">The groups of the same query; empty for none.</param>
    public async Task<IReadOnlyDictionary<string, decimal>> TotalsAsync(IReadOnlyList<RegisterGroup> groups, CancellationToken cancellationToken)
    {
        var keys = Summed();
        if (keys.Count == 0)
            return new Dictionary<string, decimal>();
        // Groups that hold all that was found have been summed already.
        if (groups.Count > 0 && groups.Sum(group => group.Count) == found.Total)
            return keys.Select(key => $"field:{key}").ToDictionary(name => name, name => groups.Sum(group => group.Totals.GetValueOrDefault(name)));
        var totals = new Dictionary<string, decimal>();
        // One after another: grouped by key, all their values would be sorted first.
        foreach (var key in keys)
            totals[$"field:{key}"] = Scaled(found.Added is { } added && added.Key == key ? added.Sum : await TotalAsync(key, cancellationToken));
        return totals;
    }

    public async Task<IReadOnlyList<RegisterGroup>> GroupsAsync(string from, CancellationToken cancellationToken)
    {
        // By what an index is in the order of, not by what is shown for it.
        switch (matters.Column(from))
        {
            case { Source: ColumnSource.Field, Name: var field }:
                return Groups(await CountAsync(found.Values(field).Select(value => new Valued<string> { Id = value.DocumentId, Value = value.Text }), cancellationToken), text => text);
            case { Name: "state" }:
                return Groups(await CountAsync(found.Matters.Select(matter => new Valued<DocumentState> { Id = matter.Id, Value = matter.State }), cancellationToken, isOfMatters: true), RegisterMatters.StateOf);
            case { Name: "unit" }:
                var units = await data.Units.ToDictionaryAsync(unit => unit.Id, unit => unit.Name, cancellationToken);
                return Groups(await CountAsync(found.Matters.Select(matter => new Valued<string> { Id = matter.Id, Value = matter.DrafterUnitId }), cancellationToken, isOfMatters: true), id => units[id]);
            case { Name: "starter" }:
                var people = await data.People.ToDictionaryAsync(person => person.Id, person => person.Name, cancellationToken);
                return Groups(await CountAsync(found.Matters.Select(matter => new Valued<string> { Id = matter.Id, Value = matter.DrafterId }), cancellationToken, isOfMatters: true), id => people[id]);
            case var column:
                throw RefusalException.Invalid($"不能按“{column.Title}”分组，可按字段、状态、登记人或登记单位分组。");
        }
    }

    private static IReadOnlyList<RegisterGroup> Groups<TValue>(List<Counted<TValue>> counted, Func<TValue, string> shown) =>
    [
        .. counted.GroupBy(group => shown(group.Value))
            .Select(same => new RegisterGroup(
                same.Key.Length == 0 ? "（空）" : same.Key, same.Sum(group => group.Count),
                same.SelectMany(group => group.Sums).GroupBy(sum => sum.Key).ToDictionary(sums => sums.Key, sums => sums.Sum(sum => sum.Value))))
            .OrderByDescending(group => group.Count).ThenBy(group => group.Value, StringComparer.Ordinal),
    ];

    private async Task<List<Counted<TValue>>> CountAsync<TValue>(IQueryable<Valued<TValue>> valued, CancellationToken cancellationToken, bool isOfMatters = false)
        where TValue : notnull
    {
        var keys = Summed();
        // What matters say of themselves is in no index beside their numbers.
        var leavesRest = isOfMatters && found.Ids is null;
        // Where each matter has the number, it is counted with the sum, in one pass.
        var groups = keys.Count == 0 || leavesRest ? [] : await Summed(valued, keys[0]).OrderByDescending(same => same.Count).ThenBy(same => same.Value).Take(MostGroups).ToListAsync(cancellationToken);
        var isWhole = groups.Count > 0 && groups.Sum(group => group.Count) == found.Total;
        if (!isWhole)
        {
            groups = await valued.GroupBy(row => row.Value).Select(same => new Counted<TValue> { Value = same.Key, Count = same.Count() })
                .OrderByDescending(same => same.Count).ThenBy(same => same.Value).Take(MostGroups).ToListAsync(cancellationToken);
        }

        var byValue = groups.ToDictionary(group => group.Value);
        foreach (var key in keys)
        {
            foreach (var sum in isWhole && key == keys[0] ? groups : leavesRest ? await RestAsync(valued, groups, key, cancellationToken) : await Summed(valued, key).ToListAsync(cancellationToken))
            {
                if (byValue.TryGetValue(sum.Value, out var group))
                    group.Sums[$"field:{key}"] = Scaled(sum.Sum);
            }
        }

        return groups;
    }

    // The largest group is what the others leave of the total: most of a grown register is closed, and is not looked up one by one.
    private async Task<List<Counted<TValue>>> RestAsync<TValue>(IQueryable<Valued<TValue>> valued, List<Counted<TValue>> groups, string key, CancellationToken cancellationToken)
        where TValue : notnull
    {
        if (groups.Count == 0 || groups.Sum(group => group.Count) != found.Total)
            return await Summed(valued, key).ToListAsync(cancellationToken);
        var others = groups.Skip(1).Select(group => group.Value).ToList();
        var sums = others.Count == 0 ? [] : await Summed(valued.Where(row => others.Contains(row.Value)), key).ToListAsync(cancellationToken);
        var total = await TotalAsync(key, cancellationToken);
        return [new() { Value = groups[0].Value, Count = groups[0].Count, Sum = total - sums.Sum(sum => sum.Sum ?? 0) }, .. sums];
    }

    private Task<long?> TotalAsync(string key, CancellationToken cancellationToken) => found.Numbers(key).SumAsync(value => value.Number, cancellationToken);

    private IQueryable<Counted<TValue>> Summed<TValue>(IQueryable<Valued<TValue>> valued, string key)
        where TValue : notnull =>
        valued.Join(data.MatterValues.Where(value => value.Key == key && value.Number != null), row => row.Id, value => value.DocumentId, (row, value) => new { row.Value, value.Number })
            .GroupBy(row => row.Value).Select(same => new Counted<TValue> { Value = same.Key, Count = same.Count(), Sum = same.Sum(row => row.Number) });

    private static decimal Scaled(long? sum) => (decimal)(sum ?? 0) / MatterValue.Scale;

    private List<string> Summed() => [.. procedure.Register!.Columns.Where(column => column.HasTotal).Select(column => column.Name)];

    private sealed class Valued<TValue>
    {
        public required string Id { get; init; }

        public required TValue Value { get; init; }
    }

    private sealed class Counted<TValue>
    {
        public required TValue Value { get; init; }

        public required int Count { get; init; }

        public long? Sum { get; init; }

        /// <summary>By column.</summary>
        public Dictionary<string, decimal> Sums { get; } = [];
    }
}
