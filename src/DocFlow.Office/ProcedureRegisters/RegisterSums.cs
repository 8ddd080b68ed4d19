using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Totals and groups of what was found in a register, counted in the database.</summary>
internal sealed class RegisterSums(IOfficeData data, Procedure procedure, RegisterMatters matters, RegisterFinding found)
{
    private const int MostGroups = 200;

    public async Task<IReadOnlyDictionary<string, decimal>> TotalsAsync(CancellationToken cancellationToken)
    {
        var keys = Summed();
        if (keys.Count == 0)
            return new Dictionary<string, decimal>();
        var totals = new Dictionary<string, decimal>();
        // One after another: grouped by key, all their values would be sorted first.
        foreach (var key in keys)
            totals[$"field:{key}"] = Scaled(await found.Values(key).SumAsync(value => value.Number, cancellationToken));
        return totals;
    }

    public async Task<IReadOnlyList<RegisterGroup>> GroupsAsync(string from, CancellationToken cancellationToken)
    {
        var column = matters.Column(from);
        var valued = column switch
        {
            { Source: ColumnSource.Field } => found.Values(column.Name).Select(value => new Valued { Id = value.DocumentId, Value = value.Text }),
            { Name: "unit" } => found.Matters.Select(matter => new Valued { Id = matter.Id, Value = matter.DrafterUnit!.Name }),
            { Name: "starter" } => found.Matters.Select(matter => new Valued { Id = matter.Id, Value = matter.Drafter!.Name }),
            { Name: "state" } => found.Matters.Select(matter => new Valued
            {
                Id = matter.Id, Value = matter.State == DocumentState.Archived ? "办结" : matter.State == DocumentState.Void ? "作废" : "在办",
            }),
            _ => throw RefusalException.Invalid($"不能按“{column.Title}”分组，可按字段、状态、登记人或登记单位分组。"),
        };
        var groups = await valued.GroupBy(row => row.Value).Select(same => new { same.Key, Count = same.Count() })
            .OrderByDescending(same => same.Count).ThenBy(same => same.Key).Take(MostGroups).ToListAsync(cancellationToken);
        var totals = groups.ToDictionary(group => group.Key, _ => new Dictionary<string, decimal>());
        foreach (var key in Summed())
        {
            var sums = await valued.Join(data.MatterValues.Where(value => value.Key == key), row => row.Id, value => value.DocumentId, (row, value) => new { row.Value, value.Number })
                .GroupBy(row => row.Value).Select(same => new { same.Key, Sum = same.Sum(row => row.Number) }).ToListAsync(cancellationToken);
            foreach (var sum in sums.Where(sum => totals.ContainsKey(sum.Key)))
                totals[sum.Key][$"field:{key}"] = Scaled(sum.Sum);
        }

        return groups.ConvertAll(group => new RegisterGroup(group.Key.Length == 0 ? "（空）" : group.Key, group.Count, totals[group.Key]));
    }

    private static decimal Scaled(long? sum) => (decimal)(sum ?? 0) / MatterValue.Scale;

    private List<string> Summed() => [.. procedure.Register!.Columns.Where(column => column.HasTotal).Select(column => column.Name)];

    private sealed class Valued
    {
        public required string Id { get; init; }

        public required string Value { get; init; }
    }
}
