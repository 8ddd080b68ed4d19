using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Chains;

/// <summary>Who was born from whom, as far as it goes. Each has one origin, never one that was born from it, so that there are no circles; damaged data ends the walk.</summary>
internal sealed class ChainTree(IOfficeData data)
{
    internal const int Most = 300;
    private const int MostGenerations = 50;

    /// <summary>The ids from the first beginning on, each with its origin's; no more than <see cref="Most"/>.</summary>
    public async Task<(IReadOnlyList<ChainNode> Nodes, bool IsCut)> OfAsync(string documentId, CancellationToken cancellationToken)
    {
        var top = await TopAsync(documentId, cancellationToken);
        var nodes = new List<ChainNode> { new(top, null) };
        var known = new HashSet<string> { top };
        for (var level = new List<string> { top }; level.Count > 0;)
        {
            var (parents, room) = (level, Most - nodes.Count);
            var born = await data.Documents.AsNoTracking().Where(row => row.BornFromId != null && parents.Contains(row.BornFromId)).OrderBy(row => row.CreatedAt).ThenBy(row => row.Id)
                .Select(row => new ChainNode(row.Id, row.BornFromId)).Take(room + 1).ToListAsync(cancellationToken);
            if (born.Count > room)
                return ([.. nodes, .. born.Take(room)], true);
            level = [.. born.Where(node => known.Add(node.Id)).Select(node => node.Id)];
            nodes.AddRange(born.Where(node => level.Contains(node.Id)));
        }

        return (nodes, false);
    }

    private async Task<string> TopAsync(string documentId, CancellationToken cancellationToken)
    {
        var (top, passed) = (documentId, new HashSet<string> { documentId });
        for (var generation = 0; generation < MostGenerations; generation++)
        {
            var origin = await data.Documents.Where(row => row.Id == top).Select(row => row.BornFromId).FirstOrDefaultAsync(cancellationToken);
            if (origin is null || !passed.Add(origin))
                break;
            top = origin;
        }

        return top;
    }
}

/// <summary>One of a chain.</summary>
/// <param name="OriginId">What it was born from; null for the first beginning.</param>
internal sealed record ChainNode(string Id, string? OriginId);
