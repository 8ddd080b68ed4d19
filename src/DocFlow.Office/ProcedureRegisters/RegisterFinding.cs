using DocFlow.Office.Dossiers;
using DocFlow.Office.Matters;
using DocFlow.Office.Procedures;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.ProcedureRegisters;

/// <summary>
/// What a query of a register finds, looked for as seldom as can be: what a few thousand matters answer is looked for once, and counted, paged and summed by their
/// ids; what most of the register answers is read from the indexes of its values.
/// </summary>
internal sealed class RegisterFinding(IOfficeData data, Procedure procedure, RegisterMatters of, IQueryable<Document> matters, RegisterQuery query, bool readsAll)
{
    private List<string>? _first;

    /// <summary>So many ids are held in memory.</summary>
    public int MostHeld { get; init; } = 10_000;

    /// <summary>The ids of the matters of somebody who may not read all; null for others.</summary>
    public IQueryable<string>? Own { get; init; }

    public int Total { get; private set; }

    /// <summary>The column that was added up while all that was found was counted, and its sum; null when none was.</summary>
    public (string Key, long? Sum)? Added { get; private set; }

    /// <summary>All that was found; null when it is too much to hold.</summary>
    public IReadOnlyList<string>? Ids => _first?.Count == Total ? _first : null;

    /// <summary>The matters that were found.</summary>
    public IQueryable<Document> Matters => Ids is { } ids ? data.Documents.AsNoTracking().Where(matter => EF.Parameter(ids).Contains(matter.Id)) : matters;

    /// <summary>The values of a field of what was found.</summary>
    public IQueryable<MatterValue> Values(string key) => Values(data.MatterValues.Where(value => value.Key == key));

    private IQueryable<MatterValue> Values(IQueryable<MatterValue> ofKey)
    {
        if (Ids is { } ids)
            return ofKey.Where(value => EF.Parameter(ids).Contains(value.DocumentId));
        if (readsAll && query.IsUnnarrowed)
            return ofKey.Where(value => value.ProcedureId == procedure.Id);
        return readsAll && of.ByFields(query) is { } byFields
            ? byFields.Join(ofKey, id => id, value => value.DocumentId, (_, value) => value)
            : matters.Join(ofKey, matter => matter.Id, value => value.DocumentId, (_, value) => value);
    }

    /// <summary>The numbers of a field of what was found, without those that have none: an index holds just these.</summary>
    public IQueryable<MatterValue> Numbers(string key) => Values(data.MatterValues.Where(value => value.Key == key && value.Number != null));

    public async Task LookAsync(CancellationToken cancellationToken)
    {
        if (await AddUpAsync(cancellationToken))
            return;
        if (readsAll && (query.IsUnnarrowed || of.ByFields(query) is not null))
        {
            Total = query.IsUnnarrowed ? await matters.CountAsync(cancellationToken) : await of.ByFields(query)!.CountAsync(cancellationToken);
            if (Total > MostHeld)
                return;
        }

        // Ids are in the order of time, as the register is: the matters themselves needn't be looked up.
        var ids = Own is not null && query.IsUnnarrowed && string.IsNullOrEmpty(query.Sort) ? Own.OrderByDescending(id => id) : of.OrderedIds(matters, query.Sort, query.IsDescending);
        _first = await ids.Take(MostHeld + 1).ToListAsync(cancellationToken);
        Total = _first.Count <= MostHeld ? _first.Count : await matters.CountAsync(cancellationToken);
    }

    // Most of a grown register may have the same choice: its matters are counted and their numbers added in one walk. Groups are summed for themselves.
    private async Task<bool> AddUpAsync(CancellationToken cancellationToken)
    {
        if (!readsAll || query.Group is { Length: > 0 } || of.OfOneText(query) is not { } values || procedure.Register!.Columns.FirstOrDefault(column => column.HasTotal) is not { Name: var key })
            return false;
        if (await values.OrderBy(value => value.DocumentId).Take(MostHeld + 1).CountAsync(cancellationToken) <= MostHeld)
            return false;
        var numbers = data.MatterValues.Where(value => value.Key == key && value.Number != null);
        // PostgreSQL takes the matters of one text for a few: joined inwards, it would look up the number of each. SQLite does so anyhow, and only inwards in the index of the numbers.
        var rows = data.MergesWalks
            ? values.LeftJoin(numbers, value => value.DocumentId, number => number.DocumentId, (value, number) => new { value.Text, number!.Number })
            : values.Join(numbers, value => value.DocumentId, number => number.DocumentId, (value, number) => new { value.Text, number.Number });
        var all = await rows.GroupBy(row => row.Text).Select(same => new { Count = same.Count(), Sum = same.Sum(row => row.Number) }).SingleOrDefaultAsync(cancellationToken);
        Total = data.MergesWalks ? all?.Count ?? 0 : await values.CountAsync(cancellationToken);
        Added = (key, all?.Sum);
        return true;
    }

    /// <summary>The ids of one page in the order that is asked for.</summary>
    public async Task<List<string>> PageAsync(int skip, int size, CancellationToken cancellationToken)
    {
        if (_first is not null && (Ids is not null || skip + size <= _first.Count))
            return [.. _first.Skip(skip).Take(size)];
        if (await of.OrderedValuesAsync(query, Total, readsAll, cancellationToken) is { } ordered)
            return await ordered.Skip(skip).Take(size).ToListAsync(cancellationToken);
        return await of.OrderedIds(readsAll && of.ByFields(query) is not null ? of.WithFields(query) : matters, query.Sort, query.IsDescending).Skip(skip).Take(size).ToListAsync(cancellationToken);
    }
}
