using System.Text.Json;
using System.Text.Json.Nodes;
using Elsa.Workflows;
using Elsa.Workflows.Models;

namespace DocFlow.Elsa.Runtime.Execution;

/// <summary>The open bookmarks of an instance.</summary>
internal sealed class BookmarkList
{
    private readonly List<Bookmark> _bookmarks = [];

    public IReadOnlyList<Bookmark> All => _bookmarks;

    public void Restore(IEnumerable<Bookmark> bookmarks) => _bookmarks.AddRange(bookmarks);

    public bool AnyOf(IActivity activity) => _bookmarks.Exists(bookmark => bookmark.NodeId == activity.NodeId);

    public bool AnyOf(ActivityExecutionContext context) => _bookmarks.Exists(bookmark => bookmark.ActivityInstanceId == context.Id);

    public Bookmark Add(ActivityExecutionContext context, CreateBookmarkArgs arguments, string id, DateTimeOffset now)
    {
        var name = arguments.BookmarkName ?? context.Activity.Type;
        var hash = BookmarkHash.Of(name, arguments.Stimulus, arguments.IncludeActivityInstanceId ? context.Id : null);
        JsonNode? payload = arguments.Stimulus is null ? null : JsonSerializer.SerializeToNode(arguments.Stimulus, arguments.Stimulus.GetType());
        var bookmark = new Bookmark(id, name, hash, payload, context.Activity.NodeId, context.Id, arguments.Callback?.Method.Name, arguments.AutoBurn)
        {
            AutoComplete = arguments.AutoComplete,
            CreatedAt = now,
            DueAt = arguments.DueAt,
            Metadata = arguments.Metadata?.ToDictionary(),
        };
        _bookmarks.Add(bookmark);
        return bookmark;
    }

    public void Burn(Bookmark bookmark) => _bookmarks.RemoveAll(other => other.Id == bookmark.Id);

    public void RemoveOf(ActivityExecutionContext context) => _bookmarks.RemoveAll(bookmark => bookmark.ActivityInstanceId == context.Id);

    public void RemoveOf(IActivity activity) => _bookmarks.RemoveAll(bookmark => bookmark.NodeId == activity.NodeId);

    public void Clear() => _bookmarks.Clear();
}
