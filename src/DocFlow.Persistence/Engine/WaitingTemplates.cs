using System.Collections.Concurrent;
using System.Text.Json;
using DocFlow.Elsa.Runtime.Activities;
using DocFlow.Elsa.Runtime.Http;
using Microsoft.EntityFrameworkCore;

namespace DocFlow.Persistence.Engine;

/// <summary>
/// The path templates that instances wait at. A bookmark's row has only the hash of its template, so each hash is looked up once, in one
/// instance that waits with it, and remembered: it never means another template.
/// </summary>
internal sealed class WaitingTemplates
{
    private const int MostRemembered = 100_000;
    private const int MostAtOnce = 200;

    private readonly ConcurrentDictionary<string, HttpEndpointStimulus> _known = new();

    /// <summary>The templates that may fit a path: its very own, when somebody waits at it, or else all of the method.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(DocFlowDbContext database, string method, string path, CancellationToken cancellationToken)
    {
        // Without parameters the path is its own template, found by an index however many others wait.
        var own = "/" + path.Trim('/').ToLowerInvariant();
        var ownHash = HttpRouteMatcher.HashOf(own, method);
        if (await database.Set<BookmarkRow>().AnyAsync(row => row.Hash == ownHash, cancellationToken))
            return [own];

        var hashes = await database.Set<BookmarkRow>().Where(row => row.Name == HttpEndpoint.TypeName).Select(row => row.Hash).Distinct().ToListAsync(cancellationToken);
        foreach (var unknown in hashes.Where(hash => !_known.ContainsKey(hash)).Chunk(MostAtOnce))
            await LearnAsync(database, unknown, cancellationToken);
        return [.. hashes.Select(hash => _known.GetValueOrDefault(hash)).OfType<HttpEndpointStimulus>()
            .Where(stimulus => stimulus.Method.Equals(method, StringComparison.OrdinalIgnoreCase)).Select(stimulus => stimulus.Path)];
    }

    /// <summary>What a waiting instance's bookmark says; null when it waits there no more.</summary>
    public static HttpEndpointStimulus? StimulusOf(InstanceRow instance, string bookmarkId) =>
        InstanceMapping.StateOf(instance).Bookmarks.FirstOrDefault(bookmark => bookmark.Id == bookmarkId)?.Payload is { } payload
            ? payload.Deserialize<HttpEndpointStimulus>(JsonSerializerOptions.Web)
            : null;

    private async Task LearnAsync(DocFlowDbContext database, string[] hashes, CancellationToken cancellationToken)
    {
        if (_known.Count > MostRemembered)
            _known.Clear();
        var first = database.Set<BookmarkRow>().Where(row => hashes.Contains(row.Hash)).GroupBy(row => row.Hash).Select(rows => rows.Min(row => row.Id));
        var places = await database.Set<BookmarkRow>().AsNoTracking().Where(row => first.Contains(row.Id))
            .Join(database.Set<InstanceRow>(), row => row.InstanceId, row => row.Id, (row, instance) => new { row.Id, row.Hash, Instance = instance }).ToListAsync(cancellationToken);
        foreach (var place in places)
        {
            if (StimulusOf(place.Instance, place.Id) is { } stimulus)
                _known[place.Hash] = stimulus;
        }
    }
}
