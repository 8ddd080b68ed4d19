using System.Globalization;
using System.Text.Json;
using DocFlow.Office.Dossiers;
using DocFlow.Office.Handwriting;
using DocFlow.Office.WorkItems;

namespace DocFlow.Office.Events;

/// <summary>The times that an event keeps with it, so that analysis and assessment need nothing but the events of a period.</summary>
internal static class EventFacts
{
    private const string OpenedAt = "收到时间";
    private const string SeenAt = "打开时间";
    private const string DueAt = "办理期限";
    private const string Shape = "yyyy-MM-ddTHH:mm:ss.fffZ";

    /// <summary>Of a decision on a step.</summary>
    public static Dictionary<string, string> Of(WorkItem item, DateTimeOffset? seenAt)
    {
        var facts = new Dictionary<string, string> { [OpenedAt] = Write(item.OpenedAt) };
        if (seenAt is { } seen)
            facts[SeenAt] = Write(seen);
        if (item.DueAt is { } due)
            facts[DueAt] = Write(due);
        return facts;
    }

    /// <summary>Of a matter that is closed.</summary>
    public static Dictionary<string, string> Of(Document matter) => matter.DueAt is { } due ? new Dictionary<string, string> { [DueAt] = Write(due) } : [];

    /// <summary>What an event keeps; nothing of one that is no decision.</summary>
    public static (DateTimeOffset? OpenedAt, DateTimeOffset? SeenAt, DateTimeOffset? DueAt) Read(string? detailJson)
    {
        // Most other details hold none of these, and reading them all would take long.
        if (detailJson is null || !(detailJson.Contains(OpenedAt, StringComparison.Ordinal) || detailJson.Contains(DueAt, StringComparison.Ordinal)))
            return default;
        using var detail = JsonDocument.Parse(detailJson);
        return (Moment(detail.RootElement, OpenedAt), Moment(detail.RootElement, SeenAt), Moment(detail.RootElement, DueAt));
    }

    /// <summary>The hash of what was written by hand with a decision; null for nothing.</summary>
    public static string? HandwritingOf(string? detailJson)
    {
        if (detailJson is null || !detailJson.Contains(HandwritingWords.Fact, StringComparison.Ordinal))
            return null;
        using var detail = JsonDocument.Parse(detailJson);
        return detail.RootElement.TryGetProperty(HandwritingWords.Fact, out var hash) ? hash.GetString() : null;
    }

    private static string Write(DateTimeOffset at) => at.UtcDateTime.ToString(Shape, CultureInfo.InvariantCulture);

    private static DateTimeOffset? Moment(JsonElement detail, string name) =>
        detail.TryGetProperty(name, out var value) && DateTimeOffset.TryParseExact(value.GetString(), Shape, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at) ? at : null;
}
