using DocFlow.Office.Queries;
using Microsoft.AspNetCore.Components.Web.Virtualization;

namespace DocFlow.Host.Pages.Work;

/// <summary>Gives a scrolled list the rows that it shows, from chunks that are asked for once.</summary>
public sealed class PagedRows<TRow>(Func<int, int, Task<Paged<TRow>>> read)
{
    private const int ChunkSize = 100;

    private readonly Dictionary<int, IReadOnlyList<TRow>> _chunks = [];

    /// <summary>Rows of the whole list; null until the first chunk is there.</summary>
    public int? Total { get; private set; }

    /// <summary>The whole list, when it came in one piece; null while it is longer than that.</summary>
    public IReadOnlyList<TRow>? All => _chunks.GetValueOrDefault(0) is { } first && first.Count == Total ? first : null;

    public Task LoadFirstAsync() => ChunkAsync(0);

    public async ValueTask<ItemsProviderResult<TRow>> ProvideAsync(ItemsProviderRequest request)
    {
        var rows = new List<TRow>();
        for (var index = request.StartIndex; index < request.StartIndex + request.Count;)
        {
            var chunk = await ChunkAsync(index / ChunkSize);
            var wanted = chunk.Skip(index % ChunkSize).Take(request.StartIndex + request.Count - index).ToList();
            if (wanted.Count == 0)
                break;
            rows.AddRange(wanted);
            index += wanted.Count;
        }

        return new ItemsProviderResult<TRow>(rows, Total ?? 0);
    }

    private async Task<IReadOnlyList<TRow>> ChunkAsync(int number)
    {
        if (_chunks.TryGetValue(number, out var known))
            return known;
        var page = await read(number, ChunkSize);
        Total = page.Total;
        return _chunks[number] = page.Rows;
    }
}
