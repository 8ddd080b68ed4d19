using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>Totals and groups of a register, counted in the database.</summary>
/// <param name="isAll">All matters of the procedure are meant: the values alone tell, and no matter is looked up.</param>
internal sealed class RegisterSums(IOfficeData data, Procedure procedure, RegisterMatters matters, bool isAll)
{
    private const int MostGroups = 200;

    public async Task<IReadOnlyDictionary<string, decimal>> TotalsAsync(IQueryable<Document> found, CancellationToken cancellationToken)
    {
        var keys = Summed();
        if (keys.Count == 0)
            return new Dictionary<string, decimal>();
        return isAll ? await AllTotalsAsync(keys, cancellationToken) : await FoundTotalsAsync(found, keys, cancellationToken);
    }

    public async Task<IReadOnlyList<RegisterGroup>> GroupsAsync(IQueryable<Document> found, string from, CancellationToken cancellationToken)
    {
        var column = matters.Column(from);
        var valued = column switch
        {
            { Source: ColumnSource.Field } when isAll => data.MatterValues.Where(value => value.ProcedureId == procedure.Id && value.Key == column.Name)
                .Select(value => new Valued { Id = value.DocumentId, Value = value.Text }),
            { Source: ColumnSource.Field } => data.MatterValues.Where(value => value.ProcedureId == procedure.Id && value.Key == column.Name)
                .Join(found, value => value.DocumentId, matter => matter.Id, (value, matter) => new Valued { Id = matter.Id, Value = value.Text }),
            { Name: "unit" } => found.Select(matter => new Valued { Id = matter.Id, Value = matter.DrafterUnit!.Name }),
            { Name: "starter" } => found.Select(matter => new Valued { Id = matter.Id, Value = matter.Drafter!.Name }),
            { Name: "state" } => found.Select(matter => new Valued
            {
                Id = matter.Id, Value = matter.State == DocumentState.Archived ? "办结" : matter.State == DocumentState.Void ? "作废" : "在办",
            }),
            _ => throw RefusalException.Invalid($"不能按“{column.Title}”分组，可按字段、状态、登记人或登记单位分组。"),
        };
        var groups = await valued.GroupBy(row => row.Value).Select(same => new { same.Key, Count = same.Count() })
            .OrderByDescending(same => same.Count).ThenBy(same => same.Key).Take(MostGroups).ToListAsync(cancellationToken);
        var totals = await GroupTotalsAsync(valued, cancellationToken);
        return groups.ConvertAll(group => new RegisterGroup(group.Key.Length == 0 ? "（空）" : group.Key, group.Count, totals.GetValueOrDefault(group.Key) ?? new Dictionary<string, decimal>()));
    }

    private async Task<IReadOnlyDictionary<string, decimal>> AllTotalsAsync(List<string> keys, CancellationToken cancellationToken)
    {
        var sums = await data.MatterValues.Where(value => value.ProcedureId == procedure.Id && keys.Contains(value.Key))
            .GroupBy(value => value.Key).Select(same => new { same.Key, Sum = same.Sum(value => value.Number) }).ToListAsync(cancellationToken);
        return keys.ToDictionary(key => $"field:{key}", key => Scaled(sums.Find(sum => sum.Key == key)?.Sum));
    }

    // From the matters to their values by the key: the other way the database would walk the values of all matters, however few were found.
    private async Task<IReadOnlyDictionary<string, decimal>> FoundTotalsAsync(IQueryable<Document> found, List<string> keys, CancellationToken cancellationToken)
    {
        var totals = new Dictionary<string, decimal>();
        foreach (var key in keys)
        {
            totals[$"field:{key}"] = Scaled(await found.Select(matter => data.MatterValues.Where(value => value.DocumentId == matter.Id && value.Key == key).Select(value => value.Number).FirstOrDefault())
                .SumAsync(cancellationToken));
        }

        return totals;
    }

    private static decimal Scaled(long? sum) => (decimal)(sum ?? 0) / MatterValue.Scale;

    private async Task<Dictionary<string, IReadOnlyDictionary<string, decimal>>> GroupTotalsAsync(IQueryable<Valued> valued, CancellationToken cancellationToken)
    {
        var keys = Summed();
        if (keys.Count == 0)
            return [];
        var sums = await valued.Join(
                data.MatterValues.Where(value => value.ProcedureId == procedure.Id && keys.Contains(value.Key)), row => row.Id, value => value.DocumentId,
                (row, value) => new { row.Value, value.Key, value.Number })
            .GroupBy(row => new { row.Value, row.Key }).Select(same => new { same.Key.Value, same.Key.Key, Sum = same.Sum(row => row.Number) }).ToListAsync(cancellationToken);
        return sums.GroupBy(sum => sum.Value).ToDictionary(
            same => same.Key, IReadOnlyDictionary<string, decimal> (same) => same.ToDictionary(sum => $"field:{sum.Key}", sum => Scaled(sum.Sum)));
    }

    private List<string> Summed() => [.. procedure.Register!.Columns.Where(column => column.HasTotal).Select(column => column.Name)];

    private sealed class Valued
    {
        public required string Id { get; init; }

        public required string Value { get; init; }
    }
}
