using DocFlow.Office.Dossiers;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Office.Chains;

/// <inheritdoc />
internal sealed class MatterChain(DocumentAccess access, ChainTree tree, ChainLinks links, Assessment.ScoreReader scores) : IMatterChain
{
    public async Task<ChainView> ReadAsync(string personId, string documentId, CancellationToken cancellationToken = default)
    {
        await access.ReadableAsync(personId, documentId, cancellationToken);
        var (nodes, isCut) = await tree.OfAsync(documentId, cancellationToken);
        var ids = nodes.Select(node => node.Id).ToList();
        var seen = (await (await access.InsideAsync(personId, cancellationToken)).AsNoTracking().Include(row => row.DrafterUnit).Where(row => ids.Contains(row.Id)).ToListAsync(cancellationToken))
            .ToDictionary(row => row.Id);
        var read = await links.OfAsync([.. seen.Values], cancellationToken);
        var given = await scores.OfDocumentsAsync(personId, seen.Keys, cancellationToken);
        var shown = new List<ChainLink>();
        var born = nodes.Where(node => node.OriginId is not null).ToLookup(node => node.OriginId!, node => node.Id);
        Walk(nodes[0].Id, 0);
        return new ChainView(shown, isCut);

        // What the reader may not open is named nowhere; it keeps its place, without words, only where it joins what the reader may open.
        void Walk(string id, int depth)
        {
            var isSeen = read.TryGetValue(id, out var link);
            var children = born[id].Where(Leads).ToList();
            if (isSeen)
                shown.Add(link! with { Depth = depth, IsAsked = id == documentId, Scores = [.. given[id]] });
            else if (depth > 0)
                shown.Add(new ChainLink(null, depth, "", "", null, "", "", "", null, null));
            foreach (var child in children)
                Walk(child, isSeen || depth > 0 ? depth + 1 : 0);
        }

        bool Leads(string id) => seen.ContainsKey(id) || born[id].Any(Leads);
    }
}
