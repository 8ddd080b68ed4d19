using Elsa.Workflows.Models;

namespace DocFlow.Persistence.Engine;

/// <summary>Makes the rows of bookmarks.</summary>
internal static class BookmarkRows
{
    public static BookmarkRow Of(InstanceRow instance, Bookmark bookmark) => new()
    {
        Id = bookmark.Id,
        InstanceId = instance.Id,
        CorrelationId = instance.CorrelationId,
        Name = bookmark.Name,
        Hash = bookmark.Hash,
        ActivityInstanceId = bookmark.ActivityInstanceId,
        DueAt = bookmark.DueAt,
    };
}
